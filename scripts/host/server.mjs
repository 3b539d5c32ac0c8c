// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { extensionId, manifest } from './manifest.mjs';

/** @typedef {import('./install.mjs').VsCodeInstallation} VsCodeInstallation */

/**
 * Everything that would put itself between a person, or a test, and the page: trust, welcome pages, tips, experiments,
 * AI features, source control's questions.
 */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off', // as on the desktop; in a browser VS Code saves by itself
  'editor.accessibilitySupport': 'off',
};

const SERVER_DATA = 'server-data';
const USER_DATA = 'user-data';
const EXTENSIONS = 'extensions';

/**
 * @typedef {object} VsCodeServerOptions
 * @property {VsCodeInstallation} installation
 * @property {(extensionsFolder: string) => void | Promise<void>} placeExtensions puts extensions where the server looks, before it starts
 * @property {number} [port] any free one when absent
 * @property {boolean} [testDriver] lets a page run a test suite; hides notifications, so not for UI steps
 * @property {boolean} [traceMessages] logs the messages between client and server, for `extensionLog`
 * @property {NodeJS.ProcessEnv} [env] added to the environment, which the extension host inherits
 */

/**
 * A running server. The caller stops it.
 *
 * @typedef {object} VsCodeServer
 * @property {string} url
 * @property {string} authority what stands between `vscode-remote://` and a path
 * @property {() => string} output what the server has printed so far
 * @property {() => string} extensionLog what the extension's output channel holds, in all windows so far
 * @property {Promise<unknown>} exited
 * @property {() => Promise<void>} stop ends the server with all it started, and removes its folders
 */

/**
 * Starts a VS Code server on this machine only, with fresh folders for user data and extensions, and waits until it answers.
 *
 * @param {VsCodeServerOptions} options
 * @returns {Promise<VsCodeServer>}
 */
export async function startVsCodeServer({
  installation,
  placeExtensions,
  port,
  testDriver = false,
  traceMessages = false,
  env = {},
}) {
  const home = await makeHome(placeExtensions);
  const chosenPort = port ?? (await freePort());
  const authority = `127.0.0.1:${chosenPort}`;
  const args = [installation.serverMain, '--host', '127.0.0.1', '--port', String(chosenPort)];
  args.push('--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off');
  if (traceMessages) args.push('--log', 'info', '--log', `${extensionId()}:trace`);
  args.push('--server-data-dir', path.join(home, SERVER_DATA));
  args.push('--user-data-dir', path.join(home, USER_DATA), '--extensions-dir', path.join(home, EXTENSIONS));
  args.push('--disable-workspace-trust', '--disable-experiments');
  if (testDriver) args.push('--enable-smoke-test-driver');
  const pathWithNode = `${path.dirname(installation.node)}${path.delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(installation.node, args, {
    env: { ...process.env, PATH: pathWithNode, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that the extension hosts can be ended with it
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));

  const server = {
    url: `http://${authority}`,
    authority,
    output: () => output,
    extensionLog: () => readLogs(path.join(home, SERVER_DATA)),
    exited: once(child, 'exit'),
    stop: async () => {
      await endGroup(child);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  try {
    await waitUntilReady(server.url, child, () => output);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

/**
 * Whether nothing listens on that port of this machine.
 *
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise(resolve => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/**
 * A folder for all that this server keeps: settings, extensions, its own data.
 *
 * @param {VsCodeServerOptions['placeExtensions']} placeExtensions
 */
async function makeHome(placeExtensions) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'job-family-vscode-'));
  const userSettings = path.join(home, USER_DATA, 'User');
  const extensions = path.join(home, EXTENSIONS);
  mkdirSync(userSettings, { recursive: true });
  mkdirSync(extensions);
  writeFileSync(path.join(userSettings, 'settings.json'), JSON.stringify(QUIET_SETTINGS, undefined, 2));
  try {
    await placeExtensions(extensions);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return home;
}

/**
 * The output channel of the extension, from the log files that VS Code keeps of it.
 *
 * @param {string} folder
 */
function readLogs(folder) {
  const name = `${manifest().displayName}.log`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => path.basename(file) === name)
    .map(file => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => string} output
 */
async function waitUntilReady(url, child, output) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The VS Code server ended at once with code ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`The VS Code server did not answer within a minute:\n${output()}`);
}

/** @param {import('node:child_process').ChildProcess} child */
async function endGroup(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, delay(3000)]);
  }
  signalGroup(child, 'SIGKILL'); // what outlived the leader
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has gone already.
  }
}
