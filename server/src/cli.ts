import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { version } from '../../package.json';
import { main } from './cli/main.ts';

// The command line: `job-family check` and its like.
const write = (stream: NodeJS.WriteStream) => ({
  write: (written: string) => void stream.write(written),
  isTerminal: stream.isTTY === true,
});
// A reader that stops reading, as `head` does, is not an error and does not change the exit code.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  });

function interruption(): AbortSignal {
  const controller = new AbortController();
  // Once only: who asks a second time wants it ended at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** The server is a program of its own, which reads this process's arguments and ends the process by itself. */
function startServer(): boolean {
  const program = join(__dirname, 'server.js');
  if (!existsSync(program)) return false;
  if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');
  createRequire(__filename)(program);
  return true;
}

void main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  version,
  stdout: write(process.stdout),
  stderr: write(process.stderr),
  env: process.env,
  documentationFolder: join(__dirname, '..', 'docs', 'rules'),
  stdin: () => text(process.stdin),
  interruption,
  startServer,
}).then(code => {
  if (code !== undefined) process.exitCode = code;
});
