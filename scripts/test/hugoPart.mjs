// @ts-check
// The engine beside Hugo itself, on folders that are named or on those of the project.
import path from 'node:path';
import { ensureHugo } from '../hugo/ensureHugo.mjs';
import { emptyTally } from './tally.mjs';
import { runVitest } from './vitestPart.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @param {object} options
 * @param {readonly string[]} options.folders with `content/` or `source/` in them, as seen from where the user stands; the project's own when empty
 * @param {boolean} options.install Hugo by apt where it is missing
 * @returns {Promise<Tally>}
 */
export async function testHugo({ folders, install }) {
  const { reason } = await ensureHugo({ install });
  if (reason) {
    console.log(`- hugo skipped: ${reason}`);
    return { ...emptyTally(), skips: [{ title: 'hugo', reason }] };
  }
  // npm runs scripts in the project's folder.
  const from = process.env.INIT_CWD ?? process.cwd();
  return await runVitest('hugo', {
    env: { JOB_FAMILY_HUGO_FOLDERS: JSON.stringify(folders.map(folder => path.resolve(from, folder))) },
  });
}
