// @ts-check
// npm run robustness:memory [-- --families 300] [--edits 10000] [--rounds 50]
// What stays in memory: of families that nobody has open, after thousands of edits, and after a workspace was opened and closed again
// and again. Prints a table; exits with 1 if a family keeps more than 100 kB, or memory has grown by more than a fifth.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { engine } from './engine.mjs';
import { generateWorkspace } from './generate.mjs';
import { table } from './measure.mjs';

/** The most that a family may keep which nobody has open, in bytes. */
const MAX_FAMILY = 100_000;

/** Memory after all of it, as a part of what it was after the first hundredth. */
const MAX_GROWTH = 1.2;

const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '300' },
    edits: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '50' },
  },
});
const collect = /** @type {(() => void) | undefined} */ (/** @type {any} */ (globalThis).gc);
if (!collect) throw new Error('Run it with --expose-gc.');

/** What lives in memory: bytes of the heap, and of the whole process. */
function memory() {
  collect?.();
  collect?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapUsed, rss };
}

const folder = mkdtempSync(join(tmpdir(), 'job-family-memory-'));
const root = pathToFileURL(folder).href;
generateWorkspace(join(folder, 'site'), {
  pages: Number(values.families) + 40,
  families: Number(values.families),
  bytes: Number(values.families) * 40_000,
});
const start = () => new engine.LanguageService(new engine.DiskHost(() => {}), { folders: [`${root}/site`] });

/** @param {any} service */
async function checkAll(service) {
  let pages = 0;
  for await (const page of service.workspaceDiagnostics(new Map())) pages += page ? 1 : 0;
  return pages;
}

/** @type {string[][]} */
const rows = [];
let failed = false;
/** @param {string} what @param {number} before @param {number} after */
function compare(what, before, after) {
  const growth = after / before;
  if (growth > MAX_GROWTH) failed = true;
  rows.push([what, `${(before / 1e6).toFixed(0)} MB`, `${(after / 1e6).toFixed(0)} MB`, `${growth.toFixed(2)}×`]);
}

// What families keep beyond those that are held whole for the next question: a hundred, whatever the workspace's size.
const HELD_WHOLE = 120;
const bare = memory();
const service = start();
const families = await service.familyPages();
let held = bare;
for (const [number, uri] of families.entries()) {
  service.setDocument(uri, readFileSync(new URL(uri), 'utf8'));
  await service.pageDiagnostics(uri, undefined);
  await service.closeDocument(uri);
  if (number + 1 === HELD_WHOLE) held = memory();
}
const all = memory();
const each = (all.heapUsed - held.heapUsed) / (families.length - HELD_WHOLE);
if (each > MAX_FAMILY) failed = true;
rows.push([
  `${families.length} families opened, checked and closed: each further one keeps`,
  '',
  `${(each / 1000).toFixed(0)} kB`,
  '',
]);

// Edits over ten large pages.
const pages = [...families]
  .map(uri => ({ uri, text: readFileSync(new URL(uri), 'utf8') }))
  .sort((a, b) => b.text.length - a.text.length)
  .slice(0, 10);
const edits = Number(values.edits);
/** @type {{ rss: number, heapUsed: number } | undefined} */
let early;
for (let edit = 0; edit < edits; edit++) {
  const page = pages[edit % pages.length];
  if (!page) break;
  const at = page.text.indexOf('\n', (edit * 7919) % page.text.length);
  page.text = edit % 2 === 0 ? `${page.text.slice(0, at)} word${page.text.slice(at)}` : page.text.replace(' word', '');
  service.setDocument(page.uri, page.text);
  await service.pageDiagnostics(page.uri, undefined);
  if (edit === Math.ceil(edits / 100)) early = memory();
}
if (early) {
  const late = memory();
  compare(`${edits} edits of ten large pages: heap`, early.heapUsed, late.heapUsed);
  compare(`${edits} edits of ten large pages: resident`, early.rss, late.rss);
}

// The workspace opened and closed.
/** @type {{ rss: number, heapUsed: number } | undefined} */
let first;
const rounds = Number(values.rounds);
for (let round = 0; round < rounds; round++) {
  const again = start();
  await checkAll(again);
  first ??= memory();
}
if (first) {
  const last = memory();
  compare(`the workspace opened ${rounds} times: heap`, first.heapUsed, last.heapUsed);
  compare(`the workspace opened ${rounds} times: resident`, first.rss, last.rss);
}
rmSync(folder, { recursive: true });
console.log(table(['what', 'early', 'at the end', ''], rows));
console.log(`before anything was read: ${(bare.heapUsed / 1e6).toFixed(0)} MB of heap`);
process.exitCode = failed ? 1 : 0;
