// @ts-check
/** As `test/host/support/suiteRecord.ts` writes it. */
const FAILURE_LINE = 'job-family-failed ';

/** The title under which trouble with the run itself is reported. */
export const RUN_ITSELF = 'the run itself';

/**
 * Takes a picture of a window whenever a suite says on its console that a test has failed.
 *
 * @param {import('playwright-core').Page} page
 */
export function failurePictures(page) {
  /** @type {Map<string, Promise<Buffer | undefined>>} */
  const taken = new Map();
  return {
    /** @param {string} line of the console; true if it says that a test has failed */
    hear(line) {
      if (!line.startsWith(FAILURE_LINE)) return false;
      taken.set(
        line.slice(FAILURE_LINE.length),
        page.screenshot().catch(() => undefined),
      );
      return true;
    },
    /**
     * Takes one of the run's end as well if something went wrong with the run itself, and waits for all of them.
     *
     * @param {string | undefined} trouble
     */
    async last(trouble) {
      if (trouble !== undefined)
        taken.set(
          RUN_ITSELF,
          page.screenshot().catch(() => undefined),
        );
      await Promise.all(taken.values());
    },
    /**
     * @param {string} title of a test
     * @returns {Promise<Buffer | undefined>} undefined if none could be taken
     */
    async of(title) {
      return taken.get(title);
    },
  };
}
