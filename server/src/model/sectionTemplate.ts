import { canonicalName, type Profile, type SectionKind, type Track } from '../profile/profile.ts';
import { writtenAnchor } from '../syntax/link.ts';
import { type GradeLadder, gradesForLevel, sectionForAnchor } from './gradeLadder.ts';
import { gradeOf, type JobFamily, type Level, ownSection } from './jobFamily.ts';
import { type LevelName, readLevelName, trackOf } from './levelName.ts';

/** The order in which a level's sections stand in the authoring guide's templates. */
export const sectionOrder: readonly SectionKind[] = [
  'job-grade',
  'responsibilities',
  'requirements',
  'nice-to-haves',
  'performance-indicators',
  'career-ladder',
  'hiring-process',
];

/** A hole that the author fills: in a quick fix it stands as `{add …}`, in a snippet it is a tab stop. */
export type HoleWriter = (text: string) => string;

/** Writes a hole as the authoring guide does. */
export const braceHole: HoleWriter = text => `{add ${text}}`;

/**
 * The grade that the ladder gives a level of this name on this page: by the table that the page's own grade links lead to.
 * Undefined where the ladder has none or several for it.
 */
export function gradeForName(family: JobFamily, name: LevelName, ladder: GradeLadder, profile: Profile): number | undefined {
  const section = sectionForAnchor(ladder, habitsOf(family).gradeAnchor);
  const track: Track = trackOf(name, undefined, Number.POSITIVE_INFINITY, profile);
  for (const candidate of section ? [section, ladder.sections[0]!] : ladder.sections.slice(0, 1)) {
    const grades = gradesForLevel(candidate, name, track, profile);
    if (grades.length > 0) return grades.length === 1 ? grades[0] : undefined;
  }
  return undefined;
}

/** The destination of a grade link as this page writes its others; the profile's where it has none, in the link style it asks for. */
export function gradeDestination(family: JobFamily, profile: Profile): string {
  const { page: url = '/', anchor } = profile.grades;
  const page = url.split('/').at(-2) ?? '';
  const written = habitsOf(family).gradeDestinations.find(
    destination => destination.includes(page) && profile.grades.anchors.some(anchor => destination.includes(`#${anchor}`)),
  );
  const fresh = `${url}#${anchor}`;
  return written ?? (profile.site.linkStyle === 'ref' ? `{{< ref "${fresh.replace('/#', '#')}" >}}` : fresh);
}

/** The grade in words, linked as this page links its others; without a link where the company has no page with its grades. */
export function gradeLink(family: JobFamily, grade: string, profile: Profile): string {
  const words = profile.grades.linkText.replace('{number}', grade);
  return profile.grades.page === undefined ? words : `[${words}](${gradeDestination(family, profile)})`;
}

/** The sentence that states a level's grade. */
export function gradeSentence(family: JobFamily, title: string, grade: string, profile: Profile): string {
  return profile.grades.sentence.replace('{level}', title).replace('{grade}', gradeLink(family, grade, profile));
}

/** The sentence that tells where a level's grade is found, linked as this page's others are; undefined where grades stand on the page. */
export function resourceSentence(family: JobFamily, title: string, profile: Profile, hole: HoleWriter): string | undefined {
  const { resource } = profile.grades;
  if (!resource) return undefined;
  const address = habitsOf(family).gradeResource ?? resource.url ?? hole(`the address of the ${resource.name} resource`);
  return resource.sentence.replace('{level}', title).replace('{resource}', `[${resource.name}](${address})`);
}

/** The heading of a level's section as this page writes its others: with the level's name before it, or alone. */
export function sectionHeadingText(family: JobFamily, title: string, kind: SectionKind, profile: Profile): string {
  const name = canonicalName(profile, kind);
  return habitsOf(family).qualifiesSections ? `${title} ${name}` : name;
}

/** The bullet that takes over another level's section. */
export function extendsBullet(title: string, kind: SectionKind, profile: Profile): string {
  return `- ${profile.extends.sentence.replace('{level}', title).replace('{section}', canonicalName(profile, kind).toLowerCase())}`;
}

/** The lines below a section's heading, without blank lines at the ends. `below`: the level it takes over from. */
export function sectionBody(
  family: JobFamily,
  title: string,
  kind: SectionKind,
  below: Pick<Level, 'title'> | undefined,
  ladder: GradeLadder,
  profile: Profile,
  hole: HoleWriter,
): string {
  if (kind === 'job-grade') {
    const elsewhere = resourceSentence(family, title, profile, hole);
    if (elsewhere !== undefined) return elsewhere;
    const grade = gradeForName(family, readLevelName(title, profile), ladder, profile);
    return gradeSentence(family, title, grade === undefined ? hole(profile.grades.unknownNumber) : String(grade), profile);
  }
  const lines: string[] = [];
  if (below && profile.extendableSections.includes(kind)) lines.push(extendsBullet(below.title, kind, profile));
  else for (const bullet of profile.required.bullets) if (bullet.section === kind) lines.push(`- ${bullet.text}`);
  const template = profile.sections.find(section => section.kind === kind)?.template;
  if (template !== undefined) lines.push(fillTemplate(template, {}, hole));
  return lines.join('\n');
}

