// @ts-check
// VS Code for the Web without a server behind it, as vscode.dev is: the workbench of an installation as static files, a folder of
// this machine through a file system that the page itself has, and extensions in the browser's worker only.
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { QUIET_SETTINGS } from './server.mjs';

/** @typedef {import('node:http').ServerResponse} ServerResponse */
/** @typedef {Readonly<Record<string, string>>} Mounts folders of this machine by the path they are served under */

const TYPES = /** @type {Readonly<Record<string, string>>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
});

/** What the file system of @vscode/test-web reads from; it asks for `?stat` and `?readdir` besides the files. */
const WORKSPACE = '/static/mount/';
const BUILD = '/static/build/';
const FILE_SYSTEM = '/static/file-system/';
const EXTENSION = '/static/extension/';
const SUITES = '/static/suites/';

const WORKBENCH = 'out/vs/code/browser/workbench';

/**
 * What code-server changed in VS Code's workbench so that there always is a server, and what stood there before.
 *
 * @type {readonly [RegExp, string][]}
 */
const PATCHES = [
  [/(\{\.\.\.JSON\.parse\(\w+\)),remoteAuthority:location\.host\}/u, '$1}'],
  [
    /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\}/u,
    '$1vscodeUserData}',
  ],
];

/**
 * @typedef {object} WebServerOptions
 * @property {string} vsCode the folder of an installation's `lib/vscode`
 * @property {string} fileSystem the folder of the extension that reads the workspace, which vscode-test-web brings
 * @property {string} folder the workspace; what is written stays in the page
 * @property {string} extension the extension under test, as it is packaged
 * @property {string} [suites] an extension besides, with `index.js`, whose `run()` runs the suites
 */

/**
 * A running web server of this machine only. The caller stops it.
 *
 * @param {WebServerOptions} options
 * @returns {Promise<{ url: string, workspace: string, stop: () => Promise<void> }>} `workspace`: URI of the folder in the page
 */
export async function startWebServer({ vsCode, fileSystem, folder, extension, suites }) {
  const workbench = withoutServer(readFileSync(path.join(vsCode, WORKBENCH, 'workbench.js'), 'utf8'));
  const page = readFileSync(path.join(vsCode, WORKBENCH, 'workbench.html'), 'utf8');
  /** @type {Mounts} */
  const mounts = {
    [BUILD]: vsCode,
    [FILE_SYSTEM]: fileSystem,
    [WORKSPACE]: folder,
    [EXTENSION]: extension,
    ...(suites ? { [SUITES]: suites } : {}),
  };
  let authority = '';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${authority}`);
    const wanted = decodeURIComponent(pathname);
    if (wanted === '/') send(response, 'text/html', filled(page, authority, suites !== undefined));
    else if (wanted === `${BUILD}${WORKBENCH}/workbench.js`) send(response, 'text/javascript', workbench);
    else
      answer(response, mounts, wanted, searchParams).catch((/** @type {NodeJS.ErrnoException} */ error) =>
        send(response, 'text/plain', error.code ?? String(error), 404),
      );
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  // By name: service workers, which webviews need, are given only to https and to localhost.
  authority = `localhost:${port}`;
  return {
    url: `http://${authority}/`,
    workspace: 'vscode-test-web://mount/',
    stop: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** @param {string} workbench */
function withoutServer(workbench) {
  return PATCHES.reduce((text, [changed, original]) => {
    if (!changed.test(text))
      throw new Error(`This VS Code's workbench.js has nothing like ${changed}: see PATCHES in webServer.mjs.`);
    return text.replace(changed, original);
  }, workbench);
}

/**
 * The page of the workbench with its settings in it.
 *
 * @param {string} page
 * @param {string} authority
 * @param {boolean} withSuites
 */
function filled(page, authority, withSuites) {
  const at = (/** @type {string} */ folder) => ({ scheme: 'http', authority, path: folder.replace(/\/$/u, '') });
  const base = `http://${authority}`;
  const configuration = {
    folderUri: { scheme: 'vscode-test-web', authority: 'mount', path: '/' },
    additionalBuiltinExtensions: [at(FILE_SYSTEM), at(EXTENSION)],
    // Suites run only beside an extension under development: they are one.
    developmentOptions: withSuites ? { extensions: [at(SUITES)], extensionTestsPath: at(`${SUITES}index.js`) } : {},
    productConfiguration: {
      enableTelemetry: false,
      webEndpointUrlTemplate: `http://{{uuid}}.${authority}${BUILD.replace(/\/$/u, '')}`,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${authority}${BUILD}out/vs/workbench/contrib/webview/browser/pre/`,
      extensionEnabledApiProposals: { 'vscode.vscode-test-web-fs': ['fileSearchProvider', 'textSearchProvider'] },
    },
    configurationDefaults: QUIET_SETTINGS,
    // The same origin: service workers are refused in frames of another one.
    webviewEndpoint: `${base}${BUILD}out/vs/workbench/contrib/webview/browser/pre`,
    userDataPath: '/',
    // code-server's own questions, which its workbench cannot do without.
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
  };
  const values = /** @type {Readonly<Record<string, string>>} */ ({
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: `${base}${BUILD.replace(/\/$/u, '')}`,
    WORKBENCH_NLS_FALLBACK_URL: `${base}${BUILD}out/nls.messages.js`,
    WORKBENCH_NLS_URL: `${base}${BUILD}out/nls.messages.js`,
    BASE: `${base}${BUILD}resources`,
    VS_BASE: base,
  });
  return page.replace(/\{\{([A-Z_]+)\}\}/gu, (_, name) => values[name] ?? '');
}

/**
 * @param {ServerResponse} response
 * @param {Mounts} mounts
 * @param {string} wanted
 * @param {URLSearchParams} query
 */
async function answer(response, mounts, wanted, query) {
  const mount = Object.keys(mounts).find(prefix => `${wanted}/`.startsWith(prefix));
  if (mount === undefined) return send(response, 'text/plain', 'not found', 404);
  const file = path.join(mounts[mount] ?? '', wanted.slice(mount.length));
  if (mount === WORKSPACE && query.has('stat')) return send(response, 'application/json', JSON.stringify(await statOf(file)));
  if (mount === WORKSPACE && query.has('readdir')) return send(response, 'application/json', JSON.stringify(await listOf(file)));
  send(response, TYPES[path.extname(file)] ?? 'application/octet-stream', await readFile(file));
}

/** @param {string} file */
async function statOf(file) {
  const found = await stat(file).catch((/** @type {NodeJS.ErrnoException} */ error) => ({ error: error.code }));
  return 'error' in found ? found : { type: fileType(found), ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size };
}

/** @param {string} folder */
async function listOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((/** @type {NodeJS.ErrnoException} */ error) => ({
    error: error.code,
  }));
  return 'error' in entries ? entries : entries.map(entry => ({ name: entry.name, type: fileType(entry) }));
}

/** As `vscode.FileType` counts. @param {{ isFile(): boolean, isDirectory(): boolean }} entry */
function fileType(entry) {
  return entry.isFile() ? 1 : entry.isDirectory() ? 2 : 0;
}

/**
 * @param {ServerResponse} response
 * @param {string} type
 * @param {string | Buffer} body
 * @param {number} [status]
 */
function send(response, type, body, status = 200) {
  response.writeHead(status, {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}
