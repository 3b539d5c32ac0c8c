import { dirname, resolve } from 'node:path';
import { FileRefused } from '../disk/regularFile.ts';
import { isStream, writeFileSafely, writeToStream } from '../disk/writeFile.ts';
import type { Console } from './console.ts';
import { workspaceRootOf } from './workspaceRoot.ts';

/**
 * Writes what an option names, and reports why if it cannot. A pipe or device gets the text as from a shell's redirection. Returns whether
 * it is written.
 */
export function writeOutput(output: string, text: string, cwd: string, console: Console): boolean {
  const path = resolve(cwd, output);
  try {
    if (isStream(path)) writeToStream(path, text);
    else writeFileSafely(path, text, workspaceOf(path, cwd));
    return true;
  } catch (error) {
    console.error(`${output}: ${writingTrouble(error)}`);
    return false;
  }
}

/** Returns why a file cannot be written, as a clause without a subject. */
export function writingTrouble(error: unknown): string {
  if (error instanceof FileRefused) return `not written: ${error.message}`;
  switch ((error as { code?: string }).code) {
    case 'ENOENT':
      return 'not written: its folder does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'not written: permission denied';
    case 'ENOSPC':
      return 'not written: no space left on the device';
    default:
      return `not written: ${(error as { code?: string }).code ?? 'unknown reason'}`;
  }
}

/**
 * Returns the workspace that a path belongs to as it is written; `undefined` outside of it. A link that comes with the workspace must not
 * lead an option of the user elsewhere.
 */
export function workspaceOf(path: string, cwd: string): string | undefined {
  const root = workspaceRootOf(cwd);
  return dirname(path) === root || path.startsWith(`${root}/`) ? root : undefined;
}
