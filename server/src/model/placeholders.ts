import { compilePattern, type Pattern } from '../profile/patterns.ts';
import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { maskShortcodes } from '../syntax/shortcode.ts';
import { type Span, textOf, trimSpan } from '../text/span.ts';

/** The holes of a template that nobody filled, in page order: none in code, comments and shortcodes, none within another. */
export function placeholdersOf(page: PageSyntax, profile: Profile): Span[] {
  return placesOf(page, placeholderPatterns(profile));
}

/** What says that something is still to be written, such as “TBD”, in page order. */
export function gapsOf(page: PageSyntax, profile: Profile): Span[] {
  return placesOf(
    page,
    (profile.gaps ?? []).map(source => compilePattern(source, { matchCase: true, lines: true })),
  );
}

function placesOf(page: PageSyntax, patterns: readonly Pattern[]): Span[] {
  if (!patterns.some(pattern => pattern.test(page.text))) return [];
  const text = proseOf(page);
  const spans: Span[] = [];
  let end = 0;
  const matches = patterns.flatMap(pattern => pattern.all(text));
  for (const match of matches.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start < end || textOf(text, match).trim() === '') continue;
    end = match.end;
    spans.push(trimSpan(page.text, match));
  }
  return spans;
}

function placeholderPatterns(profile: Profile): readonly Pattern[] {
  return profile.placeholders.map(source => compilePattern(source, { matchCase: true }));
}

/** True for a text with a hole: what it will say once that is filled nobody knows yet. */
export function holdsPlaceholder(text: string, profile: Profile): boolean {
  return placeholderPatterns(profile).some(pattern => pattern.test(text));
}

/** The page's text with code, comments and shortcodes made blank, so that offsets stay true. */
function proseOf(page: PageSyntax): string {
  const masked = maskShortcodes(page.text, page.shortcodes);
  let text = '';
  let from = 0;
  page.markdown.tree.iterate({
    enter(node) {
      if (!/^(?:FencedCode|CodeBlock|InlineCode|CommentBlock|Comment)$/.test(node.name)) return true;
      text += masked.slice(from, node.from) + ' '.repeat(node.to - node.from);
      from = node.to;
      return false;
    },
  });
  return text + masked.slice(from);
}
