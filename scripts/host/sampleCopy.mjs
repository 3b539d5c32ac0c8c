// @ts-check
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.mjs';

/** A real page, which is no part of the project: the suites try it too where the corpus stands beside the checkout. */
export const REAL_PAGE = 'content/job-families/sales/professional-services-manager.md';

/**
 * Copies the sample handbook to a folder named `sample`, so that a test may edit it, and the real page into it where that is
 * present. The caller removes the copy.
 *
 * @param {{ realPage?: boolean }} [options] without the real page for pictures, which show what is the project's own
 * @returns {{ folder: string, remove: () => void }}
 */
export function copySample({ realPage: withRealPage = true } = {}) {
  const parent = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'job-family-sample-')));
  const folder = path.join(parent, 'sample');
  cpSync(path.join(root, 'sample'), folder, { recursive: true });
  const realPage = path.join(root, '..', 'shared', 'corpus', 'handbook', REAL_PAGE);
  if (withRealPage && existsSync(realPage)) cpSync(realPage, path.join(folder, REAL_PAGE));
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 3 }) };
}
