// @ts-check
// All tests, or those that are named, side by side. Sets a fresh clone up first. The last line counts the tests.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, requireNode } from './setup.mjs';
import { clearFailures } from './test/failures.mjs';
import { chosenJobs, JOBS, PARTS } from './test/jobs.mjs';
import { runJobs } from './test/schedule.mjs';
import { emptyTally, summaryLine } from './test/tally.mjs';

/** @typedef {import('./test/tally.mjs').Tally} Tally */
/** @typedef {import('./test/jobs.mjs').Job} Job */

/** What random tests start from unless JOB_FAMILY_SEED says otherwise. */
const USUAL_SEED = 20_261_201;

const DESKTOP = { name: 'host: desktop suites', part: 'host', seconds: 60 };

const HELP = `Usage: npm test [-- [PART…] [FOLDER…] [OPTIONS]]

Parts: ${PARTS.join(', ')}
Folders are for the part hugo: sites whose ids and links are compared with what Hugo makes of them.

Options:
  --grep PATTERN        only tests whose title matches, in the parts of vitest and in the suites of the host
  --full                everything: random tests at full length, all walks in both versions of VS Code
  --rest                only what --full runs beyond an ordinary run
  --vscode floor|today  of the part host only the oldest VS Code supported, or only the newest
  --desktop             the suites in a desktop VS Code: the one that VSCODE_EXECUTABLE names, or a downloaded one
  --jobs N              run N parts at a time (one a core, up to 4)
  --list                list the jobs and run none
  --verbose             show all output, not only of what fails
  --help

JOB_FAMILY_SEED sets the seed of the random tests.`;

requireNode();
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  /** @type {ReturnType<typeof readArguments>} */
  let given;
  try {
    given = readArguments(args);
  } catch (error) {
    console.error(`error: ${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return 2;
  }
  const { jobs, folders, names, options } = given;
  if (options.help) console.log(HELP);
  if (options.list) for (const { name } of jobs) console.log(name);
  if (options.help || options.list) return 0;

  const seed = process.env.JOB_FAMILY_SEED ?? String(USUAL_SEED);
  console.log(`Random tests start from the seed ${seed}; JOB_FAMILY_SEED=${seed} repeats them.`);
  clearFailures();
  const total = emptyTally();
  const installed = await ensureDependencies().then(() => true, failedSetup(total, 'dependencies'));
  if (installed) await ensureBuild().catch(failedSetup(total, 'build')); // without a build, types and lint still have a say
  if (installed) {
    const { grep, verbose } = options;
    const tally = await runJobs(jobs, {
      options: { ...(grep === undefined ? {} : { grep }), verbose, folders, installHugo: names.includes('hugo') },
      env: { JOB_FAMILY_SEED: seed, ...(options.full || options.rest ? { JOB_FAMILY_FULL: '1' } : {}) },
      atOnce: Number(options.jobs ?? Math.min(os.availableParallelism(), 4)),
      verbose,
    });
    total.passed += tally.passed;
    total.failures.push(...tally.failures);
    total.skips.push(...tally.skips);
  }
  report(total);
  return total.failures.length > 0 ? 1 : 0;
}

/**
 * @param {string[]} args
 * @throws {Error} with what is wrong with them
 */
function readArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      grep: { type: 'string' },
      full: { type: 'boolean', default: false },
      rest: { type: 'boolean', default: false },
      vscode: { type: 'string' },
      desktop: { type: 'boolean', default: false },
      jobs: { type: 'string' },
      list: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const names = positionals.filter(name => PARTS.includes(name) || JOBS.some(job => job.name === name));
  const folders = positionals.filter(name => !names.includes(name));
  if (folders.length > 0 && !names.includes('hugo')) throw new Error(`unknown part "${folders[0]}"`);
  if (values.vscode && !['floor', 'today'].includes(values.vscode)) throw new Error('--vscode takes floor or today');
  if (values.jobs !== undefined && !/^[1-9]\d?$/u.test(values.jobs)) throw new Error('--jobs takes a number from 1 to 99');
  const chosen = chosenJobs({ names, full: values.full, rest: values.rest });
  const other = values.vscode === 'floor' ? 'today' : 'floor';
  const jobs = values.desktop ? [DESKTOP] : chosen.filter(({ name }) => !values.vscode || !name.startsWith(`host: ${other}`));
  return { jobs, folders, names, options: values };
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

/** @param {Tally} total */
function report(total) {
  if (total.skips.length > 0) console.log('\nSkipped:');
  for (const { title, reason } of total.skips) console.log(`  - ${title}${reason ? `: ${reason}` : ''}`);
  if (total.failures.length > 0) console.log('\nFailed:');
  for (const { title, error, evidence, command } of total.failures) {
    console.log(`  ✗ ${title}${error ? `: ${error.split('\n')[0].slice(0, 160)}` : ''}`);
    if (evidence) console.log(`    window, output channel and messages: ${evidence}`);
    if (command) console.log(`    alone: ${command}`);
  }
  console.log(`\n${summaryLine(total)}`);
}
