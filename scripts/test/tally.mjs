// @ts-check
/**
 * What one part of the tests came to. Failures and skips have names, so that none goes unsaid.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {{ title: string, error?: string }[]} failures
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