/** A profile's template with its values put in; braces that name no value are holes. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>, hole: HoleWriter): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => values[name] ?? hole(name));
}

/**
 * The level that one of this seniority would extend: the nearest below it in its own track, else in any. `kind`: only one that has
 * such a section, or takes it over.
 */
export function levelBelow(
  family: JobFamily,
  name: LevelName,
  except: Level | undefined,
  profile: Profile,
  kind?: SectionKind,
): Level | undefined {
  const track = trackOf(name, undefined, Number.POSITIVE_INFINITY, profile);
  const rank = name.seniority.rank;
  const has = (level: Level): boolean =>
    kind === undefined ||
    ownSection(level, kind) !== undefined ||
    family.base.some(section => section.kind === kind) ||
    level.extends.some(reference => reference.kinds.includes(kind));
  const below = family.levels.filter(level => level !== except && level.name.seniority.rank < rank && has(level));
  const nearest = (levels: readonly Level[]): Level | undefined =>
    levels.reduce<Level | undefined>(
      (best, level) => (best && best.name.seniority.rank >= level.name.seniority.rank ? best : level),
      undefined,
    );
  return nearest(below.filter(level => level.track === track)) ?? nearest(below);
}

/** A new section of a level: what to insert, and where. */
export interface NewSection {
  readonly offset: number;
  readonly text: string;
}

/**
 * The section that a level lacks, as the page writes its others, at the place the templates give it. `level` undefined: the
 * section stands once for the whole page, at its end. `written`: what it holds, where that is not the template.
 */
export function newSection(
  family: JobFamily,
  level: Level | undefined,
  kind: SectionKind,
  ladder: GradeLadder,
  profile: Profile,
  hole: HoleWriter,
  written?: string,
): NewSection {
  const shared =
    level === undefined || (profile.familySections.includes(kind) && (level.node === undefined || family.shared.length > 0));
  const title = level?.title ?? family.title;
  const name = level?.name ?? readLevelName(title, profile);
  const ownDepth = level?.sections.find(section => section.node.parent === level.node)?.heading.level;
  // As deep as the headings that the level has already: a new one over them would swallow them.
  const depth =
    shared || !level.node
      ? topDepth(family)
      : (ownDepth ?? level.node.children[0]?.heading.level ?? Math.min(6, level.node.heading.level + 1));
  const heading = shared || !level.node ? canonicalName(profile, kind) : sectionHeadingText(family, title, kind, profile);
  const below = profile.extendableSections.includes(kind) ? levelBelow(family, name, level, profile, kind) : undefined;
  const body = written ?? sectionBody(family, title, kind, below, ladder, profile, hole);
  const offset = lastTextEnd(family, shared ? family.page.text.length : placeWithin(family, level, kind));
  const newline = family.page.text.includes('\r\n') ? '\r\n' : '\n';
  const text = `${newline}${newline}${'#'.repeat(depth)} ${heading}${newline}${newline}${body.replaceAll('\n', newline)}`;
  return { offset, text };
}

/** Behind the section that stands before this kind in the templates; else behind the level's own words. */
function placeWithin(family: JobFamily, level: Level, kind: SectionKind): number {
  const before = sectionOrder.slice(0, sectionOrder.indexOf(kind));
  const earlier = level.sections.filter(section => before.includes(section.kind));
  if (earlier.length > 0) return Math.max(...earlier.map(section => section.node.span.end));
  const { node } = level;
  if (node) return node.blocks.at(-1)?.span.end ?? node.heading.span.end;
  return level.sections[0]?.node.span.start ?? family.tree.nodes[0]?.span.start ?? family.page.text.length;
}

/** The end of the last line with text before an offset. */
function lastTextEnd(family: JobFamily, offset: number): number {
  return family.page.text.slice(0, offset).trimEnd().length;
}

/** The depth of the page's top sections. */
function topDepth(family: JobFamily): number {
  return Math.min(...family.tree.nodes.map(node => node.heading.level), family.tree.nodes.length === 0 ? 2 : 6);
}

/** How a page writes what every level has. */
interface Habits {
  /** The anchor that most links of its grades lead to. */
  readonly gradeAnchor: string | undefined;
  /** The destinations of the links of its grades, the most common first. */
  readonly gradeDestinations: readonly string[];
  /** Where most links to the resource of grades lead. */
  readonly gradeResource: string | undefined;
  /** True where most headings of sections have the level's name before them. */
  readonly qualifiesSections: boolean;
}

/** Fixes for each level ask for them. Kept of the family asked last alone: a weak map would make the page of every edit old. */
let last: { readonly family: JobFamily; readonly habits: Habits } | undefined;

function habitsOf(family: JobFamily): Habits {
  if (last?.family === family) return last.habits;
  const links = family.levels.flatMap(level => gradeOf(level)?.link ?? []);
  const sections = family.levels.filter(level => level.node).flatMap(level => level.sections);
  const habits: Habits = {
    gradeAnchor: byFrequency(links.flatMap(link => writtenAnchor(link) ?? []))[0],
    gradeDestinations: byFrequency(links.map(link => link.destination)),
    gradeResource: byFrequency(family.levels.flatMap(level => level.gradeResource?.link?.destination ?? []))[0],
    qualifiesSections: sections.filter(section => section.qualifier !== undefined).length * 2 > sections.length,
  };
  last = { family, habits };
  return habits;
}

/** Each value once, the most common first; of equally common ones the one that stands first. */
function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
