// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * One test as `test/host/index.ts` writes it down.
 *
 * @typedef {object} SuiteTest
 * @property {string} title with the titles of its suites before it
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {number} duration in milliseconds
 * @property {string} [error]
 */

/**
 * The file that `test/host/index.ts` writes after each test, so that a crash leaves what had been done until then.
 *
 * @typedef {object} SuiteRecord
 * @property {boolean} complete
 * @property {string} [broken] why the run itself failed, as when a suite cannot be loaded
 * @property {string} [running] the test that was under way
 * @property {SuiteTest[]} tests
 */

/**
 * @typedef {object} SuiteOutcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {SuiteTest[]} tests
 * @property {{ title: string, error: string }[]} failures
 */

/**
 * What a run came to. The record decides, never an exit code: VS Code ends with 0 when its extension host crashes. A record that
 * is missing, incomplete or empty is a failure of its own.
 *
 * @param {string} file
 * @param {string} [trouble] what the harness itself noticed: a time-out, a crash
 * @returns {SuiteOutcome}
 */
export function readSuiteResult(file, trouble) {
  /** @type {SuiteRecord} */
  const record = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { complete: false, tests: [] };
  const count = (/** @type {SuiteTest['state']} */ state) => record.tests.filter(test => test.state === state).length;
  const failures = record.tests
    .filter(test => test.state === 'failed')
    .map(test => ({ title: test.title, error: test.error ?? 'no message' }));
  const broken = harnessFailure(record, trouble);
  if (broken) failures.push({ title: 'the run itself', error: broken });
  return { passed: count('passed'), failed: failures.length, skipped: count('skipped'), tests: record.tests, failures };
}

/**
 * @param {SuiteRecord} record
 * @param {string} [trouble]
 */
function harnessFailure(record, trouble) {
  const where = record.running ? `, during "${record.running}"` : '';
  if (trouble) return `${trouble}${where}`;
  if (record.broken) return record.broken;
  if (!record.complete) return `The extension host ended before its tests did${where}.`;
  if (record.tests.length === 0) return 'No test ran.';
  return undefined;
}
