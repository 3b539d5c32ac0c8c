// @ts-check
// Hugo itself, as the judge of ids, addresses and links. Debian's package is the one that the expectations were made with.
import { findProgram, run } from '../run.mjs';

/**
 * Where Hugo is, or why it is not here.
 *
 * @typedef {{ executable: string, reason?: undefined } | { executable?: undefined, reason: string }} Hugo
 */

/**
 * Finds Hugo. Where it is missing and `install` is set, it is installed by apt, which takes a Debian or Ubuntu and root.
 *
 * @param {{ install?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<Hugo>}
 */
export async function ensureHugo({ install = false, log = console.log } = {}) {
  const found = findProgram('hugo');
  if (found) return { executable: found };
  if (!install) return { reason: 'hugo is not installed (apt-get install hugo)' };
  if (!findProgram('apt-get') || process.getuid?.() !== 0)
    return { reason: 'hugo is not installed, and only root on a Debian or Ubuntu can have it installed here' };
  log('Installing hugo by apt (once; 20 MB) …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'hugo']]) {
    const { code, output } = await run('apt-get', args, { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) return { reason: `apt-get ${args[0]} failed: ${output.trim().split('\n').at(-1)}` };
  }
  const installed = findProgram('hugo');
  return installed ? { executable: installed } : { reason: 'apt installed hugo, but it is not on the PATH' };
}
