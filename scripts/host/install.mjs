// @ts-check
// Installs a complete VS Code server (workbench and extension host) from npm, where nothing else can be downloaded.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../run.mjs';
import { VSCODE_VERSIONS } from './versions.mjs';

/** @typedef {import('./versions.mjs').VsCodeVersion} VsCodeVersion */

/**
 * An installed VS Code server.
 *
 * @typedef {object} VsCodeInstallation
 * @property {VsCodeVersion} version
 * @property {string} folder VS Code itself
 * @property {string} serverMain the script that starts it
 * @property {string} node the Node to start it with
 */

/** Written last, so that a folder with it is complete. */
const MARKER = 'complete.json';

/** The version of @vscode/test-web. */
const TEST_WEB = '0.0.81';

/** Dependencies and built-in extensions of code-server that no editor of ours uses: 200 MB and more. */
const UNUSED_DEPENDENCIES = [
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@devcontainers/cli',
  'ssh2',
  '@vscode/sandbox-runtime',
];
const UNUSED_EXTENSIONS = ['copilot', 'mermaid-markdown-features'];

/** Where installations are kept between runs and clones: the user's cache folder, or JOB_FAMILY_CACHE. */
function cacheFolder() {
  if (process.env.JOB_FAMILY_CACHE) return path.resolve(process.env.JOB_FAMILY_CACHE);
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'job-family');
}

/**
 * The VS Code server of that version, installed into the cache folder if it is not there yet. Two processes may ask at the
 * same time: each installs beside the target and the first to finish wins. Throws with what to do when it cannot be installed.
 *
 * @param {{ version?: VsCodeVersion, log?: (line: string) => void }} [options]
 * @returns {Promise<VsCodeInstallation>}
 */
