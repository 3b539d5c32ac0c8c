import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CliEnvironment } from '../../server/src/cli/environment.ts';
import { builtProgram } from './builtProgram.ts';

/** What a run of a program came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder. It never shows a stack trace. */
export function runCli(args: readonly string[], cwd: string, input = ''): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram('cli'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
  });
  expect(stderr).not.toMatch(/^\s+at /m);
  return { code: status, stdout, stderr };
}

/** Runs git in a folder as a person of no importance; throws where git does. */
export function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com', '-c', 'init.defaultBranch=main'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** What the command line is run with in this process. What it prints is handed to `print`. */
export function cliEnvironment(
  args: readonly string[],
  cwd: string,
  print: (stream: 'stdout' | 'stderr', text: string) => void,
): CliEnvironment {
  const output = (stream: 'stdout' | 'stderr') => ({ isTerminal: false, write: (text: string) => print(stream, text) });
  return {
    args,
    cwd,
    version: '0',
    stdout: output('stdout'),
    stderr: output('stderr'),
    env: {},
    documentationFolder: join(import.meta.dirname, '../../docs/rules'),
    stdin: async () => '',
    interruption: () => new AbortController().signal,
    startServer: () => false,
  };
}
