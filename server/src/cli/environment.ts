import type { Output } from './console.ts';

/** What the program is run with: everything it touches beside the disk, so that a test can hand in its own. */
export interface CliEnvironment {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder with a page a rule; it may be missing. */
  readonly documentationFolder: string;
  /** All of standard input, as text. */
  stdin(): Promise<string>;
  /** From now on Ctrl+C does not end the program: it is told here instead. Asked for once, by what must not be cut off. */
  interruption(): AbortSignal;
  /** Starts the language server on standard input and output; false where it is not installed beside the program. */
  startServer(): boolean;
}
