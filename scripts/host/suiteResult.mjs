// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { RUN_ITSELF } from './failurePictures.mjs';

/** @typedef {import('../../test/host/support/suiteRecord.ts').SuiteTest} SuiteTest */
/** @typedef {import('../../test/host/support/suiteRecord.ts').SuiteRecord} SuiteRecord */

/**
 * @typedef {object} SuiteOutcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly SuiteTest[]} tests
 * @property {(title: string) => Promise<Buffer | undefined>} [picture] of the window when that test failed
 * @property {{ title: string, error: string, messages?: readonly string[] }[]} failures
 */

/**
 * What a run came to, from the file of its record.
 *
 * @param {string} file
 * @param {string} [trouble] what the harness itself noticed: a time-out, a crash
 * @returns {SuiteOutcome}
 */
export function readSuiteResult(file, trouble) {
  return suiteOutcome(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, trouble);
}

/**
 * What a run came to. The record decides, never an exit code: VS Code ends with 0 when its extension host crashes. A record that
 * is missing, incomplete or empty is a failure of its own.
 *
 * @param {SuiteRecord | undefined} found
 * @param {string} [trouble] what the harness itself noticed: a time-out, a crash
 * @returns {SuiteOutcome}
 */
export function suiteOutcome(found, trouble) {
  const record = found ?? { complete: false, tests: [] };
  const count = (/** @type {SuiteTest['state']} */ state) => record.tests.filter(test => test.state === state).length;
  /** @type {SuiteOutcome['failures']} */
  const failures = record.tests
    .filter(test => test.state === 'failed')
    .map(test => ({ title: test.title, error: test.error ?? 'no message', messages: test.trace ?? [] }));
  const broken = harnessFailure(record, trouble);
  if (broken) failures.push({ title: RUN_ITSELF, error: broken });
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
