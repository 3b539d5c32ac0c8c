import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, readArguments } from './arguments.ts';
import { check } from './check.ts';
import { Console, colorsFor } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { explainRules, listRules } from './explain.ts';
import { exportFamilies } from './exportFamilies.ts';
import { fix } from './fix.ts';
import { helpText } from './help.ts';
import { writeConfiguration } from './init.ts';
import { UsageError } from './usageError.ts';

/**
 * Runs the command line and gives its exit code; undefined where a server has been started, which ends by itself. Never throws, never
 * shows a stack trace unless asked by JOB_FAMILY_DEBUG.
 */
export async function main(environment: CliEnvironment): Promise<number | undefined> {
  const console = new Console(environment.stderr, colorsFor(environment.stderr, environment));
  try {
    return await run(
      readArguments(environment.args, path => existsSync(resolve(environment.cwd, path))),
      environment,
      console,
    );
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} See: job-family help`);
      return exitCode.usage;
    }
    console.error(`something went wrong inside job-family: ${error instanceof Error ? error.message : String(error)}`);
    if (environment.env.JOB_FAMILY_DEBUG) environment.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
    return exitCode.internal;
  }
}

async function run(command: Command, environment: CliEnvironment, console: Console): Promise<number | undefined> {
  switch (command.name) {
    case 'help':
      environment.stdout.write(helpText(command.of));
      return exitCode.clean;
    case 'version':
      environment.stdout.write(`${environment.version}\n`);
      return exitCode.clean;
    case 'check':
      return check(command, environment, console);
    case 'fix':
      return fix(command, environment, console);
    case 'export':
      return exportFamilies(command, environment, console);
    case 'explain':
      return explainRules(command.codes, environment, console);
    case 'rules':
      return listRules(command.format, environment);
    case 'init':
      return writeConfiguration(command, environment, console);
    case 'lsp':
      if (environment.startServer()) return undefined;
      console.error('The server is not installed: server.js is missing beside this program.');
      return exitCode.internal;
  }
}
