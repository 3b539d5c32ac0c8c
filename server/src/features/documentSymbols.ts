import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { HeadingNode } from '../model/headingTree.ts';
import { gradeOf, type JobFamily, type Level } from '../model/jobFamily.ts';
import { levelNodes } from './levelNodes.ts';

/** The outline of a family: its headings as they are nested, levels with their grade. */
export function documentSymbols(family: JobFamily): DocumentSymbol[] {
  const levels = levelNodes(family);
  const symbolOf = (node: HeadingNode): DocumentSymbol => {
    const level = levels.get(node);
    const lines = family.page.lines;
    const range = lines.rangeOf({ start: node.span.start, end: trimmedEnd(family, node.span.end) });
    return {
      name: node.heading.text || '(no text)',
      ...(level ? { detail: detailOf(level) } : {}),
      kind: level ? SymbolKind.Class : node.section ? SymbolKind.Property : SymbolKind.Namespace,
      range,
      selectionRange: lines.rangeOf(node.heading.span),
      children: node.children.map(symbolOf),
    };
  };
  return family.tree.nodes.filter(node => node.parent === undefined).map(symbolOf);
}

function detailOf(level: Level): string {
  const grade = gradeOf(level)?.grade;
  return grade === undefined ? 'no grade' : `grade ${grade}`;
}

function trimmedEnd(family: JobFamily, offset: number): number {
  return family.page.text.slice(0, offset).trimEnd().length;
}
