// @ts-check
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findProgram, run } from '../run.mjs';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A browser's program, or why there is none.
 *
 * @typedef {{ executable: string, reason?: undefined } | { executable?: undefined, reason: string }} BrowserSearch
 */

/**
 * Finds a Chromium, and installs one if this process may: as root on Debian and its like.
 *
 * @param {{ install?: boolean, log?: (line: string) => void }} [options]
 * @returns {Promise<BrowserSearch>}
 */
export async function ensureBrowser({ install = true, log = console.log } = {}) {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? { executable: named } : { reason: `CHROMIUM names ${named}, which does not exist` };
  if (install && !findBrowser()) await aptInstall(['chromium'], log);
  const executable = findBrowser();
  return executable
    ? { executable }
    : { reason: 'no Chromium or Chrome found; install one, or name its program in the variable CHROMIUM' };
}

/**
 * Starts it without a window. The caller closes it.
 *
 * @param {string} executable
 */
export function launchBrowser(executable) {
  const flags = ['--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update'];
  flags.push('--disable-sync', '--no-first-run', '--disable-quic');
  if (isRoot()) flags.push('--no-sandbox'); // Chromium refuses to start as root with its sandbox
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

function findBrowser() {
  return PROGRAMS.map(findProgram).find(Boolean) ?? MAC_PROGRAMS.find(file => existsSync(file));
}

/**
 * @param {readonly string[]} packages
 * @param {(line: string) => void} log
 */
async function aptInstall(packages, log) {
  if (!isRoot() || !findProgram('apt-get')) return;
  log(`Installing ${packages.join(' and ')} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  });
  if (code !== 0) log(`apt-get could not install them:\n${output}`);
}

function isRoot() {
  return process.getuid?.() === 0;
}
