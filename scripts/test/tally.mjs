// @ts-check
/**
 * A test that failed.
 *
 * @typedef {object} Failure
 * @property {string} title
 * @property {string} [error]
 * @property {string} [evidence] the folder with a picture of the window, the output channel and the messages
 * @property {string} [command] that runs it alone
 */

/**
 * What one part of the tests came to. Failures and skips have names, so that none goes unsaid.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {Failure[]} failures
 * @property {{ title: string, reason?: string }[]} skips
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failures: [], skips: [] };
}

/**
 * @param {Tally} total grows
 * @param {Tally} part
 */
export function addTally(total, part) {
  total.passed += part.passed;
  total.failures.push(...part.failures);
  total.skips.push(...part.skips);
}

/**
 * The line that a run ends with, which CI reads.
 *
 * @param {Tally} tally
 */
export function summaryLine({ passed, failures, skips }) {
  return `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;
}

/**
 * A regular expression that matches a test's title, to be put into single quotes for a shell.
 *
 * @param {string} title
 */
export function titlePattern(title) {
  return title.replace(/['\\^$.*+?()[\]{}|]/gu, '.');
}
