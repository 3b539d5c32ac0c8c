// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, whatever folder a script was started from. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
