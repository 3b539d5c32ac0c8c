import { promises as fs } from 'node:fs';
import { fileURLToPath } from 'node:url';
import picocolors from 'picocolors';
import type { Severity } from '../rules/finding.ts';
import { type Command, helpText, readArguments, UsageError } from './arguments.ts';
import { Console, type Output } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { exportFamilies } from './exportFamilies.ts';
import { type FoundPages, findPages, printedPath } from './pages.ts';
import { countBySeverity, jsonReport, type ReportedPage, textReport } from './reporters.ts';

/** Runs the command line and gives its exit code. Never throws, never shows a stack trace unless asked by JOB_FAMILY_DEBUG. */
export async function main(environment: CliEnvironment): Promise<number> {
  const console = new Console(environment.stderr, colorsFor(environment.stderr, environment, undefined));
  try {
    return await run(readArguments(environment.args), environment, console);
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

async function run(command: Command, environment: CliEnvironment, console: Console): Promise<number> {
  switch (command.name) {
    case 'help':
      environment.stdout.write(helpText(command.of));
      return exitCode.clean;
    case 'version':
      environment.stdout.write(`${environment.version}\n`);
      return exitCode.clean;
    case 'check':
      return check(command, environment, console);
    case 'export':
      return exportFamilies(command, environment, console);
  }
}

async function check(
  command: Extract<Command, { name: 'check' }>,
  environment: CliEnvironment,
  console: Console,
): Promise<number> {
  const settings = command.baseline === undefined ? {} : { baseline: command.baseline };
  const found = await findPages(command.paths, environment.cwd, console, settings);
  if (command.writeBaseline) return writeBaselines(found, environment, console);
  const reported: ReportedPage[] = [];
  let gone = 0;
  for (const [done, { uri, service, isDocument }] of found.pages.entries()) {
    console.progress(done, found.pages.length);
    const page = await service.findings(uri);
    if (page) reported.push({ path: printedPath(uri, environment.cwd), isDocument, ...page });
    gone += page?.gone.length ?? 0;
  }
  console.clearProgress();
  const nothingFound = found.failed && found.pages.length === 0 && command.format === 'text';
  if (!nothingFound)
    environment.stdout.write(
      command.format === 'json'
        ? jsonReport(reported)
        : textReport(reported, colorsFor(environment.stdout, environment, command.color)),
    );
  if (gone > 0)
    console.note(
      `${gone} ${gone === 1 ? 'finding' : 'findings'} of the baseline ${gone === 1 ? 'is' : 'are'} gone. Take ${gone === 1 ? 'it' : 'them'} out by: job-family check --write-baseline`,
    );
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  if (found.failed) return exitCode.usage;
  return failsAt(command.failOn, countBySeverity(reported)) ? exitCode.findings : exitCode.clean;
}

/** Writes the present findings of the pages into the baseline of each one's workspace; what it holds of other pages stays. */
async function writeBaselines(found: FoundPages, environment: CliEnvironment, console: Console): Promise<number> {
  const services = new Set(found.pages.map(page => page.service));
  for (const service of services) {
    const { baseline } = await service.configuration();
    const uris = found.pages.filter(page => page.service === service).map(page => page.uri);
    const path = fileURLToPath(baseline!);
    try {
      await fs.writeFile(path, await service.baselineText(uris));
    } catch (error) {
      console.error(`${printedPath(baseline!, environment.cwd)}: cannot be written (${(error as Error).message}).`);
      return exitCode.usage;
    }
    console.note(
      `${printedPath(baseline!, environment.cwd)}: holds the findings of ${uris.length} ${uris.length === 1 ? 'file' : 'files'}.`,
    );
  }
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  return found.failed ? exitCode.usage : exitCode.clean;
}

/** Rules that failed while the others went on: each said once, without its stack. */
function tellFailures(failures: readonly string[], console: Console): boolean {
  for (const failure of new Set(failures)) console.error(failure.split('\n')[0]!);
  return failures.length > 0;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function failsAt(severity: Severity | 'never', counts: Record<Severity, number>): boolean {
  return severity !== 'never' && ORDER.slice(0, ORDER.indexOf(severity) + 1).some(one => counts[one] > 0);
}

function colorsFor(
  output: Output,
  environment: CliEnvironment,
  wanted: boolean | undefined,
): ReturnType<typeof picocolors.createColors> {
  return picocolors.createColors(wanted ?? (output.isTerminal && !environment.env.NO_COLOR));
}
