import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { HeadingNode } from '../model/headingTree.ts';
import type { ExtendsReference, JobFamily } from '../model/jobFamily.ts';
import { placeholdersOf } from '../model/placeholders.ts';
import type { Profile } from '../profile/profile.ts';
import { linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { movedSpan, type Span, textOf } from '../text/span.ts';
import { levelNodes } from './levelNodes.ts';

const TYPES = ['class', 'property', 'number', 'macro', 'function'] as const;
const MODIFIERS = ['declaration'] as const;

/** The kinds of words that are told apart, by standard names, so that every theme has colours for them. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };

/** Some words of a page and what they are. */
export interface Token {
  readonly span: Span;
  /**
   * `class`: a level's name; `property`: a section's name; `number`: a grade; `macro`: a hole of the template; `function`: a
   * shortcode's name.
   */
  readonly type: (typeof TYPES)[number];
  /** True where a level's heading names it, false where something speaks of it. */
  readonly declaration?: boolean;
}

/** The tokens of a family's page in order; none overlap, and each lies within one line. */
export function tokensOf(family: JobFamily, profile: Profile): Token[] {
  const { page } = family;
  const levels = levelNodes(family);
  const tokens: readonly Token[] = [
    ...family.tree.nodes.flatMap(node =>
      levels.has(node)
        ? [{ span: node.heading.contentSpan, type: 'class', declaration: true } as const]
        : sectionTokens(family, node),
    ),
    ...family.levels.flatMap(level => level.extends.flatMap(one => extendsTokens(one, page))),
    ...family.levels.flatMap(level => level.grade ?? []).flatMap(gradeTokens),
    ...family.gradeRows.flatMap(row => [
      levelToken(row.titleSpan, page),
      ...(row.grade ? [{ span: row.grade.span, type: 'number' } as const] : []),
    ]),
    ...placeholdersOf(page, profile).map(span => ({ span, type: 'macro' }) as const),
    ...page.shortcodes.flatMap(({ span, name }) => {
      const at = page.text.indexOf(name, span.start);
      return name === '' || at < 0 ? [] : [{ span: { start: at, end: at + name.length }, type: 'function' } as const];
    }),
  ];
  return apart(tokens.flatMap(token => lineByLine(page.text, token)));
}

/** What LSP sends: the tokens that begin within a span, each by its distance from the one before. */
export function semanticTokens(family: JobFamily, profile: Profile, within?: Span): SemanticTokens {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const { span, type, declaration } of tokensOf(family, profile)) {
    if (within && (span.end <= within.start || span.start >= within.end)) continue;
    const { line, character } = family.page.lines.positionAt(span.start);
    const from = line === last.line ? last.character : 0;
    data.push(line - last.line, character - from, span.end - span.start, TYPES.indexOf(type), declaration ? 1 : 0);
    last = { line, character };
  }
  return { data };
}

/** The level that is extended; the sections over the levels are none. */
function extendsTokens({ target, targetSpan }: ExtendsReference, page: PageSyntax): Token[] {
  return target.type === 'base' ? [] : [levelToken(targetSpan, page)];
}

/** Where something speaks of a level: of a link only what is shown. */
function levelToken(span: Span, page: PageSyntax): Token {
  return { span: linksWithin(page, span)[0]?.textSpan ?? span, type: 'class' };
}

function sectionTokens({ page }: JobFamily, { heading, section }: HeadingNode): Token[] {
  if (!section) return [];
  const shown = shownText(page, heading.contentSpan);
  const token = (words: string, from: number, type: Token['type']): Token[] => {
    const at = shown.text.indexOf(words, from);
    return at < 0 ? [] : [{ span: shown.sourceSpan(at, at + words.length), type }];
  };
  const name = token(section.name, section.nameStart, 'property');
  const { qualifier } = section;
  if (qualifier === undefined) return name;
  // The owner's name is before the section's, or after it ("Requirements for X").
  const isBefore = shown.text.startsWith(qualifier) && qualifier.length <= section.nameStart;
  const owner = token(qualifier, isBefore ? 0 : section.nameStart + section.name.length, 'class');
  return isBefore ? [...owner, ...name] : [...name, ...owner];
}

function gradeTokens({
  span,
  subject,
}: {
  readonly span: Span;
  readonly subject?: { readonly span: Span } | undefined;
}): Token[] {
  return [...(subject ? [{ span: subject.span, type: 'class' } as const] : []), { span, type: 'number' }];
}

function lineByLine(text: string, token: Token): Token[] {
  return [...textOf(text, token.span).matchAll(/[^\r\n]+/g)].map(line => ({
    ...token,
    span: movedSpan({ start: line.index, end: line.index + line[0].length }, token.span.start),
  }));
}

/** In order, without those that begin within another: the one that begins first says more. */
function apart(tokens: readonly Token[]): Token[] {
  let end = 0;
  return [...tokens]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}
