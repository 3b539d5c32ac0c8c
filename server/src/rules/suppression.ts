import type { PageSyntax } from '../syntax/page.ts';
import { countWhile } from '../text/countWhile.ts';
import { withoutComments } from '../text/htmlComments.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** A comment of the page that turns findings off or on again. */
export interface Directive {
  readonly kind: 'disable-next-line' | 'disable' | 'enable';
  /** The codes it names; empty where it means every rule. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  /** The whole comment, its brackets included. */
  readonly span: Span;
  /** The lines it covers, counted from 0, `to` exclusive; none for one that only ends another. */
  readonly from: number;
  readonly to: number;
}

/** A part of a directive that had no effect: one of its codes, or all of it where it names none. */
export interface UnusedDirective {
  readonly directive: Directive;
  readonly code: { readonly code: string; readonly span: Span } | undefined;
}

/**
 * What a page's own comments turn off: `<!-- job-family-disable-next-line CODE… -->` for the next line with anything on it,
 * `<!-- job-family-disable CODE… -->` from there to `<!-- job-family-enable CODE… -->` or to the end. No code means every
 * rule. A `disable` before any other text of the page covers the front matter too. In the front matter, where the markup of
 * markdown means nothing, `# job-family-disable-next-line CODE…` says the same.
 */
export class Suppressions {
  private readonly effective = new Set<string>();
  /** The `disable-next-line` comments by the line that they cover. */
  private readonly byLine = new Map<number, Directive[]>();
  /** The others by the code that they name; under '' those that name none. Each list is in page order. */
  private readonly disables = new Map<string, Disabling>();
  private readonly enables = new Map<string, Ordered[]>();
  /** What `covers` returned, by line and code: a page may have many findings on one line, and many comments for it. */
  private readonly known = new Map<string, boolean>();

  constructor(readonly directives: readonly Directive[]) {
    for (const [order, directive] of directives.entries()) {
      if (directive.kind === 'disable-next-line') listAt(this.byLine, directive.from).push(directive);
      else
        for (const code of codesOf(directive)) {
          if (directive.kind === 'enable') listAt(this.enables, code).push({ order, directive });
          else if (this.disables.has(code)) this.disables.get(code)!.add({ order, directive });
          else this.disables.set(code, new Disabling({ order, directive }));
        }
    }
  }

  /** True if a finding on this line, counted from 0, is turned off. Notes what turned it off as used. */
  covers(code: string, line: number): boolean {
    const key = `${line} ${code}`;
    let covered = this.known.get(key);
    if (covered === undefined) {
      covered = this.coversByLine(code, line);
      // Both count as used.
      covered = this.coversFrom(code, code, line) || covered;
      covered = this.coversFrom('', code, line) || covered;
      this.known.set(key, covered);
    }
    return covered;
  }

  /** What turned nothing off, once every finding was asked for. `runs`: false for a rule that is off anyway, or is not known. */
  unused(runs: (code: string) => boolean): UnusedDirective[] {
    for (const [code, disabling] of this.disables)
      for (const directive of disabling.used()) this.effective.add(keyOf(directive, code));
    const enabling = this.enablingNothing();
    return this.directives.flatMap((directive): UnusedDirective[] => {
      if (directive.kind === 'enable') return enabling.has(directive) ? [{ directive, code: undefined }] : [];
      if (directive.codes.length === 0) return this.effective.has(keyOf(directive, '')) ? [] : [{ directive, code: undefined }];
      return directive.codes
        .filter(({ code }) => runs(code) && !this.effective.has(keyOf(directive, code)))
        .map(code => ({ directive, code }));
    });
  }

  private coversByLine(code: string, line: number): boolean {
    let covered = false;
    for (const directive of this.byLine.get(line) ?? []) {
      const named = directive.codes.some(one => one.code === code);
      if (!named && directive.codes.length > 0) continue;
      this.effective.add(keyOf(directive, named ? code : ''));
      covered = true;
    }
    return covered;
  }

  /** True if a `disable` under `key` covers the line: none that comes before an `enable` of the code does. */
  private coversFrom(key: string, code: string, line: number): boolean {
    const disabling = this.disables.get(key);
    if (!disabling) return false;
    const enabled = Math.max(lastUpTo(this.enables.get(code), line), lastUpTo(this.enables.get(''), line));
    return disabling.use(enabled, line);
  }

  /** The `enable` comments before which nothing that they name was turned off. */
  private enablingNothing(): ReadonlySet<Directive> {
    const nothing = new Set<Directive>();
    const before = new Set<string>();
    for (const directive of this.directives) {
      const codes = codesOf(directive);
      if (directive.kind === 'disable') for (const code of codes) before.add(code);
      else if (directive.kind === 'enable' && !before.has('')) {
        if (directive.codes.length === 0 ? before.size === 0 : !codes.some(code => before.has(code))) nothing.add(directive);
      }
    }
    return nothing;
  }
}

/** A comment and its place among all of the page. */
interface Ordered {
  readonly order: number;
  readonly directive: Directive;
}

/** The `disable` comments for one code, and which of them had an effect. What is used at once is a run of neighbours. */
class Disabling {
  private readonly all: Ordered[];
  /** Where runs of used comments begin (+1) and end (-1). */
  private readonly edges = new Map<number, number>();

