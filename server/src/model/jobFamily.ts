import type { SectionKind, Track } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Heading } from '../syntax/heading.ts';
import type { Link } from '../syntax/link.ts';
import type { ListItem } from '../syntax/listItems.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { firstFrom, type Span } from '../text/span.ts';
import type { GradeResource } from './gradeResource.ts';
import type { GradeStatement } from './gradeStatement.ts';
import type { HeadingNode, HeadingTree } from './headingTree.ts';
import type { LevelName } from './levelName.ts';

/** One bullet of a section, as a reader sees it. */
export interface Bullet {
  readonly item: ListItem;
  /** What the reader sees of its first paragraph. */
  readonly text: string;
  /** True where the bullet takes over another level's section: it is then none of the section's own. */
  readonly extends: boolean;
}

/** A section of a level, of the base or of the family. A heading that names two kinds makes two sections. */
export interface Section {
  readonly kind: SectionKind;
  readonly node: HeadingNode;
  readonly heading: Heading;
  /** Its blocks, those under plain sub-headings included, those of other sections nested in it left out. */
  readonly blocks: readonly Block[];
  /** Its top-level bullets and points in order. */
  readonly bullets: readonly Bullet[];
  /** What stands before the section's name in the heading. */
  readonly qualifier: string | undefined;
}

/** What a bullet or sentence extends, as far as the page alone can tell. */
export interface ExtendsReference {
  /**
   * The sections it extends: one for each kind it names, or that its place means. Without those that a reference before it extends
   * from the same target: empty where it only repeats one.
   */
  readonly kinds: readonly SectionKind[];
  /** The section it stands in; undefined for a sentence right under the level's heading. */
  readonly section: Section | undefined;
  /** The kinds that its own words name; empty where it names none. */
  readonly namedKinds: readonly SectionKind[];
  readonly target: ExtendsTarget;
  /** The text of the paragraph, bullet or table cell that it is in. */
  readonly span: Span;
  /** The sentence that extends. */
  readonly sentenceSpan: Span;
  /** Where the target is named. */
  readonly targetSpan: Span;
  readonly item: ListItem | undefined;
  /** True if the sentence takes a part of it back: "but without …". */
  readonly amended: boolean;
  /** The sentence's verb and what it should be, where it is misspelt. */
  readonly misspelled: { readonly span: Span; readonly meant: string } | undefined;
}

export type ExtendsTarget =
  /** A level of this page. */
  | { readonly type: 'level'; readonly level: Level }
  /** The sections that stand over the levels. */
  | { readonly type: 'base' }
  /** A link to another page: whose level it is only the workspace knows. */
  | { readonly type: 'link'; readonly link: Link; readonly name: string }
  /** A name that no level of this page has: perhaps another page's. */
  | { readonly type: 'unknown'; readonly name: string }
  | { readonly type: 'ambiguous'; readonly name: string; readonly levels: readonly Level[] };

/** One step of the family. */
export interface Level {
  readonly title: string;
  /** Id of its heading; `''` for the page level. */
  readonly anchor: string;
  readonly name: LevelName;
  /** Its heading; undefined for the page level. */
  readonly node: HeadingNode | undefined;
  /** Where it is named: the heading's text, for the page level the title's value or the page's start. */
  readonly nameSpan: Span;
  readonly track: Track;
  /** Its short mark, as in "L3"; undefined without one. */
  readonly label: string | undefined;
  /** Its place within its track where grades do not say it: higher is more senior. */
  readonly rank: number | undefined;
  readonly grade: GradeStatement | undefined;
  /** Where its grade is found instead, where the company keeps its grades elsewhere. */
  readonly gradeResource: GradeResource | undefined;
  /** Its row in the page's grade table. */
  readonly row: GradeRow | undefined;
  /** True if its Job Grade states that it has none. */
  readonly ungraded: boolean;
  readonly sections: readonly Section[];
  /** The base sections that apply to it. */
  readonly base: readonly Section[];
  readonly extends: readonly ExtendsReference[];
  /** The blocks right under its heading. */
  readonly introBlocks: readonly Block[];
}

