import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The most that a file may have, in bytes. No page that somebody writes comes near it, and to read one ten times as large would take all memory. */
const MOST_BYTES = 20 * 1024 * 1024;

/** The text of a file; undefined where it does not exist or, which is logged, cannot be read or is too large to be a page. */
export function readFileAt(uri: string, log: (message: string) => void): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const path = fileURLToPath(uri);
    if (statSync(path).size <= MOST_BYTES) return readFileSync(path, 'utf8');
    log(`${uri}: is not read, since it has more than ${MOST_BYTES / 1024 / 1024} MB.`);
    return undefined;
  } catch (error) {
    if (!isNotFound(error)) log(`${uri}: ${(error as Error).message}`);
    return undefined;
  }
}

/** True for the error of a file that does not exist. */
export function isNotFound(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
