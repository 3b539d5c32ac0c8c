// @ts-check
// Opens a folder in VS Code with the extension running: in the desktop VS Code where there is one, else served to the browser.
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './root.mjs';
import { findProgram, run } from './run.mjs';
import { ensureBuild, ensureDependencies, requireNode } from './setup.mjs';

const HELP = `Usage: npm start [-- [FOLDER] [OPTIONS]]

Opens FOLDER (the sample handbook when absent) in VS Code with the extension Job Families running:
in the desktop VS Code if \`code\` is on the PATH, else in one that is served to your browser.

  --port N    serve on this port (8123, or the next free one)
  --no-code   serve to the browser though \`code\` is on the PATH
  --help`;

const USUAL_PORT = 8123;
const SAMPLE = path.join(root, 'sample');
const PAGE_OF_MISTAKES = 'content/job-families/customer-success/account-coordinator.md';

requireNode();
process.exitCode = await main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { folder, port, desktop, help, trouble } = readArguments(args);
  if (trouble) console.error(trouble);
  if (trouble) return 2;
  if (help) console.log(HELP);
  if (help) return 0;

  await ensureDependencies();
  await ensureBuild();
  const code = desktop ? findProgram('code') : undefined;
  return code ? await openDesktop(code, folder) : await serve(folder, port);
}

/** @param {string[]} args */
function readArguments(args) {
  const nothing = { folder: '', port: undefined, desktop: false, help: false };
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string' }, 'no-code': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    const folder = path.resolve(positionals[0] ?? SAMPLE);
    const port = values.port === undefined ? undefined : Number(values.port);
    if (positionals.length > 1) return { ...nothing, trouble: `One folder can be opened, not ${positionals.length}.\n\n${HELP}` };
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      return { ...nothing, trouble: `There is no folder ${folder}. Name one that exists, or none for the sample handbook.` };
    }
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      return { ...nothing, trouble: `--port takes a number from 1 to 65535, not "${values.port}".` };
    }
    return { folder, port, desktop: !values['no-code'] && port === undefined, help: values.help ?? false, trouble: undefined };
  } catch (error) {
    return { ...nothing, trouble: `${error instanceof Error ? error.message : error}\n\n${HELP}` };
  }
}

/**
 * @param {string} code
 * @param {string} folder
 */
async function openDesktop(code, folder) {
  console.log(`Opening ${folder} in ${code} …`);
  const { code: exitCode } = await run(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder]);
  if (exitCode !== 0) console.error(`${code} ended with code ${exitCode}. Try: npm start -- --no-code`);
  return exitCode;
}

/**
 * @param {string} folder
 * @param {number | undefined} wantedPort
 */
async function serve(folder, wantedPort) {
  // Imported only now: some of it needs what may have been installed a moment ago.
  const { ensureVsCodeServer } = await import('./host/install.mjs');
  const { linkExtension } = await import('./host/placeExtension.mjs');
  const { isFree, startVsCodeServer } = await import('./host/server.mjs');

  const installation = await ensureVsCodeServer();
  const port = wantedPort ?? (await nextFreePort(isFree));
  if (!(await isFree(port))) throw new Error(`Port ${port} is in use. Name another one: npm start -- --port N`);
  const server = await startVsCodeServer({ installation, placeExtensions: linkExtension, port });

  console.log(
    `\nVS Code ${installation.version.vscode} with Job Families, in ${folder}:\n\n  ${addressOf(folder, server.url)}\n`,
  );
  console.log('Open that address in a browser. Ctrl+C stops it.');
  if (folder === SAMPLE) console.log(`Full of mistakes on purpose: ${PAGE_OF_MISTAKES}`);
  const stopped = await Promise.race([server.exited.then(() => false), interrupted()]);
  await server.stop();
  if (!stopped) throw new Error(`The VS Code server ended by itself:\n${server.output()}`);
  console.log('\nStopped.');
  return 0;
}

/**
 * The folder is named in the address: one opened by the server's own default has another authority in its URIs than the
 * extension host's, and no finding would reach its page.
 *
 * @param {string} folder
 * @param {string} url
 */
function addressOf(folder, url) {
  return `${url}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`;
}

/** @param {(port: number) => Promise<boolean>} isFree */
async function nextFreePort(isFree) {
  for (let port = USUAL_PORT; port < USUAL_PORT + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No port from ${USUAL_PORT} to ${USUAL_PORT + 99} is free. Name another one: npm start -- --port N`);
}

/** @returns {Promise<boolean>} true, once somebody wants this to end */
function interrupted() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(true));
  });
}
