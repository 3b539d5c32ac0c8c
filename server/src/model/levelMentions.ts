import type { Profile } from '../profile/profile.ts';
import { shownText } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import type { HeadingNode } from './headingTree.ts';
import type { GradeRow, JobFamily, Level } from './jobFamily.ts';
import { findLevel } from './levelName.ts';
import { type SuperiorName, superiorsOf } from './reportsTo.ts';

/** A place of a page that names one of its levels. */
export interface LevelMention {
  readonly level: Level;
  /** The name alone; of a linked one what the reader sees. */
  readonly span: Span;
  readonly form: 'heading' | 'sub-heading' | 'grade sentence' | 'table row' | 'extends' | 'reports to';
}

/**
 * Every place of a family's page that names one of its levels, in page order: a level's own heading (of the page level the
 * title), sub-headings that carry its name, grade sentences, rows of the grade table, what extends it and who reports to it. A
 * name that could be several levels' is none's.
 */
export function levelMentions(family: JobFamily, profile: Profile): LevelMention[] {
  const { levels, page } = family;
  const named = (name: string): Level | undefined => levelNamed(family, name, profile);
  const mentions: LevelMention[] = [];
  const mention = (level: Level | undefined, span: Span | undefined, form: LevelMention['form']): void => {
    if (level && span && span.end > span.start) mentions.push({ level, span, form });
  };
  for (const level of levels) mention(level, level.nameSpan, 'heading');
  for (const node of family.tree.nodes) {
    const qualifier = qualifierOf(family, node);
    if (qualifier) mention(named(qualifier.name), qualifier.span, 'sub-heading');
  }
  for (const { grade } of levels) if (grade?.subject) mention(named(grade.subject.name), grade.subject.span, 'grade sentence');
  for (const row of family.gradeRows)
    mention(levelOfRow(family, row, profile), row.link ? row.link.textSpan : row.titleSpan, 'table row');
  for (const { target, targetSpan } of levels.flatMap(level => level.extends)) {
    const link = page.links.find(one => one.span.start === targetSpan.start && one.span.end === targetSpan.end);
    if (target.type === 'level') mention(target.level, link?.textSpan ?? targetSpan, 'extends');
  }
  for (const superior of superiorsOf(page, profile))
    mention(superiorOnPage(family, superior, profile), superior.span, 'reports to');
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

/** The level of a family that a name means, in whatever spelling; undefined where none, or several could be meant. */
export function levelNamed(family: JobFamily, name: string, profile: Profile): Level | undefined {
  const match = findLevel(name, family.levels, profile, [family.title]);
  return match.type === 'found' ? match.level : undefined;
}

/** The level that a row of the page's grade table is about; undefined where its link leads elsewhere, or nobody has its name. */
export function levelOfRow(family: JobFamily, row: GradeRow, profile: Profile): Level | undefined {
  const { link } = row;
  const linked = link?.destination.startsWith('#') ? family.levels.find(one => `#${one.anchor}` === link.destination) : undefined;
  if (linked) return linked;
  return link && !link.destination.startsWith('#') ? undefined : levelNamed(family, row.title, profile);
}

/** The level of the same page that somebody reports to; undefined where the link on its name leads elsewhere, or nobody has it. */
export function superiorOnPage(family: JobFamily, { name, link }: SuperiorName, profile: Profile): Level | undefined {
  if (link?.destination.startsWith('#')) return family.levels.find(level => `#${level.anchor}` === link.destination);
  return link ? undefined : levelNamed(family, name, profile);
}

/** What a section's heading has before the section's name, and where: a level's name, in full or shortened. */
function qualifierOf(
  { page }: JobFamily,
  { heading, section }: HeadingNode,
): { readonly name: string; readonly span: Span } | undefined {
  const name = section?.qualifier;
  if (name === undefined) return undefined;
  const shown = shownText(page, heading.contentSpan);
  const at = shown.text.indexOf(name);
  return at < 0 ? undefined : { name, span: shown.sourceSpan(at, at + name.length) };
}
