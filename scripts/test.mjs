// @ts-check
// All tests, or the parts that are named. Sets a fresh clone up first. The last line says what it came to.
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, requireNode } from './setup.mjs';
import { addTally, emptyTally, summaryLine } from './test/tally.mjs';

/** @typedef {import('./test/tally.mjs').Tally} Tally */

const PARTS = ['types', 'lint', 'unit', 'rules', 'features', 'protocol', 'cli', 'corpus', 'editors', 'hugo', 'host'];

const HELP = `Usage: npm test [-- [PART…] [FOLDER…] [OPTIONS]]

Parts, in this order when none is named: ${PARTS.join(', ')}
Folders are for the part hugo: sites whose ids and links are compared with what Hugo makes of them.

Options of the part host:
  --vscode floor|today  only on the oldest VS Code supported, or only on the newest (both)
  --desktop             in a desktop VS Code: the one that VSCODE_EXECUTABLE names, or a downloaded one
  --verbose             show what VS Code prints
  --help`;

requireNode();
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { parts, folders, named, options, trouble } = readArguments(args);
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
    const tally = await runPart(part, { ...options, folders, install: named.includes('hugo') }).catch(crashed(part));
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
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    const named = positionals.filter(part => PARTS.includes(part));
    const folders = positionals.filter(part => !PARTS.includes(part));
    const trouble =
      folders.length > 0 && !named.includes('hugo')
        ? `There is no part "${folders[0]}".`
        : values.vscode && !['floor', 'today'].includes(values.vscode)
          ? '--vscode takes floor or today.'
          : undefined;
    return { parts: PARTS.filter(part => named.length === 0 || named.includes(part)), folders, named, options: values, trouble };
  } catch (error) {
    const trouble = error instanceof Error ? error.message : String(error);
    return { parts: [], folders: [], named: [], options: {}, trouble };
  }
}

/**
 * The parts are imported when their turn comes: what they need may have been installed a moment ago.
 *
 * @param {string} part
 * @param {{ vscode?: string, desktop?: boolean, verbose?: boolean, folders: string[], install: boolean }} options
 * @returns {Promise<Tally>}
 */
async function runPart(part, options) {
  switch (part) {
    case 'types':
      return (await import('./test/toolParts.mjs')).testTypes();
    case 'lint':
      return (await import('./test/toolParts.mjs')).testLint();
    case 'editors':
      return (await import('./test/editorsPart.mjs')).testEditors();
    case 'hugo':
      return (await import('./test/hugoPart.mjs')).testHugo(options);
    case 'host':
      return (await import('./test/hostPart.mjs')).testHost(options);
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