/** A row of a page's own grade table. */
export interface GradeRow {
  readonly span: Span;
  readonly title: string;
  /** The titles of the levels that it means: several if the cell names several. */
  readonly titles: readonly string[];
  readonly titleSpan: Span;
  /** The first link on the title; undefined where the cell has none. */
  readonly link: Link | undefined;
  readonly links: readonly Link[];
  readonly grade: GradeStatement | undefined;
  readonly gradeSpan: Span;
}

/**
 * *Modelled*: a page read as a job family by its profile. What is missing is `undefined` or an empty list, never a
 * placeholder. Nothing here knows of other pages: links and names that lead elsewhere stay as written.
 */
export interface JobFamily {
  readonly page: PageSyntax;
  readonly tree: HeadingTree;
  readonly title: string;
  /** Where the title stands; the page's start where the front matter has none. */
  readonly titleSpan: Span;
  /** In page order, the page level first. */
  readonly levels: readonly Level[];
  /** Sections over levels; `Level.base` says to which they apply. */
  readonly base: readonly Section[];
  /** Sections that stand once for the page. */
  readonly shared: readonly Section[];
  readonly gradeRows: readonly GradeRow[];
  /** True if it is written in a form of its own instead of with the profile's sections. */
  readonly isOpen: boolean;
}

/** The grade a level has: by its own sentence, else by its row in the page's table; undefined where neither says. */
export function gradeOf(level: Level): GradeStatement | undefined {
  return level.grade ?? level.row?.grade;
}

/** Every place of a family's page that states a grade. */
export function gradeStatements(family: JobFamily): readonly GradeStatement[] {
  return [...family.levels.flatMap(level => level.grade ?? []), ...family.gradeRows.flatMap(row => row.grade ?? [])];
}

/** The first section of a kind that a level has of its own. */
export function ownSection(level: Level, kind: SectionKind): Section | undefined {
  return level.sections.find(section => section.kind === kind);
}

/** The bullets of a section that are its own: those that extend left out. */
export function ownBullets(section: Section): readonly Bullet[] {
  return section.bullets.filter(bullet => !bullet.extends);
}

/** The line, counted from 0, that a level stands on. */
export function lineOfLevel(family: JobFamily, level: Level): number {
  return level.node ? family.page.lines.lineAt(level.node.heading.span.start) : 0;
}

/** The stretch of the page that is this level's: from its heading to the end of what stands under it; the whole page for a page level. */
export function spanOfLevel(family: JobFamily, level: Level): Span {
  const end = Math.max(level.node?.span.end ?? 0, ...level.sections.map(section => section.node.span.end));
  return level.node ? { start: level.node.span.start, end } : { start: 0, end: family.page.text.length };
}

/** The level that an offset of the page lies in, the innermost; undefined where it lies in none. */
export function levelAt(family: JobFamily, offset: number): Level | undefined {
  if (last?.family !== family) last = { family, placed: placeLevels(family) };
  const { placed } = last;
  for (let index = firstFrom(placed, offset + 1) - 1; index >= 0 && placed[index]!.furthest >= offset; index--)
    if (placed[index]!.span.end >= offset) return placed[index]!.level;
  return family.levels.find(level => level.node === undefined);
}

/** A level that has a heading. */
interface PlacedLevel {
  readonly level: Level;
  readonly span: Span;
  /** The furthest end of it and of those before it. */
  readonly furthest: number;
}

/** Long pages are asked of each of their findings. Kept of the family asked last alone: a weak map would make the page of every edit old. */
let last: { readonly family: JobFamily; readonly placed: readonly PlacedLevel[] } | undefined;

/** In page order. */
function placeLevels(family: JobFamily): readonly PlacedLevel[] {
  let furthest = 0;
  return family.levels
    .filter(level => level.node)
    .map(level => ({ level, span: spanOfLevel(family, level) }))
    .sort((a, b) => a.span.start - b.span.start)
    .map(one => {
      furthest = Math.max(furthest, one.span.end);
      return { ...one, furthest };
    });
}
