import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch } from 'diff';
import type { FixedPage } from '../checkedWorkspace.ts';
import { readRegularFile } from '../disk/regularFile.ts';
import { writeFileSafely } from '../disk/writeFile.ts';
import type { FixCommand } from './arguments.ts';
import { orFailed, tellFailures } from './check.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { findPages, printedPath } from './pages.ts';
import { visibleLines, visiblePath, visibleText } from './visibleText.ts';
import { writingTrouble } from './writtenFile.ts';

/** What has become of the pages so far. */
interface Tally {
  seen: number;
  mendedPages: number;
  mendedFindings: number;
  leftAlone: number;
  failed: boolean;
}

/** `job-family fix`: makes the safe fixes of the pages that are meant, and gives the exit code. */
export async function fix(command: FixCommand, environment: CliEnvironment, console: Console): Promise<number> {
  const found = await findPages(command, environment, command.quiet ? console.withoutNotes() : console);
  if (found.nothingFound !== undefined && !command.quiet) console.note(found.nothingFound);
  const interrupted = environment.interruption();
  const tally: Tally = { seen: 0, mendedPages: 0, mendedFindings: 0, leftAlone: 0, failed: found.failed };
  const pages = found.pages.filter(page => !page.isDocument);
  for (const { uri, service } of pages) {
    // Signals are told between two turns of the event loop, and what a page takes may never come to one by itself.
    await new Promise(resolve => setImmediate(resolve));
    if (interrupted.aborted) return stopped(tally, pages.length, console);
    console.progress(tally.seen++, pages.length);
    const page = await orFailed(found, uri, service.fixedPage(uri));
    if (!page) continue;
    const path = printedPath(uri, environment.cwd);
    if (command.stdinFilename !== undefined) fromInput(page, path, command, environment, console, tally);
    else if (mend(page, uri, (await service.configuration()).root!, path, command, environment, console, tally))
      await service.fileChanged(uri);
  }
  console.clearProgress();
  if (!command.quiet && command.stdinFilename === undefined)
    (command.dryRun ? environment.stderr : environment.stdout).write(`${summary(tally, command.dryRun)}\n`);
  if (tellFailures(found.ruleFailures, console)) return exitCode.internal;
  if (tally.failed) return exitCode.usage;
  return tally.leftAlone > 0 || (command.dryRun && tally.mendedPages > 0) ? exitCode.findings : exitCode.clean;
}

/** Writes a page's fixes, or prints them for a dry run. True where the file has changed. */
function mend(
  page: FixedPage,
  uri: string,
  root: string,
  path: string,
  { dryRun, quiet }: FixCommand,
  environment: CliEnvironment,
  console: Console,
  tally: Tally,
): boolean {
  if (isLeftAlone(page, path, console, tally)) return false;
  if (page.after === page.before) return false;
  if (dryRun) environment.stdout.write(shownDifference(page, path, environment));
  else {
    const file = fileURLToPath(uri);
    const trouble = replaced(file, page, fileURLToPath(root));
    if (trouble !== undefined) {
      console.error(`${path}: ${trouble}`);
      tally.failed = true;
      return false;
    }
    if (!quiet) environment.stdout.write(`${visiblePath(path)}: ${findings(page.mended)} mended\n`);
  }
  tally.mendedPages++;
  tally.mendedFindings += page.mended;
  return !dryRun;
}

function fromInput(
  page: FixedPage,
  path: string,
  { dryRun }: FixCommand,
  environment: CliEnvironment,
  console: Console,
  tally: Tally,
): void {
  isLeftAlone(page, path, console, tally);
  if (page.after !== page.before) tally.mendedPages++;
  environment.stdout.write(dryRun ? (page.after === page.before ? '' : shownDifference(page, path, environment)) : page.after);
}

function isLeftAlone({ trouble }: FixedPage, path: string, console: Console, tally: Tally): boolean {
  if (!trouble) return false;
  tally.leftAlone++;
  console.error(`${path}:${trouble.line}: the page is left alone, since it cannot be read as it stands. ${trouble.message}`);
  return true;
}

/** Puts the mended text into the file; why not, where it is not to be or cannot be. */
function replaced(file: string, page: FixedPage, root: string): string | undefined {
  try {
    // What was not read as it stands must not be written: another program was faster, or the bytes are no UTF-8.
    const before = Buffer.from(page.before, 'utf8');
    const { bytes, isWhole } = readRegularFile(file, before.length);
    if (!isWhole || !bytes.equals(before)) return 'left alone: changed meanwhile, or not UTF-8';
    writeFileSafely(file, page.after, root);
    return undefined;
  } catch (error) {
    return writingTrouble(error);
  }
}

/** A program gets the difference as it is, a terminal without escape sequences. */
function shownDifference(page: FixedPage, path: string, { stdout }: CliEnvironment): string {
  const text = difference(page, visibleText(path));
  return stdout.isTerminal ? visibleLines(text) : text;
}

/** A unified difference as git writes it; paths are as seen from the folder the program ran in. */
function difference({ before, after }: FixedPage, path: string): string {
  const headers = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: headers,
  });
}

function stopped(tally: Tally, all: number, console: Console): number {
  console.note(`Stopped: ${pagesOf(tally.mendedPages)} mended, ${pagesOf(all - tally.seen)} not looked at.`);
  return exitCode.interrupted;
}

function summary(tally: Tally, dryRun: boolean): string {
  const done =
    tally.mendedPages === 0
      ? 'nothing to mend'
      : `${findings(tally.mendedFindings)} ${dryRun ? 'would be ' : ''}mended on ${pagesOf(tally.mendedPages)}`;
  const alone = tally.leftAlone === 0 ? '' : `, ${pagesOf(tally.leftAlone)} left alone`;
  return `${tally.seen} job ${tally.seen === 1 ? 'family' : 'families'}: ${done}${alone}`;
}

function findings(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}

function pagesOf(count: number): string {
  return `${count} ${count === 1 ? 'page' : 'pages'}`;
}
