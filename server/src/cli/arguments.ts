import { parseArgs } from 'node:util';
import type { FamiliesFormat } from '../export/exportedText.ts';
import type { DocumentView } from '../export/htmlDocument.ts';
import type { Severity } from '../rules/finding.ts';

/** What the command line asks for. */
export type Command =
  | {
      readonly name: 'check';
      readonly paths: readonly string[];
      readonly format: 'text' | 'json';
      readonly failOn: Severity | 'never';
      readonly color: boolean | undefined;
      /** Path of the baseline file from the workspace's root, where it is not the configured one. */
      readonly baseline: string | undefined;
      readonly writeBaseline: boolean;
    }
  | {
      readonly name: 'export';
      readonly paths: readonly string[];
      readonly format: FamiliesFormat | 'svg';
      readonly view: DocumentView;
      /** Path of the file to write; undefined for standard output. */
      readonly output: string | undefined;
    }
  | { readonly name: 'help'; readonly of: 'check' | 'export' | undefined }
  | { readonly name: 'version' };

/** What is wrong with how the program was called; `message` says it to the user. */
export class UsageError extends Error {}

const SEVERITIES: readonly (Severity | 'never')[] = ['error', 'warning', 'information', 'hint', 'never'];

/** Reads the arguments behind the program's name. Throws a UsageError that says what is wrong and what to do. */
export function readArguments(args: readonly string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      return { name: 'help', of: rest[0] === 'check' || rest[0] === 'export' ? rest[0] : undefined };
    case '--version':
    case '-v':
    case 'version':
      return { name: 'version' };
    case 'check':
      return readCheck(rest);
    case 'export':
      return readExport(rest);
    default:
      throw new UsageError(
        name.startsWith('-')
          ? `There is no option ${name} before a command.`
          : `There is no command “${name}”. The commands are check and export.`,
      );
  }
}

function readCheck(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'text' },
    'fail-on': { type: 'string', default: 'warning' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'boolean', default: false },
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return { name: 'help', of: 'check' };
  const color = values['no-color'] ? false : values.color ? true : undefined;
  return {
    name: 'check',
    paths: positionals,
    format: oneOf('--format', values.format, ['text', 'json']),
    failOn: oneOf('--fail-on', values['fail-on'], SEVERITIES),
    color,
    baseline: values.baseline as string | undefined,
    writeBaseline: values['write-baseline'] === true,
  };
}

const FORMATS: readonly (FamiliesFormat | 'svg')[] = ['html', 'csv', 'markdown', 'json', 'svg'];

function readExport(args: readonly string[]): Command {
  const { values, positionals } = parse(args, {
    format: { type: 'string', default: 'json' },
    view: { type: 'string' },
    output: { type: 'string', short: 'o', default: '-' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return { name: 'help', of: 'export' };
  const format = oneOf('--format', values.format, FORMATS);
  if (values.view !== undefined && format !== 'html')
    throw new UsageError(`--view says how the HTML shows families; it goes with --format html, not with ${format}.`);
  if (values.output === '') throw new UsageError('--output wants the path of a file, or - for standard output.');
  return {
    name: 'export',
    paths: positionals,
    format,
    view: oneOf('--view', values.view ?? 'matrix', ['matrix', 'levels']),
    output: values.output === '-' ? undefined : (values.output as string),
  };
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

function parse(
  args: readonly string[],
  options: NonNullable<Options>,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. To specify')[0]!);
  }
}

function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find(one => one === value);
  if (found === undefined)
    throw new UsageError(`${option} ${String(value)} is not known. It takes one of: ${allowed.join(', ')}.`);
  return found;
}

/** What `job-family help` prints. */
export function helpText(of: 'check' | 'export' | undefined): string {
  switch (of) {
    case 'check':
      return `job-family check [PATH…]    tells what is wrong on job families

PATH: files or folders; the current folder where none is given.

  --format text|json     how findings are printed (text)
  --fail-on SEVERITY     exit with 1 at findings of this severity or above:
                         error, warning, information, hint, never (warning)
  --baseline FILE        findings that are not reported (.job-family-baseline.json
                         at the root of the workspace)
  --write-baseline       write the present findings to that file: from then on
                         only new ones are reported
  --color, --no-color    colours whatever the terminal

Exit: 0 clean, 1 findings, 2 wrong call or unreadable path, 3 internal error.
`;
    case 'export':
      return `job-family export [PATH…]    writes job families for readers and other programs

PATH: files or folders; the current folder where none is given. Several families,
as those of a department's folder, come with an index.

  --format FORMAT      html      one file to read and print, without script
                       csv       a row for each bullet that a level amounts to
                       markdown  a table for each family
                       json      the model, as in schemas/model.schema.json
                       svg       the career map: of one family with those that
                                 it leads to or that lead to it, of several as
                                 they are
                       (json)
  --view VIEW          how the HTML shows a family: matrix (levels beside each
                       other, to print on paper that lies) or levels (each with
                       all that it amounts to, on paper that stands) (matrix)
  -o, --output FILE    writes there; - is standard output (-)

CSV is UTF-8 by RFC 4180. A cell that a spreadsheet would calculate (it begins
with = + - or @) has an apostrophe before it.

Exit: 0 written, 2 wrong call, no job family, or a path that cannot be read or
written, 3 internal error.
`;
    case undefined:
      return `job-family: checks and exports job families

  job-family check [PATH…]      tells what is wrong
  job-family export [PATH…]     writes HTML, CSV, Markdown, JSON or SVG
  job-family help COMMAND       tells more of one
  job-family --version
`;
  }
}
