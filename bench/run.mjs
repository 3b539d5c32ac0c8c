// @ts-check
// npm run bench [-- --edits 500] [--pages 4300] [--growth] [--only-edits] [--only-pane]
// Measures this engine beside VS Code's own Markdown language service, in one process and on the same files: a generated
// handbook and, where it is present, the corpus of real pages. Prints ratios; asserts nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies } from '../scripts/setup.mjs';

/** How VS Code starts the server, and what the server sets by itself. */
const SERVER_FLAGS = ['--max-semi-space-size=32', '--no-allocation-site-pretenuring'];

const here = fileURLToPath(import.meta.url);
if (!globalThis.gc) {
  await ensureDependencies();
  process.exit(
    // The server's own flags, for both.
    spawnSync(process.execPath, [...SERVER_FLAGS, '--expose-gc', here, ...process.argv.slice(2)], { stdio: 'inherit' }).status ??
      1,
  );
}

const { openEngine } = await import('./engine.mjs');
const { openPeer } = await import('./peer.mjs');
const { generateWorkspace } = await import('./generate.mjs');
const { ladderTable, largeFamily } = await import('./ladder.mjs');
const { editsTable, largestOf, measureEdits } = await import('./edits.mjs');
const { buildForProduction, workspaceTable } = await import('./workspace.mjs');
const { heapInUse, inMilliseconds, table, timed } = await import('./measure.mjs');

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '500' },
    pages: { type: 'string', default: '4300' },
    growth: { type: 'boolean', default: false },
    'only-edits': { type: 'boolean', default: false },
    'only-pane': { type: 'boolean', default: false },
  },
});
const edits = Number(values.edits);

/** @typedef {{ name: string, cold: number, findings: number, edits: Awaited<ReturnType<typeof measureEdits>>, heap: number }} Result */

/**
 * @param {(folder: string) => Promise<import('./measure.mjs').Contestant>} open
 * @param {string} folder @param {string[]} families
 * @returns {Promise<Result>}
 */
async function measure(open, folder, families) {
  const before = heapInUse();
  const contestant = await open(folder);
  let findings = 0;
  const cold = await timed(async () => {
    if (!values['only-edits']) for (const path of families) findings += await contestant.check(path);
  });
  const heap = heapInUse() - before;
  const measured = await measureEdits(contestant, largestOf(families), edits);
  contestant.dispose();
  return { name: contestant.name, cold, findings, edits: measured, heap };
}

/** @param {string} title @param {string} folder */
async function run(title, folder) {
  const families = readdirSync(join(folder, 'content/job-families'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md') && path.split('/').length > 1 && !/^[^/]+\/_index\.md$/.test(path))
    .map(path => join(folder, 'content/job-families', path));
  const results = [await measure(openEngine, folder, families), await measure(openPeer, folder, families)];
  const peer = results[1];
  /** @param {number} ours @param {number} theirs */
  const ratio = (ours, theirs) => `${(ours / theirs).toFixed(2)}×`;
  console.log(`\n### ${title}: ${families.length} job families\n`);
  console.log(
    table(
      ['engine', 'cold check of all', 'heap after', 'findings'],
      results.map(result => [
        result.name,
        `${inMilliseconds(result.cold)} (${ratio(result.cold, peer.cold)})`,
        `${(result.heap / 1e6).toFixed(0)} MB`,
        String(result.findings),
      ]),
    ),
  );
  console.log(`\n${editsTable(results[0].edits, peer.edits)}`);
  if (!values['only-edits']) console.log(`\n${await workspaceTable(folder)}`);
}

/** The same size after size: what an edit costs must not depend on it. @param {readonly number[]} sizes */
async function growth(sizes) {
  for (const pages of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'job-family-handbook-'));
    try {
      const made = generateWorkspace(folder, { pages });
      console.log(`\n### Growth: ${made.pages} pages, ${made.families} job families\n\n${await workspaceTable(folder)}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The ladder pane of a large family, beside the findings of the same edits. */
async function ladder() {
  const folder = mkdtempSync(join(tmpdir(), 'job-family-ladder-'));
  try {
    const page = join(folder, 'content/job-families/kitchen/baker.md');
    mkdirSync(dirname(page), { recursive: true });
    const text = largeFamily();
    writeFileSync(page, text);
    console.log(`\n### The ladder pane of a family of 20 levels, ${Math.round(text.length / 1000)} kB\n`);
    console.log(await ladderTable(await openEngine(folder), page, Math.min(edits, 200)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same in a real VS Code, with everything that stands between the server and the eye. */
async function pane() {
  const { paneTable } = await import('./pane.mjs');
  console.log(`\n### The pane in VS Code, beside the same family\n\n${await paneTable(Math.min(edits, 60))}`);
}

if (!values['only-edits']) buildForProduction();
if (values['only-pane']) {
  await pane();
  process.exit(0);
}
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}; ${edits} edits on the largest family`);
const folder = mkdtempSync(join(tmpdir(), 'job-family-handbook-'));
try {
  const made = generateWorkspace(folder, { pages: Number(values.pages) });
  await run(`Generated handbook, ${made.pages} pages, ${(made.bytes / 1e6).toFixed(0)} MB`, folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await ladder();
if (!values['only-edits']) await pane();
const corpus = fileURLToPath(new URL('../../shared/corpus/handbook', import.meta.url));
if (existsSync(corpus)) await run('Corpus of real pages', corpus);
else console.log('\nCorpus of real pages: not present, skipped.');
if (values.growth) await growth([500, 5_000, 50_000]);
