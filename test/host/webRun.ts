// How the suites run in the extension host of VS Code for the Web. They are imported before, by what bundles them.
import { recordSuites } from './support/suiteRecord.ts';

/** What a line of the console begins with that carries the record so far. */
const RECORD = 'job-family-suites ';

/** Runs all suites and writes the record so far to the console, after each event. Rejects when one fails. */
export async function run(): Promise<void> {
  const failures = await new Promise<number>(resolve =>
    recordSuites(mocha.run(resolve), record => console.log(`${RECORD}${JSON.stringify(record)}`)),
  );
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
