import type { Location, Position } from 'vscode-languageserver-types';
import { type ExtendsExports, type FamilyExports, nameKeyOf } from '../model/familyExports.ts';
import { gradeStatements } from '../model/jobFamily.ts';
import { levelMentions } from '../model/levelMentions.ts';
import { readLevelName } from '../model/levelName.ts';
import { writtenAnchor } from '../syntax/link.ts';
import type { Range } from '../text/lineIndex.ts';
import { touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { linksTo, type PageTarget, type Place, rangeOfScanned, scannedTarget } from '../workspace/linksTo.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { findSuperior, superiorNamedAt } from './superior.ts';
import type { ListedFamily } from './workspaceSymbols.ts';

/** What one may ask the places of: a page, a heading, a grade. */
type Subject = ({ readonly type: 'page' } & PageTarget) | { readonly type: 'grade'; readonly grade: number };

/**
 * Every place of the workspace that speaks of what stands at a position. Of a heading: links to it, and where it is a
 * level's, what extends it, its rows in grade tables and who reports to it; of a grade: the levels that have it; of a link or of
 * words that name a level: the same of what they lead to; anywhere else: links to the page. `linked`: the page where it is a job family. Everything must be loaded.
 */
export async function referencesAt(
  workspace: Workspace,
  uri: string,
  position: Position,
  linked: LinkedFamily | undefined,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const subject = subjectAt(workspace, uri, position, linked);
  const places = subject.type === 'grade' ? levelsWithGrade(workspace, subject.grade) : placesOf(workspace, subject);
  const declared = includeDeclaration && subject.type === 'page' ? await declarationOf(workspace, subject) : undefined;
  return [...(declared ? [declared] : []), ...inOrder(places)];
}

/** Places page by page, and on each from top to bottom. */
export function inOrder(places: readonly Place[]): Place[] {
  return [...places].sort(byPlace);
}

function byPlace(a: Place, b: Place): number {
  const inPage = a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
  return a.uri === b.uri ? inPage : a.uri < b.uri ? -1 : 1;
}

function subjectAt(workspace: Workspace, uri: string, position: Position, linked: LinkedFamily | undefined): Subject {
  const heading = workspace.outline(uri)?.headings.find(one => one.line === position.line);
  if (heading) return { type: 'page', uri, anchor: heading.id };
  if (linked) {
    const { family } = linked;
    const offset = family.page.lines.offsetAt(position);
    const grade = gradeStatements(family).find(one => touches(one.link?.span ?? one.span, offset));
    if (grade) return { type: 'grade', grade: grade.grade };
    for (const level of family.levels)
      for (const reference of level.extends) {
        const target = touches(reference.span, offset) ? linked.resolveExtends(reference) : undefined;
        if (target) return { type: 'page', uri: target.uri, anchor: target.level?.anchor || undefined };
      }
    const named = superiorNamedAt(linked, offset);
    const superior = named && findSuperior(linked, named, listedFamilies(workspace));
    if (superior) return { type: 'page', uri: superior.uri, anchor: superior.level?.anchor || undefined };
    const mention = levelMentions(family, linked.profile).find(one => touches(one.span, offset));
    if (mention) return { type: 'page', uri, anchor: mention.level.anchor || undefined };
    const link = family.page.links.find(one => touches(one.span, offset));
    const resolved = link && linked.resolveLink(link);
    if (link && resolved?.type === 'ok')
      return { type: 'page', uri: resolved.uri, anchor: writtenAnchor(link) && resolved.anchor };
  }
  const row = uri === workspace.gradePage() ? gradeOfRow(workspace, position.line) : undefined;
  if (row !== undefined) return { type: 'grade', grade: row };
  const scanned = workspace.outline(uri)?.links.find(link => isWithin(rangeOfScanned(link), position));
  const target = scanned && scannedTarget(workspace, uri, scanned);
  return { type: 'page', ...(target ?? { uri, anchor: undefined }) };
}

function isWithin({ start, end }: Range, { line, character }: Position): boolean {
  return start.line === line && start.character <= character && character <= end.character;
}

function gradeOfRow(workspace: Workspace, line: number): number | undefined {
  return workspace.ladder.sections.flatMap(section => section.rows).find(row => row.line === line)?.grade;
}

/** Every place that links to a page or heading, extends the level there or names it. Everything must be loaded. */
export function placesOf(workspace: Workspace, target: PageTarget): Place[] {
  const places = [...linksTo(workspace, target), ...extendedFrom(workspace, target), ...namedElsewhere(workspace, target)];
  // An Extends bullet that links to the level is one place, and the link in it no other.
  return places.filter(place => !places.some(other => other !== place && encloses(other, place)));
}

function encloses(outer: Place, inner: Place): boolean {
  if (outer.uri !== inner.uri) return false;
  const before = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.range.start, inner.range.start) && before(inner.range.end, outer.range.end) && outer.range !== inner.range;
}

