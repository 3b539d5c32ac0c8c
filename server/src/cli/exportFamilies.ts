import type { ExportedFamily } from '../export/exportedFamily.ts';
import { exportedText, type FamiliesFormat } from '../export/exportedText.ts';
import type { ExportCommand } from './arguments.ts';
import { tellFailures } from './check.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { type FoundPages, findPages, printedPath } from './pages.ts';
import { UsageError } from './usageError.ts';
import { writeOutput } from './writtenFile.ts';

/** `job-family export`: writes the job families that the paths mean, and gives the exit code. */
export async function exportFamilies(command: ExportCommand, environment: CliEnvironment, console: Console): Promise<number> {
  const found = await findPages({ paths: command.paths }, environment, console);
  if (found.nothingFound !== undefined) console.note(found.nothingFound);
  const text =
    command.format === 'svg' ? await mapText(found) : await familiesText(command, command.format, found, environment, console);
  if (text === undefined) {
    if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
    console.error('There is no job family to export.');
    return exitCode.usage;
  }
  if (command.output === undefined) environment.stdout.write(text);
  else if (!writeOutput(command.output, text, environment.cwd, console)) return exitCode.usage;
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  return found.failed ? exitCode.usage : exitCode.clean;
}

async function familiesText(
  command: ExportCommand,
  format: FamiliesFormat,
  found: FoundPages,
  { cwd }: CliEnvironment,
  console: Console,
): Promise<string | undefined> {
  const families: ExportedFamily[] = [];
  for (const [done, { uri, service, isDocument }] of found.pages.entries()) {
    console.progress(done, found.pages.length);
    const family = isDocument ? undefined : await service.exportedFamilyOrNone(uri, other => printedPath(other, cwd));
    if (family) families.push(family);
  }
  console.clearProgress();
  // A program that reads the JSON or CSV of a folder without families gets a list of none.
  const isForReaders = format === 'html' || format === 'markdown';
  return families.length === 0 && (isForReaders || command.output !== undefined)
    ? undefined
    : exportedText(families, format, command.view, { rawCells: command.rawCells });
}

async function mapText({ pages }: FoundPages): Promise<string | undefined> {
  const [first] = pages;
  if (pages.some(page => page.service !== first?.service))
    throw new UsageError('A map is of one workspace, and these paths are of several. Name paths of one.');
  return first?.service.careerMapSvg(pages.map(page => page.uri));
}
