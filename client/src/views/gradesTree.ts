import * as vscode from 'vscode';
import type { FamilyEntry, LevelEntry } from '../../../server/src/lsp/messages.ts';
import { findingsOf, findingsText, levelsText } from './findings.ts';
import { gradeName, type LevelOfFamily, type LevelSource, trackName } from './levelSource.ts';

/** Which levels are shown: undefined is all. */
export interface GradesFilter {
  readonly department?: string | undefined;
  readonly track?: LevelEntry['track'] | undefined;
}

/** What stands in the tree: a grade, below it the families that have levels of it, below these the levels. */
export type GradesNode =
  | { readonly type: 'grade'; readonly grade: number | null }
  | { readonly type: 'family'; readonly grade: number | null; readonly family: FamilyEntry }
  | ({ readonly type: 'level' } & LevelOfFamily);

/** The command by which a level in the tree is opened; it is given the level. */
export const openLevelCommand = 'jobFamily.openLevel';

/** The tree of all levels by their grade, the highest first; those without any come last. */
export class GradesTree implements vscode.TreeDataProvider<GradesNode> {
  private readonly changed = new vscode.EventEmitter<void>();
  private families: readonly FamilyEntry[] = [];
  private shown: GradesFilter = {};

  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly source: LevelSource) {}

  /** The departments of all families, in order. */
  get departments(): readonly string[] {
    return [...new Set(this.families.flatMap(({ department }) => department ?? []))].sort();
  }

  get filter(): GradesFilter {
    return this.shown;
  }

  set filter(filter: GradesFilter) {
    this.shown = filter;
    this.changed.fire();
  }

  /** Shows these families; their findings are counted anew. */
  show(families: readonly FamilyEntry[]): void {
    this.families = families;
    this.changed.fire();
  }

  getChildren(node?: GradesNode): GradesNode[] {
    const levels = this.levels();
    switch (node?.type) {
      case undefined: {
        const grades = [...new Set(levels.map(({ level }) => level.grade))];
        return grades.sort((a, b) => (b ?? -1) - (a ?? -1)).map(grade => ({ type: 'grade', grade }));
      }
      case 'grade': {
        const { grade } = node;
        const families = new Set(levels.filter(({ level }) => level.grade === grade).map(({ family }) => family));
        return [...families].sort(byTitle).map(family => ({ type: 'family', grade, family }));
      }
      case 'family':
        return levelsIn(levels, node).map(one => ({ type: 'level', ...one }));
      case 'level':
        return [];
    }
  }

  getParent(node: GradesNode): GradesNode | undefined {
    switch (node.type) {
      case 'grade':
        return undefined;
      case 'family':
        return { type: 'grade', grade: node.grade };
      case 'level':
        return { type: 'family', grade: node.level.grade, family: node.family };
    }
  }

  getTreeItem(node: GradesNode): vscode.TreeItem {
    switch (node.type) {
      case 'grade': {
        const levels = this.levels().filter(({ level }) => level.grade === node.grade);
        const item = new vscode.TreeItem(gradeName(node.grade), vscode.TreeItemCollapsibleState.Collapsed);
        item.id = idOf(node.grade);
        return described(item, [levelsText(levels.length), findingsText(this.findings(levels))]);
      }
      case 'family': {
        const { family } = node;
        const item = new vscode.TreeItem(titleOf(family), vscode.TreeItemCollapsibleState.Expanded);
        item.id = `${idOf(node.grade)} ${family.uri}`;
        item.iconPath = new vscode.ThemeIcon('file');
        item.tooltip = vscode.workspace.asRelativePath(this.source.uriOf(family));
        return described(item, [family.department ?? undefined, findingsText(this.findings(levelsIn(this.levels(), node)))]);
      }
      case 'level': {
        const { family, level } = node;
        const item = new vscode.TreeItem(level.title, vscode.TreeItemCollapsibleState.None);
        item.id = `${idOf(level.grade)} ${family.uri} #${level.anchor}`;
        item.iconPath = new vscode.ThemeIcon(level.track === 'management' ? 'organization' : 'person');
        item.tooltip = [level.title, gradeName(level.grade), trackName(level.track), titleOf(family)].join('\n');
        item.command = { command: openLevelCommand, title: vscode.l10n.t('Open'), arguments: [node] };
        return described(
          item,
          [findingsText(this.findings([node]))],
          [gradeName(level.grade), trackName(level.track), titleOf(family)],
        );
      }
    }
  }

  private levels(): LevelOfFamily[] {
    const { department, track } = this.shown;
    return this.families
      .filter(family => department === undefined || family.department === department)
      .flatMap(family => family.levels.map(level => ({ family, level })))
      .filter(({ level }) => track === undefined || level.track === track);
  }

  /** How many findings stand at these levels: each belongs to the last level that begins at its line or before. */
  private findings(levels: readonly LevelOfFamily[]): number {
    let count = 0;
    for (const family of new Set(levels.map(one => one.family))) {
      const wanted = new Set(levels.map(one => one.level));
      const inOrder = [...family.levels].sort((a, b) => a.line - b.line);
      for (const { range } of findingsOf(this.source.uriOf(family))) {
        const level = inOrder.findLast(({ line }) => line <= range.start.line) ?? inOrder[0];
        if (level && wanted.has(level)) count++;
      }
    }
    return count;
  }
}

/** An item with what stands behind its label; all of it is read out, and what a reader sees from its place besides. */
function described(
  item: vscode.TreeItem,
  description: readonly (string | undefined)[],
  place: readonly string[] = [],
): vscode.TreeItem {
  const said = description.filter(text => text !== undefined);
  item.description = said.join(' · ');
  item.accessibilityInformation = { label: [item.label, ...place, ...said].join(', ') };
  return item;
}

function levelsIn(
  levels: readonly LevelOfFamily[],
  { grade, family }: GradesNode & { readonly type: 'family' },
): LevelOfFamily[] {
  return levels.filter(one => one.family === family && one.level.grade === grade);
}

function titleOf({ title, uri }: FamilyEntry): string {
  return title || (uri.split('/').at(-1) ?? uri);
}

function byTitle(a: FamilyEntry, b: FamilyEntry): number {
  return titleOf(a).localeCompare(titleOf(b));
}

function idOf(grade: number | null): string {
  return `grade ${grade ?? 'none'}`;
}
