import * as l10n from '@vscode/l10n';
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { FamilyExports, LevelExports } from '../model/familyExports.ts';

/** A family of the workspace by what others see of it. */
export interface ListedFamily {
  readonly uri: string;
  readonly exported: FamilyExports;
}

/** More are of no use to anybody: one types a letter more. */
const MOST_SYMBOLS = 500;

/**
 * The families and levels whose name has the query's letters in this order, the best match first: a level by its title, or by
 * its family's and its own, with the family as the container and the grade behind it. All of them for an empty query.
 */
export function workspaceSymbols(query: string, families: Iterable<ListedFamily>): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const found: { readonly score: number; readonly symbol: WorkspaceSymbol }[] = [];
  for (const { uri, exported } of families) {
    const score = matchScore(wanted, exported.title);
    if (score !== undefined) found.push({ score: score + 1, symbol: familySymbol(uri, exported) });
    for (const level of exported.levels) {
      const ofLevel = matchScore(wanted, level.title) ?? lower(matchScore(wanted, `${exported.title} ${level.title}`));
      if (ofLevel !== undefined) found.push({ score: ofLevel, symbol: levelSymbol(uri, exported, level) });
    }
  }
  found.sort((a, b) => b.score - a.score || (a.symbol.name < b.symbol.name ? -1 : 1));
  return found.slice(0, MOST_SYMBOLS).map(({ symbol }) => symbol);
}

/** A name that matches by itself goes before one that needs its family's. */
function lower(score: number | undefined): number | undefined {
  return score === undefined ? undefined : score - 1000;
}

function familySymbol(uri: string, { title }: FamilyExports): WorkspaceSymbol {
  const start = { line: 0, character: 0 };
  return { name: title || l10n.t`(no title)`, kind: SymbolKind.Namespace, location: { uri, range: { start, end: start } } };
}

function levelSymbol(uri: string, family: FamilyExports, { title, grade, range }: LevelExports): WorkspaceSymbol {
  return {
    name: grade === undefined ? title : `${title} · ${l10n.t`grade ${grade}`}`,
    kind: SymbolKind.Class,
    containerName: family.title,
    location: { uri, range },
  };
}

/**
 * How well a name has the letters of `wanted` in this order: more for letters that follow each other and for those that begin
 * a word. Undefined where it has them not.
 */
function matchScore(wanted: string, name: string): number | undefined {
  const text = name.toLowerCase();
  if (wanted === '') return 0;
  if (text.replace(/\s+/g, '').includes(wanted)) return 1000 - text.length + (text.startsWith(wanted.slice(0, 3)) ? 100 : 0);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    score += next === at + 1 ? 3 : /[^\p{L}\p{N}]/u.test(text.charAt(next - 1)) ? 2 : 0;
    at = next;
  }
  return score - text.length / 100;
}
