// @ts-check
// What a fresh clone needs before anything else can run. Only Node's own modules may be imported here: nothing is installed yet.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

const OLDEST_NODE = 20;

/** Ends the process with code 2 where Node is too old for the libraries used here. */
export function requireNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return;
  console.error(
    `Job Families needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}. Install a newer one and try again.`,
  );
  process.exit(2);
}

/** Installs what package-lock.json names, unless exactly that is installed already. Throws when npm fails. */
export async function ensureDependencies() {
  requireNode();
  if (dependenciesMatchLock()) return;
  await step('Installing dependencies (npm ci)', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds `dist/`, always: a build takes less than a second, a stale one misleads for longer. Throws when the build fails. */
export async function ensureBuild() {
  await step('Building dist/', process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
}

/**
 * Shows one step of the set-up and how long it took, on standard error: a program that is set up may print for another one.
 *
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 */
async function step(title, command, args) {
  console.error(`${title} …`);
  const started = Date.now();
  const { code } = await run(command, args, { onStderr: true });
  if (code !== 0) throw new Error(`${title} failed with exit code ${code}; its output above says why.`);
  console.error(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/**
 * Compares the lock file with npm's own record of what stands in node_modules. Times of files would not do: a checkout
 * touches the lock file without changing it. Optional packages are left out, being other platforms' binaries.
 */
function dependenciesMatchLock() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = lockedPackages(path.join(root, 'package-lock.json'));
  const installed = lockedPackages(record);
  return Object.entries(wanted).every(
    ([folder, { version, optional }]) => folder === '' || optional === true || installed[folder]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>} by the folder a package is installed to
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
