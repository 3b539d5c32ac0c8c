// @ts-check
// Other editors: each is set up as its page of docs/editors/ says, and driven without a screen.
import { ensureNeovim } from './ensureNeovim.mjs';
import { emptyTally } from './tally.mjs';
import { runVitest } from './vitestPart.mjs';

/** @returns {Promise<import('./tally.mjs').Tally>} */
export async function testEditors() {
  const neovim = await ensureNeovim();
  if (neovim.executable !== undefined) return await runVitest('editors', { env: { NEOVIM: neovim.executable } });
  console.log(`- editors: ${neovim.reason}`);
  return { ...emptyTally(), skips: [{ title: 'editors', reason: neovim.reason }] };
}
