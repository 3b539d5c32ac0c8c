import { anyPattern, type Pattern } from '../profile/patterns.ts';
import type { Profile } from '../profile/profile.ts';
import { type InlineText, inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { linksWithin, type PageSyntax } from '../syntax/page.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { movedSpan, type Span, textOf } from '../text/span.ts';
import { proseSpansOf, sentencesOf } from './gradeStatement.ts';

/** A position that somebody reports to, by its name. */
export interface SuperiorName {
  readonly name: string;
  /** The name alone; of a linked one what the reader sees. */
  readonly span: Span;
  /** From the words that say that somebody reports to the end of the name. */
  readonly wholeSpan: Span;
  /** The link on the name; undefined where it has none. */
  readonly link: Link | undefined;
}

/**
 * The positions that a page says are reported to, in order. The profile's phrases (`reportsTo`) end where a name begins; only
 * one with a capital letter is taken for a name.
 */
export function superiorsOf(page: PageSyntax, profile: Profile): SuperiorName[] {
  if (profile.reportsTo.length === 0) return [];
  return page.blocks.flatMap(block =>
    superiorsIn(page, block, profile).map(({ name, span, wholeSpan }): SuperiorName => {
      const placed = movedSpan(span, block.span.start);
      const link = linksWithin(page, block.span).find(one => one.textSpan.start < placed.end && placed.start < one.textSpan.end);
      const whole = movedSpan(wholeSpan, block.span.start);
      return link
        ? {
            name: link.text,
            span: link.textSpan,
            wholeSpan: { start: whole.start, end: Math.max(whole.end, link.span.end) },
            link,
          }
        : { name, span: placed, wholeSpan: whole, link };
    }),
  );
}

/** True where a text says that somebody reports to somebody; undefined where the profile has no such phrase. */
export function reportingIn(profile: Profile): ((text: string) => boolean) | undefined {
  const pattern = patternOf(profile);
  return pattern && (text => pattern.test(text));
}

const NO_SUPERIORS: readonly never[] = [];

const superiorsIn = keptByPart(({ source, part }, profile: Profile): readonly Omit<SuperiorName, 'link'>[] => {
  const pattern = patternOf(profile);
  // Nearly every block is ruled out by one look: only then its points are made.
  if (!pattern?.test(source.slice(0, part.tree.length))) return NO_SUPERIORS;
  return proseSpansOf(part).flatMap(prose => {
    const written = textOf(source, prose);
    if (!pattern.test(written)) return [];
    const shown = inlineTextOf(source, part.tree, prose);
    return pattern.all(written).flatMap(match => {
      const name = nameFrom(shown, { start: prose.start + match.end, end: prose.end });
      return name ? [{ ...name, wholeSpan: { start: prose.start + match.start, end: name.span.end } }] : [];
    });
  });
});

/** What of a sentence goes on behind a name. */
const STOP =
  /\s+(?:or|who|which|that|with|at|on|unless|roles?|positions?|depending|in\s+the|as|when|while|based|for)\b|\s+and\s+(?=\p{Ll})|[;:|(]|\s[-\u2013]\s/u;

function nameFrom(shown: InlineText, rest: Span): { readonly name: string; readonly span: Span } | undefined {
  const at = shown.shownSpan(rest);
  if (!at) return undefined;
  const [sentence] = sentencesOf(shown.text.slice(at.start));
  const text = sentence ? shown.text.slice(at.start, at.start + sentence.end) : '';
  const lead = /^[\s"\u201c]*/.exec(text)![0].length;
  const stop = STOP.exec(text.slice(lead));
  const name = text.slice(lead, stop ? lead + stop.index : text.length).replace(/[\s.,!?"\u201d]+$/, '');
  if (!/^\p{Lu}/u.test(name)) return undefined;
  return { name, span: shown.sourceSpan(at.start + lead, at.start + lead + name.length) };
}

const compiled = new WeakMap<Profile, Pattern>();

function patternOf(profile: Profile): Pattern | undefined {
  if (profile.reportsTo.length === 0) return undefined;
  const pattern = compiled.get(profile) ?? anyPattern(profile.reportsTo);
  compiled.set(profile, pattern);
  return pattern;
}