  constructor(first: Ordered) {
    this.all = [first];
  }

  add(one: Ordered): void {
    this.all.push(one);
  }

  /** Notes those with effect on a line, after the comment with the order `enabled`, as used; true if there are any. */
  use(enabled: number, line: number): boolean {
    const start = countWhile(this.all, ({ order }) => order <= enabled);
    const end = countWhile(this.all, ({ directive }) => directive.from <= line);
    if (start >= end) return false;
    this.edges.set(start, (this.edges.get(start) ?? 0) + 1);
    this.edges.set(end, (this.edges.get(end) ?? 0) - 1);
    return true;
  }

  *used(): Iterable<Directive> {
    let runs = 0;
    for (const [at, { directive }] of this.all.entries()) {
      runs += this.edges.get(at) ?? 0;
      if (runs > 0) yield directive;
    }
  }
}

/** The codes that a comment names; '' if it means every rule. */
function codesOf({ codes }: Directive): readonly string[] {
  return codes.length === 0 ? [''] : [...new Set(codes.map(({ code }) => code))];
}

function listAt<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** The order of the last comment on a line or before it; -1 if there is none. */
function lastUpTo(ordered: readonly Ordered[] | undefined, line: number): number {
  if (!ordered) return -1;
  return ordered[countWhile(ordered, ({ directive }) => directive.from <= line) - 1]?.order ?? -1;
}

/** The comments of a page that turn findings off or on. */
export function readSuppressions(page: PageSyntax): Suppressions {
  const { text, frontMatter } = page;
  if (!text.includes('job-family-')) return new Suppressions([]);
  const found: Directive[] = [];
  const body = frontMatter?.closed ? frontMatter.span.end : 0;
  const lines = new CoveredLines(page.lines);
  for (const match of text.slice(0, body).matchAll(IN_YAML)) found.push(directiveOf(match, lines, undefined));
  let coversFrontMatter = true;
  let looked = body;
  for (const match of text.slice(body).matchAll(IN_MARKDOWN)) {
    const at = body + match.index;
    if (!isComment(page, at)) continue;
    coversFrontMatter &&= withoutComments(text.slice(looked, at)).trim() === '';
    looked = at + match[0].length;
    found.push(directiveOf(match, lines, coversFrontMatter ? 0 : undefined, body));
  }
  return new Suppressions(found);
}

/** The comments of a YAML document that do: `# job-family-disable-next-line CODE…` and its fellows. */
export function readYamlSuppressions(text: string, lines: LineIndex): Suppressions {
  if (!text.includes('job-family-')) return new Suppressions([]);
  const covered = new CoveredLines(lines);
  return new Suppressions([...text.matchAll(IN_YAML)].map(match => directiveOf(match, covered, undefined)));
}

const IN_MARKDOWN = /<!--\s*job-family-(disable-next-line|disable|enable)(?![\w-])([^\n]{0,2000}?)-->/g;
const IN_YAML = /(?<=^|\s)#\s*job-family-(disable-next-line|disable|enable)(?![\w-])([^\r\n]*)/g;

function directiveOf(match: RegExpMatchArray, covered: CoveredLines, covers: number | undefined, offset = 0): Directive {
  const start = offset + match.index!;
  const end = start + match[0].length;
  const kind = match[1] as Directive['kind'];
  const codesAt = start + match[0].indexOf(match[2]!, match[0].indexOf(kind) + kind.length);
  // Words behind `--` say why.
  const written = match[2]!.split(' -- ')[0]!;
  const codes = [...written.matchAll(/[\w-]+/g)].map(one => ({
    code: one[0],
    span: { start: codesAt + one.index, end: codesAt + one.index + one[0].length },
  }));
  const span = { start, end };
  const line = covered.lines.lineAt(end);
  switch (kind) {
    case 'disable-next-line': {
      const next = covered.from(line + 1);
      return { kind, codes, span, from: next, to: next + 1 };
    }
    case 'disable':
      return { kind, codes, span, from: covers ?? line, to: Number.POSITIVE_INFINITY };
    case 'enable':
      return { kind, codes, span, from: line, to: line };
  }
}

/** The lines that comments cover. */
class CoveredLines {
  /** The last stretch of lines with nothing but comments, and the line after it. */
  private comments = { from: 0, to: 0 };

  constructor(readonly lines: LineIndex) {}

  /** The next line, from one on, with more on it than spaces and such comments. Linear over all comments in page order. */
  from(line: number): number {
    if (line >= this.comments.from && line < this.comments.to) return this.comments.to;
    const { lines } = this;
    let to = line;
    while (to < lines.lineCount && NOTHING_ELSE.test(lines.lineText(to))) to++;
    this.comments = { from: line, to };
    return to;
  }
}

const NOTHING_ELSE = /^\s*(?:(?:<!--\s*|#\s*)job-family-.*)?$/;

function isComment(page: PageSyntax, offset: number): boolean {
  const { name } = page.markdown.tree.resolveInner(offset, 1);
  return name === 'Comment' || name === 'CommentBlock';
}

function keyOf(directive: Directive, code: string): string {
  return `${directive.span.start} ${code}`;
}
