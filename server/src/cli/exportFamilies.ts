import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import type { ExportedFamily } from '../export/exportedFamily.ts';
import { exportedText, type FamiliesFormat } from '../export/exportedText.ts';
import { type Command, UsageError } from './arguments.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { type FoundPages, findPages, printedPath } from './pages.ts';

/** `job-family export`: writes the job families that the paths mean, and gives the exit code. */
export async function exportFamilies(
  command: Extract<Command, { name: 'export' }>,
  environment: CliEnvironment,
  console: Console,
): Promise<number> {
  const found = await findPages(command.paths, environment.cwd, console);
  const text =
    command.format === 'svg' ? await mapText(found) : await familiesText(command, command.format, found, environment, console);
  if (text === undefined) {
    console.error('There is no job family to export.');
    return exitCode.usage;
  }
  if (command.output === undefined) environment.stdout.write(text);
  else if (!(await written(command.output, text, environment, console))) return exitCode.usage;
  return found.failed ? exitCode.usage : exitCode.clean;
}

async function familiesText(
  command: Extract<Command, { name: 'export' }>,
  format: FamiliesFormat,
  found: FoundPages,
  { cwd }: CliEnvironment,
  console: Console,
): Promise<string | undefined> {
  const families: ExportedFamily[] = [];
  for (const [done, { uri, service, isDocument }] of found.pages.entries()) {
    console.progress(done, found.pages.length);
    const family = isDocument ? undefined : await service.exportedFamily(uri, other => printedPath(other, cwd));
    if (family) families.push(family);
  }
  console.clearProgress();
  // A program that reads the JSON or CSV of a folder without families gets a list of none.
  const isForReaders = format === 'html' || format === 'markdown';
  return families.length === 0 && (isForReaders || command.output !== undefined)
    ? undefined
    : exportedText(families, format, command.view);
}

async function mapText({ pages }: FoundPages): Promise<string | undefined> {
  const [first] = pages;
  if (pages.some(page => page.service !== first?.service))
    throw new UsageError('A map is of one workspace, and these paths are of several. Name paths of one.');
  return first?.service.careerMapSvg(pages.map(page => page.uri));
}

async function written(output: string, text: string, environment: CliEnvironment, console: Console): Promise<boolean> {
  try {
    await fs.writeFile(resolve(environment.cwd, output), text);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    console.error(
      code === 'ENOENT'
        ? `${output}: cannot be written, since its folder does not exist.`
        : code === 'EISDIR'
          ? `${output}: is a folder. Name a file in it.`
          : `${output}: cannot be written (${code ?? 'unknown reason'}).`,
    );
    return false;
  }
}
