import { fileURLToPath } from 'node:url';
import { FileRefused, readRegularFile } from './regularFile.ts';

/** Larger files are not read: no page is as large, and reading one of ten times the size takes all memory. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Returns the text of a file; `undefined` if it does not exist or, which is logged, cannot be read. */
export function readFileAt(uri: string, log: (message: string) => void): string | undefined {
  const start = readStartAt(uri, MAX_BYTES, log);
  if (start === undefined || start.isWhole) return start?.text;
  log(`${uri}: not read: larger than ${MAX_BYTES / 1024 / 1024} MB`);
  return undefined;
}

/** Returns the first bytes of a file as text, and whether that is all of it; `undefined` as for `readFileAt`. */
export function readStartAt(
  uri: string,
  maxBytes: number,
  log: (message: string) => void,
): { readonly text: string; readonly isWhole: boolean } | undefined {
  const path = pathOfUri(uri);
  if (path === undefined) return undefined;
  try {
    const { bytes, isWhole } = readRegularFile(path, maxBytes);
    return { text: bytes.toString('utf8'), isWhole };
  } catch (error) {
    if (!isNotFound(error)) log(`${uri}: not read: ${error instanceof FileRefused ? error.message : (error as Error).message}`);
    return undefined;
  }
}

/** Returns the path of a file on this machine; `undefined` for other URIs and those that name no possible path. */
export function pathOfUri(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
