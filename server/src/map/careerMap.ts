import { findSuperior } from '../features/superior.ts';
import type { ListedFamily } from '../features/workspaceSymbols.ts';
import { nextFamilies } from '../ladder/nextFamilies.ts';
import { nameKeyOf } from '../model/familyExports.ts';
import { levelAt } from '../model/jobFamily.ts';
import { readLevelName } from '../model/levelName.ts';
import { superiorsOf } from '../model/reportsTo.ts';
import type { Track } from '../profile/profile.ts';
import { departmentOf } from '../workspace/department.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { linksTo } from '../workspace/linksTo.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Several job families, and which of them leads where. Plain data. */
export interface CareerMap {
  /** What it is of: a family's title or a department's name. */
  readonly title: string;
  readonly families: readonly MapFamily[];
  readonly edges: readonly MapEdge[];
  /** How many more families there would be, were the map not full. */
  readonly leftOut: number;
}

export interface MapFamily {
  readonly uri: string;
  readonly title: string;
  readonly department: string | undefined;
  /** The page's address on the site, from the root; undefined for a file of no site. */
  readonly address: string | undefined;
  /** In page order. */
  readonly levels: readonly MapLevel[];
  /** `focus`: the family that the map is of; `outside`: of another department than the map. */
  readonly place: 'focus' | 'inside' | 'outside';
}

export interface MapLevel {
  readonly title: string;
  readonly anchor: string;
  readonly grade: number | undefined;
  readonly track: Track;
  /** Counted from 0. */
  readonly line: number;
}

/** `next`: by a link of a Career Ladder section; `reports-to`: somebody there leads somebody here; `extends`: a level takes over from one there. */
export type EdgeKind = 'next' | 'reports-to' | 'extends';

/** All links of a kind from one family to another. Links within a family are its ladder's business. */
export interface MapEdge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  /** Anchors of the levels that say so, in page order; empty where it is said of the whole family. */
  readonly fromLevels: readonly string[];
  /** Anchors of the levels that are meant; empty where the whole family is. */
  readonly toLevels: readonly string[];
}

/** What a map is made of. All of the workspace must be loaded. */
export interface MapSource {
  readonly workspace: Workspace;
  readonly families: readonly ListedFamily[];
  link(uri: string): Promise<LinkedFamily | undefined>;
}

/** More than a map can show. */
const MOST_FAMILIES = 60;

/** The family of a page with those that it leads to and that lead to it, over so many steps; undefined where there is none. */
export async function neighbourhoodMap(source: MapSource, uri: string, steps: number): Promise<CareerMap | undefined> {
  const focus = source.families.find(one => one.uri === uri);
  if (!focus) return undefined;
  const found = new Set([uri]);
  let latest = [uri];
  for (let step = 0; step < steps; step++) {
    const next = new Set<string>();
    for (const one of latest) for (const other of await neighboursOf(source, one)) if (!found.has(other)) next.add(other);
    latest = [...next].sort();
    for (const one of latest) found.add(one);
  }
  return mapOf(source, focus.exported.title, [...found], one => (one === uri ? 'focus' : 'inside'));
}

/** These families, those of a department for example, with the families elsewhere that their Career Ladder sections lead to. */
export async function mapOfFamilies(source: MapSource, title: string, uris: readonly string[]): Promise<CareerMap> {
  const inside = new Set(uris);
  const outside = new Set<string>();
  for (const uri of uris)
    for (const edge of await edgesFrom(source, uri)) if (edge.kind === 'next' && !inside.has(edge.to)) outside.add(edge.to);
  return mapOf(source, title, [...inside, ...[...outside].sort()], one => (inside.has(one) ? 'inside' : 'outside'));
}

async function mapOf(
  source: MapSource,
  title: string,
  uris: readonly string[],
  placeOf: (uri: string) => MapFamily['place'],
): Promise<CareerMap> {
  const known = uris.filter(uri => source.families.some(one => one.uri === uri));
  const shown = known.slice(0, MOST_FAMILIES);
  const edges: MapEdge[] = [];
  for (const uri of shown) edges.push(...(await edgesFrom(source, uri)).filter(edge => shown.includes(edge.to)));
  return {
    title,
    families: shown.map(uri => mapFamily(source, source.families.find(one => one.uri === uri)!, placeOf(uri))),
    edges,
    leftOut: known.length - shown.length,
  };
}

