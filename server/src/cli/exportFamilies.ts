import { promises as fs } from 'node:fs';
import { resolve } from 'node:path';
import type { ExportedFamily } from '../export/exportedFamily.ts';
import { exportedText } from '../export/exportedText.ts';
import type { Command } from './arguments.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { findPages, printedPath } from './pages.ts';

/** `job-family export`: writes the job families that the paths mean, and gives the exit code. */
export async function exportFamilies(
  command: Extract<Command, { name: 'export' }>,
  environment: CliEnvironment,
  console: Console,
): Promise<number> {
  const found = await findPages(command.paths, environment.cwd, console);
  const families: ExportedFamily[] = [];
  for (const [done, { uri, service, isDocument }] of found.pages.entries()) {
    console.progress(done, found.pages.length);
    const family = isDocument ? undefined : await service.exportedFamily(uri, other => printedPath(other, environment.cwd));
    if (family) families.push(family);
  }
  console.clearProgress();
  // A program that reads the JSON or CSV of a folder without families gets a list of none.
  const isForReaders = command.format === 'html' || command.format === 'markdown';
  if (families.length === 0 && (isForReaders || command.output !== undefined)) {
    console.error('There is no job family to export.');
    return exitCode.usage;
  }
  const text = exportedText(families, command.format, command.view);
  if (command.output === undefined) environment.stdout.write(text);
  else if (!(await written(command.output, text, environment, console))) return exitCode.usage;
  return found.failed ? exitCode.usage : exitCode.clean;
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
