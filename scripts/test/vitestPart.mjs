// @ts-check
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.mjs';
import { runInstalled } from '../run.mjs';
import { emptyTally, titlePattern } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * What is used here of vitest's JSON report.
 *
 * @typedef {object} VitestReport
 * @property {boolean} success
 * @property {VitestFile[]} testResults
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {string} message why the file itself failed
 * @property {{ fullName: string, status: string, failureMessages: string[] | null }[]} assertionResults
 */

/**
 * Runs the vitest files of one folder. An empty folder fails: silence would look like success.
 *
 * @param {string} part the folder's name below test/
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment of the tests
 * @param {string} [options.grep] runs only tests whose title matches
 * @returns {Promise<Tally>}
 */
export async function runVitest(part, { env = {}, grep } = {}) {
  const folder = path.join(root, 'test', part);
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  if (!files.some(file => file.endsWith('.test.ts'))) {
    console.log(`✗ test/${part} has no test file`);
    return { ...emptyTally(), failures: [{ title: `test/${part}`, error: 'it has no test file (*.test.ts)' }] };
  }
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'job-family-vitest-'));
  const reportFile = path.join(scratch, 'report.json');
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  if (grep !== undefined) options.push('--testNamePattern', grep, '--passWithNoTests');
  const { code } = await runInstalled('vitest', ['run', `test/${part}/`, ...options], { env });
  const tally = existsSync(reportFile) ? read(JSON.parse(readFileSync(reportFile, 'utf8'))) : emptyTally();
  rmSync(scratch, { recursive: true, force: true });
  if (code !== 0 && tally.failures.length === 0) {
    tally.failures.push({
      title: `test/${part}`,
      error: `vitest ended with code ${code} though no test failed; its output is above`,
    });
  }
  return tally;
}

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
function read({ testResults }) {
  const tally = emptyTally();
  for (const file of testResults) {
    const name = path.relative(root, file.name);
    for (const { fullName, status, failureMessages } of file.assertionResults) {
      const title = `${name}: ${fullName}`;
      if (status === 'passed') tally.passed++;
      else if (status === 'failed')
        tally.failures.push({ title, error: failureMessages?.[0], command: commandFor(name, fullName) });
      else tally.skips.push({ title, reason: status });
    }
    const failedBySelf = file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
    if (failedBySelf) tally.failures.push({ title: name, error: file.message }); // it could not even be loaded
  }
  return tally;
}

/**
 * The command that runs one test alone.
 *
 * @param {string} file relative to the project: `test/unit/x.test.ts`
 * @param {string} title
 */
function commandFor(file, title) {
  return `npm test -- ${file.split(/[\\/]/u)[1]} --grep '${titlePattern(title)}'`;
}