function mapFamily({ workspace }: MapSource, { uri, exported }: ListedFamily, place: MapFamily['place']): MapFamily {
  const address = workspace.index.urlOf(uri);
  return {
    uri,
    title: exported.title,
    department: departmentOf(address),
    address,
    levels: exported.levels.map(({ title, anchor, grade, track, range }) => ({
      title,
      anchor,
      grade,
      track,
      line: range.start.line,
    })),
    place,
  };
}

/** The families that one leads to, and those that lead to it. */
async function neighboursOf(source: MapSource, uri: string): Promise<string[]> {
  const found = (await edgesFrom(source, uri)).map(edge => edge.to);
  for (const other of pagesNaming(source, uri))
    if ((await edgesFrom(source, other)).some(edge => edge.to === uri)) found.push(other);
  return found;
}

/** The families whose pages link to this one or name one of its levels: the only ones that may lead to it. */
function pagesNaming({ workspace, families }: MapSource, uri: string): string[] {
  const linking = new Set(linksTo(workspace, { uri, anchor: undefined }).map(place => place.uri));
  const keys = new Set(families.find(one => one.uri === uri)?.exported.levels.map(level => level.nameKey));
  const names = ({ exported }: ListedFamily): boolean =>
    [...exported.named, ...exported.levels.flatMap(level => level.extends)].some(
      ({ target }) => target.type === 'unknown' && keys.has(nameKeyOf(readLevelName(target.name, workspace.profile))),
    );
  return families.filter(one => one.uri !== uri && (linking.has(one.uri) || names(one))).map(one => one.uri);
}

async function edgesFrom(source: MapSource, uri: string): Promise<MapEdge[]> {
  const linked = await source.link(uri);
  return linked ? edgesOf(linked, source.families) : [];
}

/** The links of a family to others of these. */
export function edgesOf(linked: LinkedFamily, families: readonly ListedFamily[]): MapEdge[] {
  const { family, profile } = linked;
  const edges = new Map<string, { kind: EdgeKind; to: string; fromLevels: Set<string>; toLevels: Set<string> }>();
  const add = (kind: EdgeKind, to: string | undefined, from: string | undefined, level: string | undefined): void => {
    if (to === undefined || to === linked.uri) return;
    const key = `${kind} ${to}`;
    const edge = edges.get(key) ?? { kind, to, fromLevels: new Set(), toLevels: new Set() };
    if (from !== undefined) edge.fromLevels.add(from);
    if (level !== undefined) edge.toLevels.add(level);
    edges.set(key, edge);
  };
  const anchorAt = (offset: number): string | undefined => levelAt(family, offset)?.anchor;
  for (const { target, place } of nextFamilies(linked))
    if (target.type === 'place')
      add(
        'next',
        target.place.uri,
        anchorAt(family.page.lines.lineStart(place.line)),
        levelOn(families, target.place.uri, target.anchor),
      );
  for (const named of superiorsOf(family.page, profile)) {
    const superior = findSuperior(linked, named, families);
    add('reports-to', superior?.uri, anchorAt(named.span.start), superior?.level?.anchor);
  }
  for (const level of family.levels)
    for (const reference of level.extends) {
      const target = linked.resolveExtends(reference);
      add('extends', target?.uri, level.anchor, target?.level?.anchor);
    }
  return [...edges.values()].map(({ kind, to, fromLevels, toLevels }) => ({
    kind,
    from: linked.uri,
    to,
    fromLevels: [...fromLevels],
    toLevels: [...toLevels],
  }));
}

function levelOn(families: readonly ListedFamily[], uri: string | undefined, anchor: string | undefined): string | undefined {
  const levels = families.find(one => one.uri === uri)?.exported.levels;
  return levels?.find(level => level.anchor === anchor)?.anchor;
}
