// The entry that VS Code calls inside its extension host, here and under @vscode/test-electron.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { inspect } from 'node:util';
import type Mocha from 'mocha';

interface SuiteTest {
  title: string;
  state: 'passed' | 'failed' | 'skipped';
  duration: number;
  error?: string;
}

/** Runs all suites and records each test as it ends in the file that JOB_FAMILY_SUITE_RESULT names. Rejects when one fails. */
export async function run(): Promise<void> {
  const file = process.env.JOB_FAMILY_SUITE_RESULT;
  if (!file) throw new Error('JOB_FAMILY_SUITE_RESULT must name the file that the result goes to.');
  try {
    // mocha is an ES module: the extension host can import it, but its Node may be too old to require it.
    const { default: MochaRunner } = await import('mocha');
    const mocha = new MochaRunner({ ui: 'bdd', timeout: 30_000, forbidOnly: true });
    for (const suite of suiteFiles(path.join(__dirname, 'suite'))) mocha.addFile(suite);
    const failures = await new Promise<number>(resolve => record(mocha.run(resolve), file));
    if (failures > 0) throw new Error(`${failures} tests failed.`);
  } catch (error) {
    if (!existsSync(file)) writeFileSync(file, JSON.stringify({ complete: false, broken: inspect(error), tests: [] }));
    throw error;
  }
}

function suiteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.js'))
    .sort()
    .map(name => path.join(folder, name));
}

/** The file is written after every event, since a crash of the extension host must not take with it what was known. */
function record(runner: Mocha.Runner, file: string): void {
  const tests: SuiteTest[] = [];
  let running: string | undefined;
  let complete = false;
  const save = () => writeFileSync(file, JSON.stringify({ complete, running, tests }, undefined, 2));
  const finish = (test: Mocha.Runnable, state: SuiteTest['state'], error?: string) => {
    tests.push({ title: test.fullTitle(), state, duration: test.duration ?? 0, ...(error === undefined ? {} : { error }) });
    save();
  };
  save();
  runner.on('test', test => {
    running = test.fullTitle();
    save();
  });
  runner.on('pass', test => finish(test, 'passed'));
  runner.on('pending', test => finish(test, 'skipped'));
  runner.on('fail', (test, error) => finish(test, 'failed', error.stack ?? error.message)); // hooks that fail come here too
  runner.on('end', () => {
    running = undefined;
    complete = true;
    save();
  });
}