/** The bullets and sentences by which levels extend the one with this anchor. */
export function extendedFrom(workspace: Workspace, target: PageTarget): Place[] {
  const wanted = workspace.exported(target.uri)?.levels.find(level => level.anchor === (target.anchor ?? ''));
  if (!wanted) return [];
  return workspace.familyPages().flatMap(uri => {
    const family = workspace.exported(uri);
    const references = family?.levels.flatMap(level => level.extends) ?? [];
    const leads = references.filter(one => extendsTarget(workspace, uri, family!, one.target, target, wanted.nameKey));
    return leads.map(({ range }) => ({ uri, range }));
  });
}

/** Rows of grade tables and names of whom somebody reports to, as far as they are no links: those are found as such. */
function namedElsewhere(workspace: Workspace, target: PageTarget): Place[] {
  const wanted = workspace.exported(target.uri)?.levels.find(level => level.anchor === (target.anchor ?? ''));
  if (!wanted) return [];
  return listedFamilies(workspace).flatMap(({ uri, exported }) =>
    exported.named.flatMap(({ range, target: named }) => {
      const isMeant =
        named.type === 'level'
          ? uri === target.uri && named.anchor === wanted.anchor
          : nameKeyOf(readLevelName(named.name, workspace.profile)) === wanted.nameKey &&
            workspace.levelNamed(named.name, uri)?.uri === target.uri;
      return isMeant ? [{ uri, range }] : [];
    }),
  );
}

function listedFamilies(workspace: Workspace): ListedFamily[] {
  return workspace.familyPages().flatMap(uri => {
    const exported = workspace.exported(uri);
    return exported ? [{ uri, exported }] : [];
  });
}

function extendsTarget(
  workspace: Workspace,
  uri: string,
  family: FamilyExports,
  named: ExtendsExports['target'],
  wanted: PageTarget,
  nameKey: string,
): boolean {
  switch (named.type) {
    case 'level':
      return uri === wanted.uri && named.anchor === (wanted.anchor ?? '');
    case 'link': {
      const to = scannedTarget(workspace, uri, named);
      if (to?.uri !== wanted.uri) return false;
      const other = to.uri === uri ? family : workspace.exported(to.uri);
      const isLevel = other?.levels.some(level => level.anchor === to.anchor) === true;
      return isLevel ? to.anchor === wanted.anchor : named.name.toLowerCase() === nameKey || other?.levels.length === 1;
    }
    case 'unknown': {
      // Looking for the level costs most: a name that is another in every spelling is none.
      if (nameKeyOf(readLevelName(named.name, workspace.profile)) !== nameKey) return false;
      const place = workspace.levelNamed(named.name, uri);
      return place?.uri === wanted.uri && place.anchor === (wanted.anchor ?? '');
    }
    case 'base':
    case 'ambiguous':
      return false;
  }
}

function levelsWithGrade(workspace: Workspace, grade: number): Place[] {
  return workspace
    .familyPages()
    .flatMap(uri =>
      (workspace.exported(uri)?.levels ?? []).filter(level => level.grade === grade).map(level => ({ uri, range: level.range })),
    );
}

/** The words of the heading, or the beginning of the page; undefined where the page is gone meanwhile. */
async function declarationOf(workspace: Workspace, { uri, anchor }: PageTarget): Promise<Location | undefined> {
  const syntax = (await workspace.loadText(uri)) ? workspace.syntax(uri) : undefined;
  const heading = anchor === undefined ? undefined : syntax?.headings.find(one => one.id === anchor);
  return syntax && { uri, range: syntax.lines.rangeOf(heading?.contentSpan ?? { start: 0, end: 0 }) };
}
