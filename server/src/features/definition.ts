import type { LocationLink } from 'vscode-languageserver-types';
import { rowsOfGrade, sectionForAnchor } from '../model/gradeLadder.ts';
import { gradeStatements } from '../model/jobFamily.ts';
import { levelOfRow } from '../model/levelMentions.ts';
import { writtenAnchor } from '../syntax/link.ts';
import { LineIndex, type Range } from '../text/lineIndex.ts';
import { type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { OtherPages } from './otherPages.ts';
import { findSuperior, superiorNamedAt } from './superior.ts';

/**
 * Where the words at an offset lead: a grade to its row in the ladder, an Extends bullet or a row of the page's grade table to
 * the level, a position that somebody reports to to its level or family, a link to its page or heading. Empty where they lead
 * nowhere that is known.
 */
export async function definitionAt(linked: LinkedFamily, offset: number, pages: OtherPages): Promise<LocationLink[]> {
  const found = ladderRow(linked, offset) ?? extendedLevel(linked, offset) ?? levelOfTableRow(linked, offset);
  const place = found ?? (await superior(linked, offset, pages)) ?? (await linkTarget(linked, offset, pages));
  if (!place) return [];
  const range = place.range ?? (await wholeLine(place.uri, place.line ?? 0, pages));
  return [
    {
      targetUri: place.uri,
      targetRange: range,
      targetSelectionRange: range,
      originSelectionRange: linked.family.page.lines.rangeOf(place.origin),
    },
  ];
}

/** Where words lead: a stretch, or a line counted from 0. */
interface Place {
  /** The words. */
  readonly origin: Span;
  readonly uri: string;
  readonly range?: Range;
  readonly line?: number;
}

function ladderRow(linked: LinkedFamily, offset: number): Place | undefined {
  const grade = gradeStatements(linked.family).find(statement => touches(statement.link?.span ?? statement.span, offset));
  if (!grade || linked.gradePage === undefined) return undefined;
  const wanted = sectionForAnchor(linked.ladder, grade.link && writtenAnchor(grade.link));
  const rows = rowsOfGrade(linked.ladder, grade.grade);
  const line = (rows.find(one => one.section === wanted) ?? rows[0])?.row.line;
  return line === undefined ? undefined : { origin: grade.link?.span ?? grade.span, uri: linked.gradePage, line };
}

function extendedLevel(linked: LinkedFamily, offset: number): Place | undefined {
  for (const reference of linked.family.levels.flatMap(level => level.extends)) {
    const target = touches(reference.span, offset) ? linked.resolveExtends(reference) : undefined;
    if (!target) continue;
    const heading = target.level ? target.level.node?.heading : target.family.base[0]?.heading;
    const range = target.family.page.lines.rangeOf(heading?.span ?? { start: 0, end: 0 });
    return { origin: reference.span, uri: target.uri, range };
  }
  return undefined;
}

function levelOfTableRow({ family, profile, uri }: LinkedFamily, offset: number): Place | undefined {
  const row = family.gradeRows.find(one => touches(one.titleSpan, offset));
  const level = row && levelOfRow(family, row, profile);
  if (!row || !level) return undefined;
  return { origin: row.titleSpan, uri, range: family.page.lines.rangeOf(level.node?.heading.span ?? level.nameSpan) };
}

async function superior(linked: LinkedFamily, offset: number, pages: OtherPages): Promise<Place | undefined> {
  const named = superiorNamedAt(linked, offset);
  const found = named && findSuperior(linked, named, await pages.families());
  if (!named || !found) return undefined;
  const origin = named.link?.span ?? named.span;
  return found.level ? { origin, uri: found.uri, line: found.level.range.start.line } : { origin, uri: found.uri };
}

async function linkTarget(linked: LinkedFamily, offset: number, pages: OtherPages): Promise<Place | undefined> {
  const link = linked.family.page.links.find(one => touches(one.span, offset));
  const resolved = link && linked.resolveLink(link);
  if (!link || resolved?.type !== 'ok') return undefined;
  const headings = (await pages.outline(resolved.uri))?.headings;
  return { origin: link.span, uri: resolved.uri, line: headings?.find(heading => heading.id === resolved.anchor)?.line ?? 0 };
}

async function wholeLine(uri: string, line: number, pages: OtherPages): Promise<Range> {
  const end = new LineIndex((await pages.text(uri)) ?? '').lineText(line).length;
  return { start: { line, character: 0 }, end: { line, character: end } };
}
