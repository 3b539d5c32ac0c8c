import type { LocationLink } from 'vscode-languageserver-types';
import { rowsOfGrade, sectionForAnchor } from '../model/gradeLadder.ts';
import { writtenAnchor } from '../syntax/link.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { gradeStatements } from './hover.ts';
import type { OtherPages } from './otherPages.ts';

/**
 * Where the words at an offset lead: a grade to its row in the ladder, an Extends bullet to the level, a link to its page or
 * heading. Empty where they lead nowhere that is known.
 */
export async function definitionAt(linked: LinkedFamily, offset: number, pages: OtherPages): Promise<LocationLink[]> {
  const { family } = linked;
  const origin = (span: Span) => family.page.lines.rangeOf(span);
  const grade = gradeStatements(family).find(statement => touches(statement.link?.span ?? statement.span, offset));
  if (grade && linked.gradePage !== undefined) {
    const anchor = grade.link && writtenAnchor(grade.link);
    const wanted = sectionForAnchor(linked.ladder, anchor);
    const rows = rowsOfGrade(linked.ladder, grade.grade);
    const row = (rows.find(one => one.section === wanted) ?? rows[0])?.row;
    if (row?.line !== undefined)
      return [await lineLink(linked.gradePage, row.line, origin(grade.link?.span ?? grade.span), pages)];
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
  const headings = (await pages.outline(resolved.uri))?.headings;
  const line = headings?.find(heading => heading.id === resolved.anchor)?.line ?? 0;
  return [await lineLink(resolved.uri, line, origin(link.span), pages)];
}

async function lineLink(
  uri: string,
  line: number,
  originSelectionRange: LocationLink['originSelectionRange'],
  pages: OtherPages,
): Promise<LocationLink> {
  const end = new LineIndex((await pages.text(uri)) ?? '').lineText(line).length;
  const range = { start: { line, character: 0 }, end: { line, character: end } };
  return {
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    ...(originSelectionRange ? { originSelectionRange } : {}),
  };
}
