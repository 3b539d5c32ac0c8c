// @ts-check
// The whole workspace: the built server as an editor starts it, and the command line as a pipeline does. Beside them the time
// that merely reading the files takes in this process, and Hugo's for building the site where it is installed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { inMilliseconds, quantile, table, timed } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** As the client starts it. */
const SERVER = ['--max-semi-space-size=32', join(root, 'dist/server.js'), '--stdio'];

/** Builds what ships; without it there is nothing to measure. */
export function buildForProduction() {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed.');
}

/** @param {string} folder */
export async function workspaceTable(folder) {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.md'));
  const reading = await best(3, async () => {
    for (const path of pages) readFileSync(join(folder, path), 'utf8');
  });
  const cache = mkdtempSync(join(tmpdir(), 'job-family-cache-'));
  try {
    const cold = await measureServer(folder, pages, cache);
    const warm = await measureServer(folder, pages, cache);
    const check = await best(3, async () => {
      const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', '--format', 'json', folder], {
        maxBuffer: 1e9,
      });
      if (status !== 0 && status !== 1) throw new Error(`The command line ended with ${status}.`);
    });
    const { folder: department, families } = largestDepartment(folder, pages);
    const exported = async (/** @type {string} */ format) =>
      await best(3, async () => {
        const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'export', '--format', format, department], {
          maxBuffer: 1e9,
        });
        if (status !== 0) throw new Error(`The command line ended with ${status}.`);
      });
    const asJson = await exported('json');
    const asHtml = await exported('html');
    /** @param {number} time */
    const ratio = time => `${inMilliseconds(time)} (${(time / reading).toFixed(2)}×)`;
    return table(
      [`${pages.length} pages`, 'cold', 'with a cache'],
      [
        ['reading all files (1×)', ratio(reading), ''],
        ['server’s start → findings of the largest family', ratio(cold.first), ratio(warm.first)],
        ['then until everything is read', ratio(cold.all), ratio(warm.all)],
        ['symbols of the workspace', inMilliseconds(cold.symbols), inMilliseconds(warm.symbols)],
        [`references of the grade page (${cold.places})`, inMilliseconds(cold.references), inMilliseconds(warm.references)],
        ['edit → findings over the protocol, median / p95', cold.edits, warm.edits],
        ['diagnostics of all families over the protocol', inMilliseconds(cold.diagnostics), inMilliseconds(warm.diagnostics)],
        [
          `HTML of the largest department (${families.length}) over the protocol`,
          inMilliseconds(cold.exported),
          inMilliseconds(warm.exported),
        ],
        ['its career map over the protocol', inMilliseconds(cold.map), inMilliseconds(warm.map)],
        ['memory of the process after all of it', cold.memory, warm.memory],
        ['command line: check of all families', ratio(check), ''],
        ['command line: JSON of the largest department: reading, parsing, linking', ratio(asJson), ''],
        ['command line: HTML of the same', `${inMilliseconds(asHtml)} (${(asHtml / asJson).toFixed(2)}× the JSON)`, ''],
        ['Hugo: build of the site', hugo(folder, ratio), ''],
      ],
    );
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

/**
 * @param {number} times
 * @param {() => Promise<void>} work
 */
async function best(times, work) {
  let fastest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) fastest = Math.min(fastest, await timed(work));
  return fastest;
}

/**
 * @param {string} folder
 * @param {readonly string[]} pages
 * @param {string} cache
 */
