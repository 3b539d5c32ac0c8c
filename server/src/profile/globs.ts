import * as l10n from '@vscode/l10n';

/** How globs match. */
export interface GlobOptions {
  /** Whether wildcards match names that start with a dot. */
  readonly dot?: boolean;
}

/** Longer globs are refused. UTF-16 units. */
const MAX_GLOB = 500;

/** Globs that one glob with braces may expand to. */
const MAX_ALTERNATIVES = 100;

/** Returns the glob that matches a path as it is written. */
export function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!@+,]/g, '\\$&');
}

/** Returns why a glob cannot be used, as a clause without a subject; `undefined` if it can be used. */
export function globTrouble(glob: string): string | undefined {
  if (glob.length > MAX_GLOB) return l10n.t`is longer than ${MAX_GLOB} characters`;
  if (glob.startsWith('!')) return l10n.t`starts with “!”, which is not supported`;
  if (/(?<!\\)[@?!+*]\(/.test(glob)) return l10n.t`uses an extended glob such as “+(…)”, which is not supported`;
  return alternativesOf(glob) ? undefined : l10n.t`has more than ${MAX_ALTERNATIVES} alternatives`;
}

/**
 * Returns a function that reports whether any of the globs matches a whole path with `/`. Supported are `*`, `?`, `[…]`, `{a,b}`, and `**` as
 * a whole segment; `a/**` matches `a` too. Globs that `globTrouble` refuses match nothing. Matching takes time in proportion to the length
 * of the path times that of the glob.
 */
export function globMatcher(globs: readonly string[], { dot = false }: GlobOptions = {}): (path: string) => boolean {
  const compiled = globs
    .filter(glob => globTrouble(glob) === undefined)
    .flatMap(glob => alternativesOf(glob) ?? [])
    .map(glob => glob.split('/').map(segmentOf));
  return path => {
    const names = path.split('/');
    return compiled.some(segments => matchesAll(segments, names, dot));
  };
}

/** Returns a function that reports whether a glob of an ignore file matches a path with `/`. Braces mean themselves, as in git. */
export function ignoreMatcher(glob: string): (path: string) => boolean {
  if (glob.length > MAX_GLOB) return () => false;
  const segments = glob.toLowerCase().split('/').map(segmentOf);
  return path => matchesAll(segments, path.toLowerCase().split('/'), true);
}

/** `undefined` is `**`. */
type Segment = readonly Token[] | undefined;

/** One character, any number of characters, or one of a set. */
type Token = string | typeof ANY | { readonly has: (character: string) => boolean };

const ANY = Symbol('any number of characters');

/** Matches with the last wildcard extended step by step: earlier ones never need to be tried again. */
function matchesAll(segments: readonly Segment[], names: readonly string[], dot: boolean): boolean {
  return wildcardMatch(
    segments.length,
    names.length,
    at => segments[at] === undefined,
    (at, name) => matchesName(segments[at]!, names[name]!, dot),
    name => dot || !names[name]!.startsWith('.'),
  );
}

function matchesName(tokens: readonly Token[], name: string, dot: boolean): boolean {
  if (name.startsWith('.') && !dot && tokens[0] !== '.') return false;
  const characters = [...name];
  return wildcardMatch(
    tokens.length,
    characters.length,
    at => tokens[at] === ANY,
    (at, character) => {
      const token = tokens[at]!;
      const found = characters[character]!;
      return typeof token === 'object' ? token.has(found) : token === found;
    },
    () => true,
  );
}

function wildcardMatch(
  patternLength: number,
  length: number,
  isWildcard: (at: number) => boolean,
  matches: (at: number, item: number) => boolean,
  mayBeSkipped: (item: number) => boolean,
): boolean {
  let at = 0;
  let wildcard = -1;
  let resume = 0;
  for (let item = 0; item < length; ) {
    if (at < patternLength && isWildcard(at)) {
      wildcard = at++;
      resume = item;
    } else if (at < patternLength && matches(at, item)) {
      at++;
      item++;
    } else if (wildcard >= 0 && mayBeSkipped(resume)) {
      at = wildcard + 1;
      item = ++resume;
    } else return false;
  }
  while (at < patternLength && isWildcard(at)) at++;
  return at === patternLength;
}

function segmentOf(segment: string): Segment {
  if (segment === '**') return undefined;
  const tokens: Token[] = [];
  const characters = [...segment];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === '\\' && at + 1 < characters.length) tokens.push(characters[++at]!);
    else if (character === '*') {
      if (tokens.at(-1) !== ANY) tokens.push(ANY);
    } else if (character === '?') tokens.push({ has: () => true });
    else if (character === '[') {
      const end = characters.indexOf(']', at + 2);
      if (end < 0) tokens.push(character);
      else {
        tokens.push(setOf(characters.slice(at + 1, end)));
        at = end;
      }
    } else tokens.push(character);
  }
  return tokens;
}

function setOf(content: readonly string[]): Token {
  const negated = content[0] === '!' || content[0] === '^';
  const rest = negated ? content.slice(1) : content;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < rest.length; at++) {
    const isRange = rest[at + 1] === '-' && at + 2 < rest.length;
    ranges.push([rest[at]!, isRange ? rest[at + 2]! : rest[at]!]);
    if (isRange) at += 2;
  }
  return { has: character => ranges.some(([from, to]) => from <= character && character <= to) !== negated };
}

/** Returns the globs that a glob with braces expands to; `undefined` if there are too many. */
function alternativesOf(glob: string): readonly string[] | undefined {
  let open: readonly string[] = [glob];
  const closed: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const one of open) {
      const expanded = expandFirst(one);
      if (expanded) next.push(...expanded);
      else closed.push(one);
      if (next.length + closed.length > MAX_ALTERNATIVES) return undefined;
    }
    open = next;
  }
  return closed;
}

/** Expands the first pair of braces with a comma in it; `undefined` if there is none. */
function expandFirst(glob: string): readonly string[] | undefined {
  for (let start = glob.indexOf('{'); start >= 0; start = glob.indexOf('{', start + 1)) {
    if (glob[start - 1] === '\\') continue;
    let depth = 0;
    const cuts = [start];
    for (let at = start; at < glob.length; at++) {
      const character = glob[at];
      if (character === '\\') at++;
      else if (character === '{') depth++;
      else if (character === ',' && depth === 1) cuts.push(at);
      else if (character === '}' && --depth === 0) {
        if (cuts.length === 1) break;
        const ends = [...cuts.slice(1), at];
        return ends.map((end, part) => glob.slice(0, start) + glob.slice(cuts[part]! + 1, end) + glob.slice(at + 1));
      }
    }
  }
  return undefined;
}
