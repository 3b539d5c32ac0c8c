import type { Profile, Track } from '../../profile/profile.ts';
import { frontMatterText } from '../../syntax/frontMatter.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import type { Span } from '../../text/span.ts';
import type { HeadingNode, HeadingTree } from '../headingTree.ts';
import { keyOf, type OpenLevel } from './foundLevel.ts';
import { readGrids } from './grid.ts';
import { readHeadingLevels } from './headingLevels.ts';
import { type LevelNames, levelNamesOf, plainName } from './levelNames.ts';
import { readTableLevels } from './tableLevels.ts';
import { readYamlLadder } from './yamlLevels.ts';

/** What other pages say of a page. */
export interface PageContext {
  /** True if the page is one level of the family that its folder is. */
  readonly isLevel: boolean;
  /** The title of that family; undefined if no page says it. */
  readonly familyTitle?: string | undefined;
  /** Its place in that family: higher is more senior. */
  readonly rank?: number | undefined;
  /** What its file's name says it is, if it has no title. */
  readonly fileTitle?: string | undefined;
}

/** How the levels of a page are written. */
export type LadderForm = 'yaml' | 'mark' | 'title' | 'role' | 'table' | 'list' | 'level-page' | 'role-page';

/** A ladder of any form as it is read from the page alone. */
export interface OpenLadder {
  readonly form: LadderForm;
  readonly title: string;
  readonly titleSpan: Span;
  /** In page order. Empty for a page that is one role or level by itself. */
  readonly levels: readonly RankedLevel[];
  /** The name of a page that is one level and has no title. */
  readonly fileTitle: string | undefined;
  /** The rank of a page that is one level. */
  readonly rank: number | undefined;
  /** Headings that apply to all levels. */
  readonly base: readonly HeadingNode[];
}

export interface RankedLevel extends OpenLevel {
  /** Its place within its track: higher is more senior. */
  readonly rank: number;
}

/** Reads a page as a ladder of any form; undefined if it is none. Never throws; linear in the page's length. */
export function readOpenLadder(
  page: PageSyntax,
  tree: HeadingTree,
  profile: Profile,
  context: PageContext | undefined,
): OpenLadder | undefined {
  if (!profile.ownLadder) return undefined;
  const names = levelNamesOf(profile.ownLadder);
  const yaml = readYamlLadder(page, names);
  const first = tree.nodes[0];
  const stated = frontMatterText(page.frontMatter, 'title') ?? yaml?.title;
  const pageNames = [stated, first?.heading.level === 1 ? first.heading.text : undefined].filter(name => name !== undefined);
  const inHeadings = context?.isLevel ? undefined : readHeadingLevels(tree, pageNames, names);
  const inTables = context?.isLevel ? { described: [], listed: [] } : readTableLevels(readGrids(page, tree), names);
  const made = (form: LadderForm, levels: readonly OpenLevel[]): OpenLadder => ({
    form,
    ...titleOf(page, tree, names, levels, context, yaml),
    levels: ranked(levels),
    fileTitle: context?.fileTitle,
    rank: context?.rank,
    base: tree.nodes.filter(node => names.isForAll(node.heading.text)),
  });
  if (yaml) {
    const fromHeadings = inHeadings && !yaml.levels.some(level => level.sections.length > 0);
    if (!fromHeadings) return made('yaml', yaml.levels);
  }
  if (inHeadings?.form === 'mark') return made('mark', joined(inHeadings.levels, inTables.described, inTables.listed));
  if (inTables.described.length > 1) {
    const beside = inHeadings?.form === 'title' ? inHeadings.levels : [];
    return made('table', joined(beside, inTables.described, inTables.listed));
  }
  if (inHeadings?.form === 'title') return made('title', joined(inHeadings.levels, inTables.described, inTables.listed));
  if (inTables.listed.length > 1) return made('list', joined(inTables.listed, inTables.described, []));
  if (inHeadings) return made('role', inHeadings.levels);
  if (context?.isLevel) return made('level-page', []);
  return isRolePage(tree, names, pageNames) ? made('role-page', []) : undefined;
}

