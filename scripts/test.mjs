// @ts-check
// All tests, or the parts that are named. Sets a fresh clone up first. The last line says what it came to.
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, requireNode } from './setup.mjs';
import { addTally, emptyTally, summaryLine } from './test/tally.mjs';

/** @typedef {import('./test/tally.mjs').Tally} Tally */

const PARTS = ['types', 'lint', 'unit', 'rules', 'features', 'protocol', 'cli', 'corpus', 'host'];

const HELP = `Usage: npm test [-- [PART…] [OPTIONS]]

Parts, in this order when none is named: ${PARTS.join(', ')}

Options of the part host:
  --vscode floor|today  only on the oldest VS Code supported, or only on the newest (both)
  --desktop             in a desktop VS Code: the one that VSCODE_EXECUTABLE names, or a downloaded one
  --update-pictures     write the pictures of docs/pictures anew
  --verbose             show what VS Code prints
  --help`;

requireNode();
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { parts, options, trouble } = readArguments(args);
  if (trouble) console.error(`${trouble}\n\n${HELP}`);
  if (trouble) return 2;
  if (options.help) console.log(HELP);
  if (options.help) return 0;

  const total = emptyTally();
  const installed = await ensureDependencies().then(() => true, failedSetup(total, 'dependencies'));
  if (installed) await ensureBuild().catch(failedSetup(total, 'build')); // without a build, types and lint still have a say
  for (const part of installed ? parts : []) {
    console.log(`\n── ${part} ${'─'.repeat(60 - part.length)}`);
    const started = Date.now();
    const tally = await runPart(part, options).catch(crashed(part));
    console.log(`${part}: ${summaryLine(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    addTally(total, tally);
  }
  report(total);
  return total.failures.length > 0 ? 1 : 0;
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        vscode: { type: 'string' },
        desktop: { type: 'boolean' },
        'update-pictures': { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    const unknown = positionals.find(part => !PARTS.includes(part));
    if (unknown) return { parts: [], options: values, trouble: `There is no part "${unknown}".` };
    if (values.vscode && !['floor', 'today'].includes(values.vscode)) {
      return { parts: [], options: values, trouble: '--vscode takes floor or today.' };
    }
    return { parts: PARTS.filter(part => positionals.length === 0 || positionals.includes(part)), options: values };
  } catch (error) {
    return { parts: [], options: {}, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The parts are imported when their turn comes: what they need may have been installed a moment ago.
 *
 * @param {string} part
 * @param {{ vscode?: string, desktop?: boolean, 'update-pictures'?: boolean, verbose?: boolean }} options
 * @returns {Promise<Tally>}
 */
async function runPart(part, options) {
  switch (part) {
    case 'types':
      return (await import('./test/toolParts.mjs')).testTypes();
    case 'lint':
      return (await import('./test/toolParts.mjs')).testLint();
    case 'host':
      return (await import('./test/hostPart.mjs')).testHost({ ...options, updatePictures: options['update-pictures'] });
    default:
      return (await import('./test/vitestPart.mjs')).runVitest(part);
  }
}

/**
 * @param {Tally} total grows by that failure
 * @param {string} title
 * @returns {(error: Error) => boolean} always false
 */
function failedSetup(total, title) {
  return error => {
    console.error(error.message);
    total.failures.push({ title, error: error.message });
    return false;
  };
}

/**
 * @param {string} part
 * @returns {(error: unknown) => Tally}
 */
function crashed(part) {
  return error => {
    console.error(error);
    return { ...emptyTally(), failures: [{ title: part, error: `the part itself broke: ${error}` }] };
  };
}

/** @param {Tally} total */
function report(total) {
  if (total.skips.length > 0) console.log('\nSkipped:');
  for (const { title, reason } of total.skips) console.log(`  - ${title}${reason ? `: ${reason}` : ''}`);
  if (total.failures.length > 0) console.log('\nFailed:');
  for (const { title, error } of total.failures)
    console.log(`  ✗ ${title}${error ? `: ${error.split('\n')[0].slice(0, 160)}` : ''}`);
  console.log(`\n${summaryLine(total)}`);
}
