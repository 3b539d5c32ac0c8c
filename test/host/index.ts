// The entry that VS Code calls inside its extension host, here and under @vscode/test-electron.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { inspect } from 'node:util';
import { recordSuites, type SuiteRecord } from './support/suiteRecord.ts';

/** Runs all suites and records each test as it ends in the file that JOB_FAMILY_SUITE_RESULT names. Rejects when one fails. */
export async function run(): Promise<void> {
  const file = process.env.JOB_FAMILY_SUITE_RESULT;
  if (!file) throw new Error('JOB_FAMILY_SUITE_RESULT must name the file that the result goes to.');
  const save = (record: SuiteRecord): void => writeFileSync(file, JSON.stringify(record, undefined, 2));
  try {
    // mocha is an ES module: the extension host can import it, but its Node may be too old to require it.
    const { default: MochaRunner } = await import('mocha');
    const { JOB_FAMILY_GREP: grep } = process.env;
    const mocha = new MochaRunner({ ui: 'bdd', timeout: 90_000, forbidOnly: true, ...(grep === undefined ? {} : { grep }) });
    for (const suite of suiteFiles(path.join(__dirname, 'suite'))) mocha.addFile(suite);
    const failures = await new Promise<number>(resolve => recordSuites(mocha.run(resolve), save));
    if (failures > 0) throw new Error(`${failures} tests failed.`);
  } catch (error) {
    if (!existsSync(file)) save({ complete: false, broken: inspect(error), tests: [] });
    throw error;
  }
}

function suiteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => path.join(folder, name));
}
