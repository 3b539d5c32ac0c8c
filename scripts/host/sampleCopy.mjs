// @ts-check
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.mjs';

/**
 * Copies the sample handbook to a folder named `sample`, so that a test may edit it. The caller removes the copy.
 *
 * @returns {{ folder: string, remove: () => void }}
 */
export function copySample() {
  const parent = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'job-family-sample-')));
  const folder = path.join(parent, 'sample');
  cpSync(path.join(root, 'sample'), folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 3 }) };
}
