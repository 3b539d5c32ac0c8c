// @ts-check
// npm run robustness [-- --pages 100000] [--seed 1] [--no-monsters]
// Reads pages that nobody writes, as the editor and the command line do, and asks a few questions of each. Prints what it came to; exits
// with 1 where anything throws, a rule fails, or a page of chance takes more than a second of the processor's time.
import { parseArgs } from 'node:util';
import { engine } from './engine.mjs';
import { chancePages, monsters } from './hostilePages.mjs';
import { quantile, table } from './measure.mjs';

/** The longest that a page of chance may take, in milliseconds. */
const LIMIT = 1000;

const ROOT = 'file:///handbook';
const PAGE = `${ROOT}/content/job-families/kitchen/baker.md`;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    'no-monsters': { type: 'boolean', default: false },
  },
});

/** @type {string[]} */
const troubles = [];
const host = {
  log: (/** @type {string} */ message) => troubles.push(message),
  readFile: async () => undefined,
  listFiles: async () => [PAGE],
};
const service = new engine.LanguageService(host, {
  folders: [ROOT],
  onRuleFailed: (/** @type {string} */ message) => troubles.push(message),
});

/**
 * Reads a page and asks of it what an editor asks when it is opened.
 *
 * @param {string} text
 * @returns {Promise<number>} the milliseconds of the processor that it took
 */
async function read(text) {
  const started = process.cpuUsage();
  service.setDocument(PAGE, text);
  await service.pageDiagnostics(PAGE);
  await service.documentSymbols(PAGE);
  await service.semanticTokens(PAGE);
  await service.foldingRanges(PAGE);
  await service.ladder(PAGE);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/**
 * @param {string} name
 * @param {string} text
 */
async function readSafely(name, text) {
  try {
    return await read(text);
  } catch (error) {
    troubles.push(`${name}: ${error instanceof Error ? error.stack : error}\n${JSON.stringify(text.slice(0, 2000))}`);
    return Number.NaN;
  }
}

/** @type {Record<string, number[]>} */
const times = {};
for (const { kind, text } of chancePages(Number(values.pages), Number(values.seed))) {
  const took = await readSafely(kind, text);
  times[kind] ??= [];
  times[kind].push(took);
  if (took > LIMIT) troubles.push(`a page of ${kind} took ${took.toFixed(0)} ms:\n${JSON.stringify(text.slice(0, 2000))}`);
}
const rows = Object.entries(times).map(([kind, all]) => [
  `chance: ${kind}`,
  String(all.length),
  `${quantile(all, 0.5).toFixed(1)} ms`,
  `${Math.max(...all).toFixed(0)} ms`,
]);
if (!values['no-monsters'])
  for (const [name, make] of Object.entries(monsters)) {
    const took = await readSafely(name, make());
    rows.push([name, '1', '', `${took.toFixed(0)} ms`]);
    process.stderr.write(`${name}: ${took.toFixed(0)} ms\n`);
  }
console.log(table(['pages', 'how many', 'median', 'longest'], rows));
for (const trouble of troubles) console.error(`\n${trouble.slice(0, 4000)}`);
console.log(
  troubles.length === 0 ? '\nNothing threw, and no page of chance took more than a second.' : `\n${troubles.length} troubles`,
);
process.exitCode = troubles.length === 0 ? 0 : 1;
