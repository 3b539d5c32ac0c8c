import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of a file; undefined where it does not exist or, which is logged, cannot be read. */
export function readFileAt(uri: string, log: (message: string) => void): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return readFileSync(fileURLToPath(uri), 'utf8');
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