async function measureServer(folder, pages, cache) {
  const families = pages.filter(path => /job-families\/[^/]+\/.+/.test(path) && !path.endsWith('_index.md'));
  const size = (/** @type {string} */ path) => statSync(join(folder, path)).size;
  const largest = families.reduce((a, b) => (size(a) >= size(b) ? a : b));
  const grades = pages.find(path => path.includes('compensation-calculator')) ?? largest;
  const uriOf = (/** @type {string} */ path) => pathToFileURL(join(folder, path)).href;
  const text = readFileSync(join(folder, largest), 'utf8');
  const started = performance.now();
  const server = spawn(process.execPath, SERVER, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  try {
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { cacheFolder: pathToFileURL(cache).href },
    });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: uriOf(largest) };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text },
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    const first = performance.now() - started;
    const symbolsOf = () => connection.sendRequest('workspace/symbol', { query: 'senior' });
    const all = await timed(symbolsOf);
    const symbols = await best(3, async () => void (await symbolsOf()));
    let places = 0;
    const references = await best(3, async () => {
      const found = await connection.sendRequest('textDocument/references', {
        textDocument: { uri: uriOf(grades) },
        position: { line: 0, character: 0 },
        context: { includeDeclaration: false },
      });
      places = /** @type {unknown[]} */ (found).length;
    });
    const edits = await editTimes(connection, textDocument, text);
    const diagnostics = await timed(() => connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }));
    const department = largestDepartment(folder, pages);
    const uris = department.families.map(uriOf);
    const exported = await best(3, async () => void (await connection.sendRequest('jobFamily/export', { uris, format: 'html' })));
    const of = { uri: uris[0], scope: 'department', steps: 1 };
    const map = await best(3, async () => void (await connection.sendRequest('jobFamily/careerMap', of)));
    const memory = residentMegabytes(server.pid ?? 0);
    const times = `${inMilliseconds(quantile(edits, 0.5))} / ${inMilliseconds(quantile(edits, 0.95))}`;
    return { first, all, symbols, references, places, edits: times, diagnostics, exported, map, memory };
  } finally {
    connection.dispose();
    server.kill();
  }
}

/**
 * The department with most families: its folder, and their pages below the workspace's.
 * @param {string} folder
 * @param {readonly string[]} pages
 */
function largestDepartment(folder, pages) {
  /** @type {Map<string, string[]>} */
  const departments = new Map();
  for (const path of pages) {
    const [department] = /^.*job-families\/[^/]+(?=\/)/.exec(path) ?? [];
    if (department === undefined || path === `${department}/_index.md`) continue;
    departments.set(department, [...(departments.get(department) ?? []), path]);
  }
  const [name, families] = [...departments].reduce((a, b) => (a[1].length >= b[1].length ? a : b));
  return { folder: join(folder, name), families: families.sort() };
}

/**
 * A word typed behind one bullet after the other, and taken away again.
 * @param {import('vscode-languageserver-protocol').MessageConnection} connection
 * @param {{ uri: string }} textDocument
 * @param {string} text
 */
async function editTimes(connection, textDocument, text) {
  const lines = text.split('\n');
  const bullets = lines.flatMap((line, number) => (/^[-*] .+$/.test(line) ? [{ line: number, character: line.length }] : []));
  /** @type {number[]} */
  const times = [];
  for (let i = 0; i < 500; i++) {
    const start = bullets[(i >> 1) % bullets.length] ?? { line: 0, character: 0 };
    const end = { line: start.line, character: start.character + (i % 2 === 0 ? 0 : ' word'.length) };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version: i + 2 },
      contentChanges: [{ range: { start, end }, text: i % 2 === 0 ? ' word' : '' }],
    });
    times.push(await timed(() => connection.sendRequest('textDocument/diagnostic', { textDocument })));
  }
  return times.slice(50);
}

/**
 * What the process holds in memory: more than its heap.
 * @param {number} pid
 */
function residentMegabytes(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return `${Math.round((Number(stdout) * 1024) / 1e6)} MB resident`;
}

/**
 * @param {string} folder
 * @param {(time: number) => string} ratio
 */
function hugo(folder, ratio) {
  if (spawnSync('hugo', ['version']).status !== 0) return 'not installed';
  const scratch = mkdtempSync(join(tmpdir(), 'job-family-hugo-'));
  try {
    writeFileSync(
      join(scratch, 'config.toml'),
      'baseURL = "https://x.test/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n',
    );
    const started = performance.now();
    const { status } = spawnSync('hugo', [
      '--quiet',
      '--config',
      join(scratch, 'config.toml'),
      '--source',
      folder,
      '--destination',
      scratch,
    ]);
    return status === 0 ? ratio(performance.now() - started) : 'does not build it without the site’s shortcodes';
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
