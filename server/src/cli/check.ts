import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeFileSafely } from '../disk/writeFile.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { severities } from '../rules/ruleSettings.ts';
import type { CheckCommand } from './arguments.ts';
import { type Colors, type Console, colorsFor } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { type FoundPages, findPages, printedPath } from './pages.ts';
import { githubReport } from './reporters/github.ts';
import { gitlabReport } from './reporters/gitlab.ts';
import { jsonReport } from './reporters/json.ts';
import { junitReport } from './reporters/junit.ts';
import { countBySeverity, type ReportedPage, type Reporter } from './reporters/reportedPage.ts';
import { sarifReport } from './reporters/sarif.ts';
import { textReport } from './reporters/text.ts';
import { readRuleText } from './ruleTexts.ts';
import { UsageError } from './usageError.ts';
import { workspaceOf, writeOutput, writingTrouble } from './writtenFile.ts';

const REPORTERS: Record<Exclude<CheckCommand['format'], 'text'>, Reporter> = {
  json: jsonReport,
  sarif: sarifReport,
  gitlab: gitlabReport,
  junit: junitReport,
  github: githubReport,
};

/** `job-family check`: tells what is wrong on the pages that are meant, and gives the exit code. */
export async function check(command: CheckCommand, environment: CliEnvironment, console: Console): Promise<number> {
  const settings = {
    ...(command.baseline === undefined ? {} : { baselineFile: pathToFileURL(resolve(environment.cwd, command.baseline)).href }),
    ...(command.preset === undefined ? {} : { preset: command.preset }),
  };
  const found = await findPages(command, environment, command.quiet ? console.withoutNotes() : console, settings);
  if (found.nothingFound !== undefined) {
    if (!command.allowEmpty) {
      console.error(`${found.nothingFound} Use --allow-empty if that is expected.`);
      return exitCode.usage;
    }
    if (!command.quiet) console.note(found.nothingFound);
  }
  if (command.writeBaseline) return writeBaselines(found, command, environment, console);
  const { pages, gone } = await checkedPages(found, environment, console);
  // Nothing but the trouble with the paths is to be told where that is all there is.
  const nothingFound = found.failed && found.pages.length === 0 && command.format === 'text';
  if (!nothingFound && !report(pages, command, environment, console)) return exitCode.usage;
  if (gone > 0 && !command.quiet)
    console.note(
      `${gone} ${gone === 1 ? 'finding' : 'findings'} of the baseline ${gone === 1 ? 'is' : 'are'} gone. Take ${gone === 1 ? 'it' : 'them'} out by: job-family check --write-baseline`,
    );
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  if (found.failed) return exitCode.usage;
  return failingSeverities(command, pages).size > 0 ? exitCode.findings : exitCode.clean;
}

async function checkedPages(
  found: FoundPages,
  { cwd }: CliEnvironment,
  console: Console,
): Promise<{ readonly pages: readonly ReportedPage[]; readonly gone: number }> {
  const pages: ReportedPage[] = [];
  let gone = 0;
  for (const [done, { uri, service, isDocument }] of found.pages.entries()) {
    console.progress(done, found.pages.length);
    const page = await orFailed(found, uri, service.findings(uri));
    if (page) pages.push({ path: printedPath(uri, cwd), uri, isDocument, ...page });
    gone += page?.gone.length ?? 0;
  }
  console.clearProgress();
  return { pages, gone };
}

/** Prints or writes what is told of the pages; false where the file cannot be written. */
function report(pages: readonly ReportedPage[], command: CheckCommand, environment: CliEnvironment, console: Console): boolean {
  const { format, output, quiet } = command;
  const failing = failingSeverities(command, pages);
  const fails = (finding: Finding): boolean => failing.has(finding.severity);
  const told = quiet ? pages.map(page => ({ ...page, findings: page.findings.filter(fails) })) : pages;
  const forPeople = (colors: Colors): void => {
    if (!quiet || told.some(page => page.findings.length > 0)) environment.stdout.write(textReport(told, colors));
  };
  if (format === 'text' && output === undefined) {
    forPeople(colorsFor(environment.stdout, environment, command.color));
    return true;
  }
  const source = {
    version: environment.version,
    time: new Date(),
    fails,
    ruleText: (code: string) => readRuleText(environment.documentationFolder, code),
  };
  const text =
    format === 'text' ? textReport(told, colorsFor(undefined, environment, command.color)) : REPORTERS[format](told, source);
  if (output === undefined) {
    environment.stdout.write(text);
    return true;
  }
  if (!writeOutput(output, text, environment.cwd, console)) return false;
  // A pipeline keeps the file, and its log is read by people.
  if (format !== 'text') forPeople(colorsFor(environment.stdout, environment, command.color));
  return true;
}

/** The severities whose findings make the check fail, of those that there are. */
function failingSeverities({ failOn, maxWarnings }: CheckCommand, pages: readonly ReportedPage[]): ReadonlySet<Severity> {
  const counts = countBySeverity(pages);
  const graver = failOn === 'never' ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const failing = new Set(graver.filter(severity => counts[severity] > 0));
  if (maxWarnings !== undefined) {
    if (counts.warning > maxWarnings) failing.add('warning');
    else failing.delete('warning');
  }
  return failing;
}

/** Writes the present findings of the pages into the baseline of each one's workspace; what it holds of other pages stays. */
async function writeBaselines(
  found: FoundPages,
  command: CheckCommand,
  { cwd }: CliEnvironment,
  console: Console,
): Promise<number> {
  const services = new Set(found.pages.map(page => page.service));
  if (command.baseline !== undefined && services.size > 1)
    throw new UsageError('--baseline names one file, and the paths are in several workspaces.');
  for (const service of services) {
    const { baseline, root, troubles } = await service.configuration();
    if (baseline === undefined || root === undefined) {
      console.error(troubles.find(({ about }) => about === 'baseline')?.message ?? 'There is no folder to write a baseline in.');
      return exitCode.usage;
    }
    const uris = found.pages.filter(page => page.service === service).map(page => page.uri);
    const printed = printedPath(baseline, cwd);
    const path = fileURLToPath(baseline);
    const within = command.baseline === undefined ? fileURLToPath(root) : workspaceOf(path, cwd);
    try {
      writeFileSafely(path, await service.baselineText(uris), within);
    } catch (error) {
      console.error(`${printed}: ${writingTrouble(error)}`);
      return exitCode.usage;
    }
    console.note(`${printed}: holds the findings of ${uris.length} ${uris.length === 1 ? 'file' : 'files'}.`);
  }
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  return found.failed ? exitCode.usage : exitCode.clean;
}

/** What was asked of a page; undefined, and noted among the failures, if something threw on it: other pages are read all the same. */
export async function orFailed<Answer>(
  { ruleFailures }: FoundPages,
  uri: string,
  answer: Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    ruleFailures.push(
      `${uri}: this page cannot be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return undefined;
  }
}

/** Rules that failed while the others went on: each said once, without its stack. True where there is one. */
export function tellFailures(failures: readonly string[], console: Console): boolean {
  for (const failure of new Set(failures)) console.error(failure.split('\n')[0]!);
  return failures.length > 0;
}
