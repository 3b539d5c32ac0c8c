// @ts-check
import { findProgram, run } from '../run.mjs';

/**
 * Where Neovim is, or why it is not here.
 *
 * @typedef {{ executable: string, reason?: undefined } | { executable?: undefined, reason: string }} Neovim
 */

/**
 * Finds Neovim, and installs Debian's package where this process may.
 *
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Neovim>}
 */
export async function ensureNeovim({ log = console.log } = {}) {
  const found = findProgram('nvim');
  if (found) return { executable: found };
  if (!findProgram('apt-get') || process.getuid?.() !== 0)
    return { reason: 'Neovim is not installed, and only root on a Debian or Ubuntu can have it installed here' };
  log('Installing neovim by apt (once; 30 MB) …');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'neovim'],
  ]) {
    const { code, output } = await run('apt-get', args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) return { reason: `apt-get ${args[0]} failed: ${output.trim().split('\n').at(-1)}` };
  }
  const installed = findProgram('nvim');
  return installed ? { executable: installed } : { reason: 'apt installed neovim, but nvim is not on the PATH' };
}
