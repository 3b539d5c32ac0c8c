import type { Output } from './console.ts';

/** What the program is run with: everything it touches, so that a test can hand in its own. */
export interface CliEnvironment {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}