/** Levels of headings with those of tables: a table's are new if their letters are, and say what headings leave out. */
function joined(levels: readonly OpenLevel[], described: readonly OpenLevel[], listed: readonly OpenLevel[]): OpenLevel[] {
  const known = new Set(levels.map(keyOf));
  const labels = new Map(listed.map(level => [level.title.toLowerCase(), level.label]));
  const all = levels.map(level =>
    level.label === undefined ? { ...level, label: labels.get(level.title.toLowerCase()) } : level,
  );
  const prefixes = new Set(levels.map(level => level.name?.prefix));
  const added = described.filter(level => !known.has(keyOf(level)) && (levels.length === 0 || !prefixes.has(level.name?.prefix)));
  const withCells = all.map(level => {
    const same = described.find(one => keyOf(one) === keyOf(level));
    return same && level.nodes.length > 0 ? { ...level, sections: same.sections } : level;
  });
  return [...withCells, ...added].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
}

/** Numbers the levels of each track: by their labels, else as the page has them, unless words of seniority fall. */
function ranked(levels: readonly OpenLevel[]): RankedLevel[] {
  const tracks = new Map<Track | undefined, OpenLevel[]>();
  for (const level of levels) tracks.set(level.track, [...(tracks.get(level.track) ?? []), level]);
  const ranks = new Map<OpenLevel, number>();
  for (const ofTrack of tracks.values()) {
    const numbered =
      ofTrack.every(level => numberOf(level) !== undefined) && new Set(ofTrack.map(level => level.name?.prefix)).size === 1;
    const ordered = isFalling(ofTrack) ? ofTrack.toReversed() : ofTrack;
    for (const [index, level] of ordered.entries()) ranks.set(level, numbered ? numberOf(level)! : index + 1);
  }
  return levels.map(level => ({ ...level, rank: ranks.get(level)! }));
}

function numberOf({ name, label }: OpenLevel): number | undefined {
  return name?.number ?? (label !== undefined && /^\d{1,2}$/.test(label) ? Number(label) : undefined);
}

function isFalling(levels: readonly OpenLevel[]): boolean {
  let ups = 0;
  let downs = 0;
  for (const [index, level] of levels.slice(1).entries()) {
    const before = heightOf(levels[index]!);
    const here = heightOf(level);
    if (here > before) ups++;
    else if (here < before) downs++;
  }
  return downs > ups && ups === 0;
}

function heightOf({ name }: OpenLevel): number {
  return (name?.seniority ?? 2) + (name?.numeral ?? 0) / 10;
}

function titleOf(
  page: PageSyntax,
  tree: HeadingTree,
  names: LevelNames,
  levels: readonly OpenLevel[],
  context: PageContext | undefined,
  yaml: { readonly title: string | undefined; readonly titleSpan: Span | undefined } | undefined,
): { readonly title: string; readonly titleSpan: Span } {
  const entry = page.frontMatter?.entries.find(one => one.key === 'title');
  const stated = frontMatterText(page.frontMatter, 'title');
  const first = tree.nodes.find(node => node.heading.level === 1 && !levels.some(level => level.nodes.includes(node)));
  const span =
    stated !== undefined && entry ? entry.valueSpan : (yaml?.titleSpan ?? first?.heading.contentSpan ?? { start: 0, end: 0 });
  if (context?.familyTitle !== undefined) return { title: context.familyTitle, titleSpan: span };
  const written = stated ?? yaml?.title ?? first?.heading.text;
  if (written !== undefined)
    return { title: levels.length > 0 ? names.professionOf(written) : plainName(written), titleSpan: span };
  return { title: commonTitle(levels), titleSpan: span };
}

/** The words that the levels' titles share, without those of seniority: "Baker" of "Junior Baker" and "Senior Baker". */
export function commonTitle(levels: readonly { readonly name: OpenLevel['name'] }[]): string {
  const bases = levels.flatMap(({ name }) => (name && name.base.length > 0 ? [name.base] : []));
  const counts = new Map<string, { count: number; base: readonly string[] }>();
  for (const base of bases) {
    const key = base.join(' ');
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, base });
  }
  const [best] = [...counts.values()].sort((a, b) => b.count - a.count || a.base.length - b.base.length);
  return best ? best.base.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') : '';
}

/** True for a page that describes one role: it has a name, and headings such as Responsibilities. */
function isRolePage(tree: HeadingTree, names: LevelNames, pageNames: readonly string[]): boolean {
  if (pageNames.length === 0) return false;
  const role = new Set(names.words.role.map(name => name.toLowerCase()));
  const isOfRole = (node: HeadingNode): boolean =>
    node.section?.kinds.some(kind => kind === 'responsibilities' || kind === 'requirements') === true ||
    role.has(plainName(node.heading.text).toLowerCase());
  return tree.nodes.some(isOfRole);
}
