import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** A file that is not read or written because of what it is. The message is a clause without a subject. */
export class FileRefused extends Error {}

/**
 * Reads at most `maxBytes` of a regular file. Opening a pipe or a device may block for ever, so neither is opened. Throws `FileRefused` for
 * what is not a regular file, and the errors of the file system.
 */
export function readRegularFile(path: string, maxBytes: number): { readonly bytes: Buffer; readonly isWhole: boolean } {
  requireRegularFile(statSync(path));
  // The file may have been replaced since: a pipe is then opened without waiting for a writer.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    requireRegularFile(stat);
    const bytes = Buffer.allocUnsafe(Math.min(stat.size, maxBytes) + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, length);
    return length <= maxBytes && length < bytes.length
      ? { bytes: bytes.subarray(0, length), isWhole: true }
      : { bytes: bytes.subarray(0, Math.min(length, maxBytes)), isWhole: false };
  } finally {
    closeSync(file);
  }
}

function requireRegularFile(stat: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stat.isFile()) return;
  throw new FileRefused(stat.isDirectory() ? 'is a folder' : 'is not a regular file');
}

/**
 * Returns a path without symbolic links. What does not exist yet is where its nearest existing folder leads. `undefined` if a link leads
 * nowhere or in a circle.
 */
export function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'ENOENT' || lstatSync(path, { throwIfNoEntry: false })) return undefined;
    const folder = dirname(path);
    const real = folder === path ? undefined : realPathOf(folder);
    return real === undefined ? undefined : join(real, basename(path));
  }
}

/** Returns whether a path is below a folder once the symbolic links of both are resolved. */
export function isReallyWithin(path: string, folder: string): boolean {
  const [real, realFolder] = [realPathOf(path), realPathOf(folder)];
  if (real === undefined || realFolder === undefined) return false;
  return real.startsWith(realFolder.endsWith(sep) ? realFolder : realFolder + sep);
}
