import type { LocationLink } from 'vscode-languageserver-types';
import { rowsOfGrade, sectionForAnchor } from '../model/gradeLadder.ts';
import { writtenAnchor } from '../syntax/link.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { gradeStatements } from './hover.ts';

/** What finding a definition may ask beyond its own page. */
export interface DefinitionHost {
  /** The text of a page that was loaded. */
  textOf(uri: string): string | undefined;
  /** Lines, counted from 0, of the headings of a page by their id; reads the page where it is not read yet. */
  headingLines(uri: string): Promise<ReadonlyMap<string, number>>;
}

/**
 * Where the words at an offset lead: a grade to its row in the ladder, an Extends bullet to the level, a link to its page or
 * heading. Empty where they lead nowhere that is known.
 */
export async function definitionAt(linked: LinkedFamily, offset: number, host: DefinitionHost): Promise<LocationLink[]> {
  const { family } = linked;
  const origin = (span: Span) => family.page.lines.rangeOf(span);
  const grade = gradeStatements(family).find(statement => touches(statement.link?.span ?? statement.span, offset));
  if (grade && linked.gradePage !== undefined) {
    const anchor = grade.link && writtenAnchor(grade.link);
    const wanted = sectionForAnchor(linked.ladder, anchor);
    const rows = rowsOfGrade(linked.ladder, grade.grade);
    const row = (rows.find(one => one.section === wanted) ?? rows[0])?.row;
    if (row?.line !== undefined) return [lineLink(linked.gradePage, row.line, origin(grade.link?.span ?? grade.span), host)];
  }
  for (const level of family.levels) {
    const reference = level.extends.find(one => touches(one.span, offset));
    const target = reference && linked.resolveExtends(reference);
    if (!reference || !target) continue;
    const lines = target.family.page.lines;
    const span = target.level
      ? (target.level.node?.heading.span ?? { start: 0, end: 0 })
      : (target.family.base[0]?.heading.span ?? { start: 0, end: 0 });
    return [
      {
        targetUri: target.uri,
        targetRange: lines.rangeOf(span),
        targetSelectionRange: lines.rangeOf(span),
        originSelectionRange: origin(reference.span),
      },
    ];
  }
  const link = family.page.links.find(one => touches(one.span, offset));
  const resolved = link && linked.resolveLink(link);
  if (!link || resolved?.type !== 'ok') return [];
  const line = resolved.anchor === undefined ? 0 : ((await host.headingLines(resolved.uri)).get(resolved.anchor) ?? 0);
  return [lineLink(resolved.uri, line, origin(link.span), host)];
}

function lineLink(
  uri: string,
  line: number,
  originSelectionRange: LocationLink['originSelectionRange'],
  host: DefinitionHost,
): LocationLink {
  const end = new LineIndex(host.textOf(uri) ?? '').lineText(line).length;
  const range = { start: { line, character: 0 }, end: { line, character: end } };
  return {
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    ...(originSelectionRange ? { originSelectionRange } : {}),
  };
}
