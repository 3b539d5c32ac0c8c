import { version } from '../../package.json';
import { main } from './cli/main.ts';

// The command line: `job-family check`, `job-family export`.
const write = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  isTerminal: stream.isTTY === true,
});
// A reader that stops reading, as `head` does, is no error.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  throw error;
});
void main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  version,
  stdout: write(process.stdout),
  stderr: write(process.stderr),
  env: process.env,
}).then(code => {
  process.exitCode = code;
});
