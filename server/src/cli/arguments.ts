import type { FamiliesFormat } from '../export/exportedText.ts';
import type { DocumentView } from '../export/htmlDocument.ts';
import type { Severity } from '../rules/finding.ts';
import { type PresetName, presetNames } from '../rules/presets.ts';
import { severities } from '../rules/ruleSettings.ts';
import { type CommandName, commandNames } from './help.ts';
import { oneOf, outputPath, parseOptions, wholeNumber } from './options.ts';
import { didYouMean, UsageError } from './usageError.ts';

/** Which pages a command is for. */
export interface ChosenPages {
  readonly paths: readonly string[];
  /** Only files that differ from this revision, or, with `''`, from the last commit; undefined for all. */
  readonly changed: string | undefined;
  /** Path of the one page whose text comes by standard input. */
  readonly stdinFilename: string | undefined;
}

export interface CheckCommand extends ChosenPages {
  readonly name: 'check';
  readonly format: 'text' | 'json' | 'sarif' | 'gitlab' | 'junit' | 'github';
  readonly failOn: Severity | 'never';
  /** More warnings than that fail, and no fewer; undefined where `failOn` alone decides. */
  readonly maxWarnings: number | undefined;
  /** True if paths without any job family are no error. */
  readonly allowEmpty: boolean;
  /** Replaces the configured preset; undefined where the configuration decides. */
  readonly preset: PresetName | undefined;
  /** Only what makes the check fail is told. */
  readonly quiet: boolean;
  readonly color: boolean | undefined;
  /** Path of the baseline file from the current folder; `undefined` for the configured one. */
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  /** Path of the file to write; undefined for standard output. */
  readonly output: string | undefined;
}

export interface FixCommand extends ChosenPages {
  readonly name: 'fix';
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

export interface ExportCommand {
  readonly name: 'export';
  readonly paths: readonly string[];
  readonly format: FamiliesFormat | 'svg';
  readonly view: DocumentView;
  /** Whether cells of CSV that a spreadsheet would calculate stay as they are. */
  readonly rawCells: boolean;
  /** Path of the file to write; undefined for standard output. */
  readonly output: string | undefined;
}

/** What the command line asks for. */
export type Command =
  | CheckCommand
  | FixCommand
  | ExportCommand
  | { readonly name: 'explain'; readonly codes: readonly string[] }
  | { readonly name: 'rules'; readonly format: 'text' | 'json' }
  | { readonly name: 'init'; readonly folder: string; readonly force: boolean }
  | { readonly name: 'lsp' }
  | { readonly name: 'help'; readonly of: CommandName | undefined }
  | { readonly name: 'version' };

const FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit', 'github'] as const;
const FAIL_ON: readonly (Severity | 'never')[] = [...severities, 'never'];
const EXPORT_FORMATS: readonly (FamiliesFormat | 'svg')[] = ['html', 'csv', 'markdown', 'json', 'svg'];

const HELP = { type: 'boolean', short: 'h' } as const;
const OUTPUT = { type: 'string', short: 'o' } as const;
const PAGES = { changed: { type: 'string' }, 'stdin-filename': { type: 'string' } } as const;

/**
 * Reads the arguments behind the program's name. `exists` says whether a path is there, which tells a revision behind `--changed`
 * from a path. Throws a UsageError that says what is wrong and what to do.
 */
export function readArguments(args: readonly string[], exists: (path: string) => boolean): Command {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') return { name: 'help', of: undefined };
  if (name === '--version' || name === '-v' || name === 'version') return { name: 'version' };
  if (name === 'help') return { name: 'help', of: rest[0] === undefined ? undefined : commandNamed(rest[0]) };
  const command = commandNamed(name);
  if (rest.slice(0, indexOr(rest, '--')).some(arg => arg === '--help' || arg === '-h')) return { name: 'help', of: command };
  switch (command) {
    case 'check':
      return readCheck(rest, exists);
    case 'fix':
      return readFix(rest, exists);
    case 'export':
      return readExport(rest);
    case 'explain':
      return readExplain(rest);
    case 'rules':
      return readRules(rest);
    case 'init':
      return readInit(rest);
    case 'lsp':
      // How it is talked to (--stdio) and with whom (--clientProcessId) the server reads by itself.
      return { name: 'lsp' };
  }
}

function commandNamed(name: string): CommandName {
  const found = commandNames.find(one => one === name);
  if (found) return found;
  if (name.startsWith('-')) throw new UsageError(`There is no option ${name} before a command.`);
  const list = `${commandNames.slice(0, -1).join(', ')} and ${commandNames.at(-1)}`;
  throw new UsageError(`There is no command “${name}”.${didYouMean(name, commandNames)} The commands are ${list}.`);
}

function readCheck(args: readonly string[], exists: (path: string) => boolean): CheckCommand {
  const { values, positionals } = parseOptions(withRevision(args, exists), {
    ...PAGES,
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'warning' },
    'max-warnings': { type: 'string' },
    'allow-empty': { type: 'boolean', default: false },
    preset: { type: 'string' },
    quiet: { type: 'boolean', short: 'q', default: false },
    baseline: { type: 'string' },
    'write-baseline': { type: 'boolean', default: false },
    output: OUTPUT,
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    help: HELP,
  });
  const writeBaseline = values['write-baseline'] === true;
  const chosen = chosenPages(values, positionals);
  if (writeBaseline && chosen.stdinFilename !== undefined)
    throw new UsageError('--write-baseline is for pages on disk, and --stdin-filename names one that is not.');
  return {
    name: 'check',
    ...chosen,
    format: oneOf('--format', values.format, FORMATS),
    failOn: oneOf('--fail-on', values['fail-on'], FAIL_ON),
    maxWarnings: values['max-warnings'] === undefined ? undefined : wholeNumber('--max-warnings', values['max-warnings']),
    allowEmpty: values['allow-empty'] === true,
    preset: values.preset === undefined ? undefined : oneOf('--preset', values.preset, presetNames),
    quiet: values.quiet === true,
    color: values['no-color'] ? false : values.color ? true : undefined,
    baseline: values.baseline as string | undefined,
    writeBaseline,
    output: outputPath(values.output),
  };
}