export async function ensureVsCodeServer({ version = VSCODE_VERSIONS.floor, log = console.log } = {}) {
  if (process.platform === 'win32')
    throw new Error('The VS Code server from npm does not run on Windows; use `code`, or `npm test -- host --desktop`.');
  const target = path.join(cacheFolder(), 'vscode-server', `${version.codeServer}-node${version.node}`);
  if (!existsSync(path.join(target, MARKER))) {
    log(`Installing the VS Code ${version.vscode} server from npm into ${target} (once; 270 to 430 MB) …`);
    const started = Date.now();
    mkdirSync(path.dirname(target), { recursive: true });
    const draft = mkdtempSync(`${target}-draft-`);
    try {
      await install(draft, version, log);
      publish(draft, target);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    log(`VS Code ${version.vscode} server: installed in ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  await linkRipgrep(target);
  const folder = path.join(target, 'server');
  return { version, folder, serverMain: path.join(folder, 'out', 'server-main.js'), node: nodeOf(target) };
}

/**
 * The extension by which VS Code for the Web reads a folder of this machine, from the npm package @vscode/test-web, put into the cache
 * folder if it is not there yet.
 *
 * @returns {Promise<string>} its folder
 */
export async function ensureWebFileSystem() {
  const target = path.join(cacheFolder(), 'web-file-system', TEST_WEB);
  if (existsSync(path.join(target, MARKER))) return target;
  mkdirSync(path.dirname(target), { recursive: true });
  const draft = mkdtempSync(`${target}-draft-`);
  try {
    const extension = path.join(draft, 'extension');
    await fetchPackage(draft, `@vscode/test-web@${TEST_WEB}`, 'extension', ['package/fs-provider'], 2);
    writeFileSync(path.join(extension, MARKER), `${JSON.stringify({ version: TEST_WEB })}\n`);
    publish(extension, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return target;
}

/**
 * @param {string} folder
 * @param {VsCodeVersion} version
 * @param {(line: string) => void} log
 */
async function install(folder, version, log) {
  if (currentNodeMajor() !== version.node) {
    log(`  Node ${version.node} for it`);
    await fetchPackage(folder, `node-${process.platform}-${process.arch}@${version.node}`, 'node', []);
    chmodSync(path.join(folder, 'node', 'bin', 'node'), 0o755);
  }
  log(`  code-server ${version.codeServer}`);
  await fetchPackage(folder, `code-server@${version.codeServer}`, 'server', ['package/lib/vscode'], 3);
  const server = path.join(folder, 'server');
  for (const name of UNUSED_EXTENSIONS) rmSync(path.join(server, 'extensions', name), { recursive: true, force: true });
  await npm(server, ['pkg', 'delete', ...UNUSED_DEPENDENCIES.map(name => `dependencies.${name}`)]);
  log('  its dependencies');
  await npm(server, ['install', '--omit=dev', '--ignore-scripts']);
  await buildNativeModules(folder, log);
  writeFileSync(
    path.join(folder, MARKER),
    `${JSON.stringify({ ...version, installed: new Date().toISOString() }, undefined, 2)}\n`,
  );
}

/**
 * Fetches one package from the registry and unpacks it, or one folder of it, to `folder/name`.
 *
 * @param {string} folder
 * @param {string} spec
 * @param {string} name
 * @param {readonly string[]} members of the archive; everything when empty
 * @param {number} [strip] how many leading folders of the archive to drop
 */
async function fetchPackage(folder, spec, name, members, strip = 1) {
  const packed = await npm(folder, ['pack', spec, '--silent']);
  const archive = packed.trim().split('\n').at(-1) ?? '';
  mkdirSync(path.join(folder, name));
  const unpacked = await run('tar', ['xzf', archive, '-C', name, `--strip-components=${strip}`, ...members], {
    cwd: folder,
    quiet: true,
  });
  if (unpacked.code !== 0) throw new Error(`Unpacking ${spec} failed:\n${unpacked.output}`);
  rmSync(path.join(folder, archive));
}

/**
 * Two native modules matter: without spdlog every output channel stays silently empty, the watchdog ends orphaned
 * processes. Neither is needed to pass a test, so a machine without a compiler gets a warning and not an error.
 *
 * @param {string} folder
 * @param {(line: string) => void} log
 */
async function buildNativeModules(folder, log) {
  log('  its two native modules');
  const server = path.join(folder, 'server');
  const watchdog = ['@vscode/native-watchdog', 'native-watchdog'].filter(name =>
    existsSync(path.join(server, 'node_modules', name)),
  );
  const headers = path.dirname(path.dirname(nodeOf(folder)));
  const env = existsSync(path.join(headers, 'include', 'node', 'node.h')) ? { npm_config_nodedir: headers } : {};
  const { code, output } = await run('npm', ['rebuild', '--loglevel=error', '@vscode/spdlog', ...watchdog], {
    cwd: server,
    env,
    quiet: true,
  });
  if (code !== 0)
    log(`  could not build them (g++, make and python3 are needed), so output channels will stay empty:\n${output}`);
}

/**
 * Links ripgrep, which VS Code's file search runs, to where this VS Code expects it. Older versions download it from GitHub when they are
 * installed; newer ones bring it, as the npm package does that is linked here.
 *
 * @param {string} folder
 */
async function linkRipgrep(folder) {
  const bundled = path.join(folder, 'server', 'node_modules', '@vscode', 'ripgrep');
  const link = path.join(bundled, 'bin', 'rg');
  if (!existsSync(bundled) || existsSync(link)) return;
  const { rgPath } = await import('@vscode/ripgrep');
  mkdirSync(path.dirname(link), { recursive: true });
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link); // its target has been removed
  // A copy: a link into this clone would break when the clone is deleted.
  copyFileSync(rgPath, link);
  chmodSync(link, 0o755);
}

/**
 * @param {string} draft
 * @param {string} target
 */
function publish(draft, target) {
  if (existsSync(target) && !existsSync(path.join(target, MARKER))) rmSync(target, { recursive: true, force: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!existsSync(path.join(target, MARKER))) throw error; // else another process was quicker: its copy is as good
  }
  for (const name of readdirSync(path.dirname(target))) {
    // What an interrupted installation left behind more than an hour ago.
    const leftover = path.join(path.dirname(target), name);
    if (name.includes('-draft-') && Date.now() - lstatSync(leftover).mtimeMs > 3_600_000)
      rmSync(leftover, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function nodeOf(folder) {
  const own = path.join(folder, 'node', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

function currentNodeMajor() {
  return Number.parseInt(process.versions.node, 10);
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
async function npm(cwd, args) {
  const { code, output } = await run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, quiet: true });
  if (code !== 0)
    throw new Error(`npm ${args.join(' ')} failed with exit code ${code} (is the npm registry reachable?):\n${output}`);
  return output;
}
