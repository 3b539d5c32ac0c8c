import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { HeadingNode } from '../model/headingTree.ts';
import type { JobFamily, Level } from '../model/jobFamily.ts';
import { containsSpan, trimSpan } from '../text/span.ts';
import { gradeLabel, levelNodes } from './levelNodes.ts';

/** The outline of a family: its headings as they are nested, levels with their grade; before them the page where it is a level itself. */
export function documentSymbols(family: JobFamily): DocumentSymbol[] {
  const levels = levelNodes(family);
  const symbolOf = (node: HeadingNode): DocumentSymbol => {
    const level = levels.get(node);
    const lines = family.page.lines;
    const range = lines.rangeOf({ start: node.span.start, end: endOf(family, node) });
    return {
      name: node.heading.text || l10n.t`(no text)`,
      ...(level ? { detail: gradeLabel(level) } : {}),
      kind: level ? SymbolKind.Class : node.section ? SymbolKind.Property : SymbolKind.Namespace,
      range,
      selectionRange: lines.rangeOf(node.heading.span),
      children: node.children.map(symbolOf),
    };
  };
  const ofPage = family.levels.flatMap(level => (level.node ? [] : [pageLevelSymbol(family, level)]));
  return [...ofPage, ...family.tree.nodes.filter(node => node.parent === undefined).map(symbolOf)];
}

/** It stands at the title: the headings below may be other levels', so it holds none of them. */
function pageLevelSymbol({ page }: JobFamily, level: Level): DocumentSymbol {
  const span = page.frontMatter?.closed ? trimSpan(page.text, page.frontMatter.span) : level.nameSpan;
  return {
    name: level.title || l10n.t`(no title)`,
    detail: gradeLabel(level),
    kind: SymbolKind.Class,
    range: page.lines.rangeOf(span),
    selectionRange: page.lines.rangeOf(containsSpan(span, level.nameSpan) ? level.nameSpan : span),
    children: [],
  };
}

/** Where what stands under a heading ends, without the blanks behind it, but for those of a heading that is still being typed. */
function endOf({ page }: JobFamily, node: HeadingNode): number {
  let last = node;
  while (last.children.length > 0) last = last.children.at(-1)!;
  return Math.max(page.text.slice(0, node.span.end).trimEnd().length, last.heading.span.end);
}
