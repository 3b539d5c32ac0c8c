import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Console } from './console.ts';

/**
 * Puts a text into a file so that at no time anybody finds half of it there: into a new file beside it first, which then takes its
 * place and its permissions. A link is followed. Throws what the file system says; the file is then as it was.
 */
export function writeFileAtomically(path: string, text: string): void {
  const target = existing(path);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    try {
      const bytes = Buffer.from(text, 'utf8');
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      const mode = statSync(target, { throwIfNoEntry: false })?.mode;
      if (mode !== undefined) fchmodSync(file, mode & 0o7777);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Writes what an option `--output` names, and says why where it cannot. True where it is written. */
export function writeOutput(output: string, text: string, cwd: string, console: Console): boolean {
  const path = resolve(cwd, output);
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      console.error(`${output}: is a folder. Name a file in it.`);
      return false;
    }
    writeFileAtomically(path, text);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    console.error(
      code === 'ENOENT'
        ? `${output}: cannot be written, since its folder does not exist.`
        : `${output}: cannot be written (${code ?? 'unknown reason'}).`,
    );
    return false;
  }
}

function existing(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
