import { parseArgs } from 'node:util';
import { didYouMean, UsageError } from './usageError.ts';

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

/** Options and what else was written. Throws a UsageError that names the option that is wrong and the one that was likely meant. */
export function parseOptions(
  args: readonly string[],
  options: Options,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const unknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'([^']+)'/.exec(message)?.[1] : undefined;
    if (unknown === undefined) throw new UsageError(message.split('. To specify')[0]!);
    const known = Object.keys(options).map(name => `--${name}`);
    throw new UsageError(`There is no option ${unknown}.${didYouMean(unknown, known)}`);
  }
}

/** The value of an option that takes one of a few. */
export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find(one => one === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `${option} ${String(value)} is not known.${didYouMean(String(value), allowed)} It takes one of: ${allowed.join(', ')}.`,
  );
}

/** The path that `--output` names; undefined for standard output. */
export function outputPath(value: unknown): string | undefined {
  if (value === '') throw new UsageError('--output wants the path of a file, or - for standard output.');
  return value === undefined || value === '-' || value === '/dev/stdout' ? undefined : String(value);
}

/** A whole number, 0 or more. */
export function wholeNumber(option: string, value: unknown): number {
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`${option} wants a whole number of 0 or more, not “${String(value)}”.`);
}
