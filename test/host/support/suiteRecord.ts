import type Mocha from 'mocha';
import { messageTrace } from './messageTrace.ts';

/** Starts the line on the console that says that a test has failed, with its title. The harness takes a picture then. */
export const FAILURE_LINE = 'job-family-failed ';

export interface SuiteTest {
  /** With the titles of its suites before it. */
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** In milliseconds. */
  readonly duration: number;
  readonly error?: string;
  /** What client and server said to each other before a failure, one message a line. */
  readonly trace?: readonly string[];
}

/** A run so far. */
export interface SuiteRecord {
  readonly complete: boolean;
  /** Why the run itself failed, as when a suite cannot be loaded. */
  readonly broken?: string;
  /** The test that is under way. */
  readonly running?: string | undefined;
  readonly tests: readonly SuiteTest[];
}

/** Saves the record after every event, since a crash of the extension host must not take with it what was known. */
export function recordSuites(runner: Mocha.Runner, save: (record: SuiteRecord) => void): void {
  const tests: SuiteTest[] = [];
  const finish = (test: Mocha.Runnable, state: SuiteTest['state'], error?: string) => {
    const failure = error === undefined ? {} : { error, trace: [...messageTrace()] };
    tests.push({ title: test.fullTitle(), state, duration: test.duration ?? 0, ...failure });
    if (error !== undefined) console.log(`${FAILURE_LINE}${test.fullTitle()}`);
    save({ complete: false, tests });
  };
  save({ complete: false, tests });
  runner.on('test', test => save({ complete: false, running: test.fullTitle(), tests }));
  runner.on('pass', test => finish(test, 'passed'));
  runner.on('pending', test => finish(test, 'skipped'));
  runner.on('fail', (test, error) => finish(test, 'failed', error.stack ?? error.message)); // hooks that fail come here too
  runner.on('end', () => save({ complete: true, tests }));
}
