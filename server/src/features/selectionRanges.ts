import type { SyntaxNode } from '@lezer/common';
import type { SelectionRange } from 'vscode-languageserver-types';
import { type JobFamily, spanOfLevel } from '../model/jobFamily.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { containsSpan, type Span, touches, trimSpan } from '../text/span.ts';

/** Nobody widens a selection more often; a page of nothing but quotation marks could nest it without end. */
const MOST_NESTED = 60;

/**
 * What a selection at an offset grows to, step by step: the word, the link or emphasis around it, the sentence's paragraph or
 * cell, the bullet, the list, the section, the level, the page. Each holds the one before it.
 */
export function selectionRange(family: JobFamily, offset: number): SelectionRange {
  const { page } = family;
  const candidates = [
    ...wordAt(page, offset),
    ...inlineSpans(page, offset),
    ...blockSpans(page, offset),
    ...frontMatterSpans(page, offset),
    ...structureSpans(family),
  ];
  const whole = { start: 0, end: page.text.length };
  const nested = nestedSpans(candidates, offset).slice(0, MOST_NESTED);
  let range: SelectionRange = { range: page.lines.rangeOf(whole) };
  for (const span of nested.reverse())
    if (span.start > whole.start || span.end < whole.end) range = { range: page.lines.rangeOf(span), parent: range };
  return range;
}

/** Those that hold the offset, from the smallest on, each within the next one; of two that cross the larger is left out. */
function nestedSpans(candidates: readonly Span[], offset: number): Span[] {
  const nested: Span[] = [];
  const bySize = candidates.filter(span => span.end > span.start && touches(span, offset));
  for (const span of bySize.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = nested.at(-1);
    if (!last || (containsSpan(span, last) && span.end - span.start > last.end - last.start)) nested.push(span);
  }
  return nested;
}

function wordAt({ lines }: PageSyntax, offset: number): Span[] {
  const line = lines.lineAt(offset);
  const start = lines.lineStart(line);
  for (const { index, 0: word } of lines.lineText(line).matchAll(/[\p{L}\p{N}]+(?:['’_-][\p{L}\p{N}]+)*/gu)) {
    const span = { start: start + index, end: start + index + word.length };
    if (touches(span, offset)) return [span];
  }
  return [];
}

/** The nodes of the markdown around an offset, on both sides of it, and the texts of links. */
function inlineSpans({ markdown, text, links }: PageSyntax, offset: number): Span[] {
  const spans: Span[] = [];
  for (const side of [-1, 1] as const) {
    let node: SyntaxNode | null = markdown.tree.resolveInner(offset, side);
    for (; node && node.name !== 'Document'; node = node.parent) spans.push(trimSpan(text, { start: node.from, end: node.to }));
  }
  for (const { span, textSpan, destinationSpan } of links) if (touches(span, offset)) spans.push(textSpan, destinationSpan);
  return spans;
}

/** Cells of tables without the blanks around them, and their rows. */
function blockSpans({ blocks }: PageSyntax, offset: number): Span[] {
  const block = blocks.find(one => touches(one.span, offset));
  if (block?.type !== 'table') return [];
  return [block.header, ...block.rows].flatMap(row => [row.span, ...row.cells]);
}

function frontMatterSpans({ frontMatter }: PageSyntax, offset: number): Span[] {
  if (!frontMatter?.closed || !touches(frontMatter.span, offset)) return [];
  const entries = frontMatter.entries.flatMap(({ keySpan, valueSpan }) => [
    keySpan,
    valueSpan,
    { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) },
  ]);
  return [...entries, frontMatter.contentSpan, frontMatter.span];
}

/** Of each heading its text, what stands under it, and both; of each level all that is its own. */
function structureSpans(family: JobFamily): Span[] {
  const trimmed = (span: Span): Span => trimSpan(family.page.text, span);
  return [
    ...family.tree.nodes.flatMap(({ heading, span }) => [
      heading.contentSpan,
      trimmed({ start: heading.span.end, end: span.end }),
      trimmed(span),
    ]),
    ...family.levels.flatMap(level => (level.node ? [trimmed(spanOfLevel(family, level))] : [])),
  ];
}
