import type { HeadingNode } from '../../model/headingTree.ts';
import type { JobFamily, Level } from '../../model/jobFamily.ts';
import { findLevel } from '../../model/levelName.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Heading } from '../../syntax/heading.ts';
import { type PageSyntax, shownText } from '../../syntax/page.ts';
import { type Span, textOf } from '../../text/span.ts';

/** Where a page names one of its levels, other than by an Extends sentence. */
export interface LevelPlace {
  readonly type: 'heading' | 'sub-heading' | 'sentence' | 'row';
  readonly span: Span;
  /** The words that stand there. */
  readonly text: string;
}

/**
 * The level's heading, its name in the headings of its sections, in the sentence of its grade and in its row of the page's
 * grade table. Only where the words mean this level: another level's name by mistake is none of its places.
 */
export function levelPlaces(family: JobFamily, level: Level, profile: Profile): readonly LevelPlace[] {
  const { page } = family;
  const place = (type: LevelPlace['type'], span: Span | undefined): LevelPlace[] =>
    span ? [{ type, span, text: textOf(page.text, span) }] : [];
  const names = (text: string): boolean => {
    const match = findLevel(text, family.levels, profile, [family.title]);
    return match.type === 'found' ? match.level === level : match.type === 'ambiguous' && match.levels.includes(level);
  };
  const subject = (level.grade ?? level.gradeResource)?.subject;
  const title = level.row && shownSpan(page, level.row.titleSpan, level.row.title);
  return [
    ...place('heading', level.grade?.inHeading ? level.nameSpan : level.node && nameSpanOf(page, level.node.heading)),
    ...sectionNodes(level).flatMap(({ heading, section }) => {
      const qualifier = section?.qualifier;
      const isName = qualifier !== undefined && names(qualifier);
      return isName ? place('sub-heading', shownSpan(page, heading.contentSpan, qualifier)) : [];
    }),
    ...(subject && names(subject.name) ? place('sentence', subject.span) : []),
    ...(title && names(level.row!.title) ? place('row', title) : []),
  ];
}

/** Where a heading is named: what a reader sees of it where that stands in one piece, else all of its source. */
export function nameSpanOf(page: PageSyntax, { contentSpan, text }: Heading): Span {
  const at = text === '' ? -1 : textOf(page.text, contentSpan).indexOf(text);
  return at < 0 ? contentSpan : { start: contentSpan.start + at, end: contentSpan.start + at + text.length };
}

/** The section headings below a level's own, and those that belong to it where their depth is wrong, in page order. */
function sectionNodes(level: Level): readonly HeadingNode[] {
  const nodes = new Set<HeadingNode>(level.sections.map(section => section.node));
  const below = (node: HeadingNode): void => {
    for (const child of node.children) {
      if (child.section) nodes.add(child);
      below(child);
    }
  };
  if (level.node) below(level.node);
  return [...nodes].sort((a, b) => a.index - b.index);
}

/** Where some of the words that a reader sees of a stretch stand in the source. */
function shownSpan(page: PageSyntax, within: Span, words: string): Span | undefined {
  const shown = shownText(page, within);
  const at = shown.text.indexOf(words);
  return at < 0 ? undefined : shown.sourceSpan(at, at + words.length);
}
