import type { Bullet, Section } from '../../model/jobFamily.ts';
import { comparedText } from '../../rules/similarity.ts';
import type { ListItem } from '../../syntax/listItems.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import type { Span } from '../../text/span.ts';

/** What a bullet says with all that stands below it, links' destinations included: equal where nothing is lost when one goes. */
export function bulletKey(page: PageSyntax, { item }: Bullet): string {
  return comparedText(page.text.slice(item.contentSpan.start, item.span.end)).joined;
}

/** The lines of a bullet and of what stands below it, with their line ends; one of two blank lines that would be left, too. */
export function bulletLines({ text, lines }: PageSyntax, item: ListItem): Span {
  const start = lines.lineStart(lines.lineAt(item.span.start));
  const last = lines.lineAt(item.span.end);
  const isBlank = (line: number): boolean => line >= 0 && line < lines.lineCount && lines.lineText(line).trim() === '';
  const end = last + 1 < lines.lineCount ? lines.lineStart(last + 1) : text.length;
  const between = isBlank(lines.lineAt(start) - 1) && isBlank(last + 1) && last + 2 < lines.lineCount;
  return { start, end: between ? lines.lineStart(last + 2) : end };
}

/** A bullet written anew behind another mark: its text as it stands, what is below it indented as the new mark needs; lines end with `newline`. */
export function bulletText({ text, lines }: PageSyntax, item: ListItem, mark: string, newline: string): string {
  const column = item.markSpan.start - lines.lineStart(lines.lineAt(item.markSpan.start));
  const wider = mark.length + 1 - (item.contentSpan.start - item.markSpan.start);
  const [first = '', ...below] = text.slice(item.contentSpan.start, item.span.end).split(/\r\n|\n|\r/);
  const moved = below.map(line => {
    const indentation = /^[ \t]*/.exec(line)![0].length;
    const kept = line.slice(Math.min(indentation, column));
    return kept === '' || wider <= 0 || indentation === 0 ? kept : ' '.repeat(wider) + kept;
  });
  return [`${mark} ${first}`, ...moved].join(newline);
}

/** The mark of a bullet; undefined for a numbered point. */
export function markOf({ text }: PageSyntax, { markSpan }: ListItem): string | undefined {
  const mark = text.slice(markSpan.start, markSpan.end);
  return /^[-*+]$/.test(mark) ? mark : undefined;
}

/** What goes with bullets of a section: their lines, or the whole section where nothing else is in it. */
export function spansOfBullets(page: PageSyntax, section: Section, gone: readonly Bullet[]): readonly Span[] {
  if (gone.length > 0 && gone.length === section.bullets.length && holdsOnlyBullets(section)) return [section.node.span];
  return gone.map(({ item }) => bulletLines(page, item));
}

function holdsOnlyBullets({ node, blocks }: Section): boolean {
  return node.children.length === 0 && node.section!.kinds.length === 1 && blocks.every(block => block.type === 'list');
}
