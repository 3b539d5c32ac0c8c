import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { maskShortcodes } from '../syntax/shortcode.ts';
import { type Span, trimSpan } from '../text/span.ts';

/** The holes of a template that nobody filled, in page order: none in code, comments and shortcodes, none within another. */
export function placeholdersOf(page: PageSyntax, profile: Profile): Span[] {
  return placesOf(page, placeholderPatterns(profile));
}

/** What says that something is still to be written, such as “TBD”, in page order. */
export function gapsOf(page: PageSyntax, profile: Profile): Span[] {
  let patterns = compiledGaps.get(profile);
  if (!patterns) {
    patterns = (profile.gaps ?? []).map(pattern => new RegExp(pattern, 'gm'));
    compiledGaps.set(profile, patterns);
  }
  return placesOf(page, patterns);
}

const compiledGaps = new WeakMap<Profile, readonly RegExp[]>();

function placesOf(page: PageSyntax, patterns: readonly RegExp[]): Span[] {
  if (!patterns.some(pattern => page.text.search(pattern) >= 0)) return [];
  const text = proseOf(page);
  const spans: Span[] = [];
  let told = 0;
  const matches = patterns.flatMap(pattern => [...text.matchAll(pattern)]);
  for (const match of matches.sort((a, b) => a.index - b.index || b[0].length - a[0].length)) {
    if (match.index < told || match[0].trim() === '') continue;
    told = match.index + match[0].length;
    spans.push(trimSpan(page.text, { start: match.index, end: told }));
  }
  return spans;
}

const compiled = new WeakMap<Profile, readonly RegExp[]>();

/** What the profile takes for a hole of a template that nobody filled, each to be searched for all over a text. */
export function placeholderPatterns(profile: Profile): readonly RegExp[] {
  const patterns = compiled.get(profile) ?? profile.placeholders.map(pattern => new RegExp(pattern, 'g'));
  compiled.set(profile, patterns);
  return patterns;
}

/** True for a text with a hole: what it will say once that is filled nobody knows yet. */
export function holdsPlaceholder(text: string, profile: Profile): boolean {
  return placeholderPatterns(profile).some(pattern => text.search(pattern) >= 0);
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