function readFix(args: readonly string[], exists: (path: string) => boolean): FixCommand {
  const { values, positionals } = parseOptions(withRevision(args, exists), {
    ...PAGES,
    'dry-run': { type: 'boolean', short: 'n', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
    help: HELP,
  });
  return { name: 'fix', ...chosenPages(values, positionals), dryRun: values['dry-run'] === true, quiet: values.quiet === true };
}

/**
 * `--changed` stands alone or with a revision, which `parseArgs` knows no way to say: what follows it is the revision unless it is
 * an option or the path of something that is there.
 */
function withRevision(args: readonly string[], exists: (path: string) => boolean): string[] {
  const at = args.slice(0, indexOr(args, '--')).indexOf('--changed');
  if (at < 0) return [...args];
  const next = args[at + 1];
  const isRevision = next !== undefined && !next.startsWith('-') && !exists(next);
  const rest = args.slice(at + (isRevision ? 2 : 1));
  return [...args.slice(0, at), `--changed=${isRevision ? next : ''}`, ...rest];
}

function chosenPages(values: Readonly<Record<string, unknown>>, paths: readonly string[]): ChosenPages {
  const changed = values.changed as string | undefined;
  const stdinFilename = values['stdin-filename'] as string | undefined;
  if (stdinFilename === '') throw new UsageError('--stdin-filename wants the path that the text is to be read as.');
  if (stdinFilename !== undefined && (paths.length > 0 || changed !== undefined))
    throw new UsageError('--stdin-filename is for one page, whose text comes by standard input: name no other paths with it.');
  // A revision is handed to git, which would take this for an option of its own.
  if (changed?.startsWith('-')) throw new UsageError(`--changed wants a branch, tag or commit, not “${changed}”.`);
  return { paths, changed, stdinFilename };
}

function readExport(args: readonly string[]): ExportCommand {
  const { values, positionals } = parseOptions(args, {
    format: { type: 'string', default: 'json' },
    view: { type: 'string' },
    'raw-cells': { type: 'boolean', default: false },
    output: OUTPUT,
    help: HELP,
  });
  const format = oneOf('--format', values.format, EXPORT_FORMATS);
  if (values.view !== undefined && format !== 'html')
    throw new UsageError(`--view says how the HTML shows families; it goes with --format html, not with ${format}.`);
  if (values['raw-cells'] === true && format !== 'csv')
    throw new UsageError(`--raw-cells is for --format csv, not for ${format}.`);
  return {
    name: 'export',
    paths: positionals,
    format,
    view: oneOf('--view', values.view ?? 'matrix', ['matrix', 'levels']),
    rawCells: values['raw-cells'] === true,
    output: outputPath(values.output),
  };
}

function readExplain(args: readonly string[]): Command {
  const { positionals } = parseOptions(args, { help: HELP });
  if (positionals.length === 0)
    throw new UsageError(
      'explain wants the code of a rule, which stands in brackets behind a finding. All codes: job-family rules.',
    );
  return { name: 'explain', codes: positionals };
}

function readRules(args: readonly string[]): Command {
  const { values, positionals } = parseOptions(args, { format: { type: 'string', default: 'text' }, help: HELP });
  if (positionals.length > 0)
    throw new UsageError(`rules takes no names. Of one rule tells: job-family explain ${positionals[0]}.`);
  return { name: 'rules', format: oneOf('--format', values.format, ['text', 'json']) };
}

function readInit(args: readonly string[]): Command {
  const { values, positionals } = parseOptions(args, { force: { type: 'boolean', default: false }, help: HELP });
  if (positionals.length > 1) throw new UsageError('init writes one file: name one folder, or none for the current one.');
  return { name: 'init', folder: positionals[0] ?? '.', force: values.force === true };
}

function indexOr(args: readonly string[], wanted: string): number {
  const at = args.indexOf(wanted);
  return at < 0 ? args.length : at;
}
