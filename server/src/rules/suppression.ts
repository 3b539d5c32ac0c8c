import type { PageSyntax } from '../syntax/page.ts';
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

  constructor(readonly directives: readonly Directive[]) {}

  /** True where a finding on this line, counted from 0, is turned off. Notes what turned it off as used. */
  covers(code: string, line: number): boolean {
    let covered = false;
    for (const [index, directive] of this.directives.entries()) {
      if (directive.kind === 'enable' || line < directive.from || line >= directive.to) continue;
      const named = directive.codes.find(one => one.code === code);
      if (!named && directive.codes.length > 0) continue;
      if (this.isEnabledAgain(index, code, line)) continue;
      this.effective.add(keyOf(directive, named?.code));
      covered = true;
    }
    return covered;
  }

  /** What turned nothing off, once every finding was asked for. `runs`: false for a rule that is off anyway, or is not known. */
  unused(runs: (code: string) => boolean): UnusedDirective[] {
    return this.directives.flatMap((directive): UnusedDirective[] => {
      if (directive.kind === 'enable') return this.enablesNothing(directive) ? [{ directive, code: undefined }] : [];
      if (directive.codes.length === 0)
        return this.effective.has(keyOf(directive, undefined)) ? [] : [{ directive, code: undefined }];
      return directive.codes
        .filter(({ code }) => runs(code) && !this.effective.has(keyOf(directive, code)))
        .map(code => ({ directive, code }));
    });
  }

  /** True where an `enable` between the directive and the line takes the code up again. */
  private isEnabledAgain(index: number, code: string, line: number): boolean {
    return this.directives
      .slice(index + 1)
      .some(
        later =>
          later.kind === 'enable' &&
          later.from <= line &&
          (later.codes.length === 0 || later.codes.some(one => one.code === code)),
      );
  }

  private enablesNothing(directive: Directive): boolean {
    const before = this.directives.slice(0, this.directives.indexOf(directive)).filter(one => one.kind === 'disable');
    if (directive.codes.length === 0 || before.some(one => one.codes.length === 0)) return before.length === 0;
    return !directive.codes.some(({ code }) => before.some(one => one.codes.some(other => other.code === code)));
  }
}

/** The comments of a page that turn findings off or on. */
export function readSuppressions(page: PageSyntax): Suppressions {
  const { text, frontMatter } = page;
  if (!text.includes('job-family-')) return new Suppressions([]);
  const found: Directive[] = [];
  const body = frontMatter?.closed ? frontMatter.span.end : 0;
  for (const match of text.slice(0, body).matchAll(IN_YAML)) found.push(directiveOf(match, page.lines, undefined));
  for (const match of text.slice(body).matchAll(IN_MARKDOWN)) {
    const at = body + match.index;
    if (!isComment(page, at)) continue;
    const coversFrontMatter =
      text
        .slice(body, at)
        .replace(/<!--[\s\S]*?-->/g, '')
        .trim() === '';
    found.push(directiveOf(match, page.lines, coversFrontMatter ? 0 : undefined, body));
  }
  return new Suppressions(found);
}

/** The comments of a YAML document that do: `# job-family-disable-next-line CODE…` and its fellows. */
export function readYamlSuppressions(text: string, lines: LineIndex): Suppressions {
  if (!text.includes('job-family-')) return new Suppressions([]);
  return new Suppressions([...text.matchAll(IN_YAML)].map(match => directiveOf(match, lines, undefined)));
}

const IN_MARKDOWN = /<!--\s*job-family-(disable-next-line|disable|enable)(?![\w-])([^\n]*?)-->/g;
const IN_YAML = /(?<=^|\s)#\s*job-family-(disable-next-line|disable|enable)(?![\w-])([^\r\n]*)/g;

function directiveOf(match: RegExpMatchArray, lines: LineIndex, covers: number | undefined, offset = 0): Directive {
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
  const line = lines.lineAt(end);
  switch (kind) {
    case 'disable-next-line': {
      const next = nextLine(lines, line + 1);
      return { kind, codes, span, from: next, to: next + 1 };
    }
    case 'disable':
      return { kind, codes, span, from: covers ?? line, to: Number.POSITIVE_INFINITY };
    case 'enable':
      return { kind, codes, span, from: line, to: line };
  }
}

/** The next line with more on it than blanks and such comments. */
function nextLine(lines: LineIndex, from: number): number {
  let line = from;
  while (line < lines.lineCount && /^\s*(?:(?:<!--\s*|#\s*)job-family-.*)?$/.test(lines.lineText(line))) line++;
  return line;
}

function isComment(page: PageSyntax, offset: number): boolean {
  const { name } = page.markdown.tree.resolveInner(offset, 1);
  return name === 'Comment' || name === 'CommentBlock';
}

function keyOf(directive: Directive, code: string | undefined): string {
  return `${directive.span.start} ${code ?? ''}`;
}
