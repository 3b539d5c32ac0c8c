import * as vscode from 'vscode';
import type { FamilyEntry, LevelEntry } from '../../../server/src/lsp/messages.ts';
import { Refresher } from '../panels/refresher.ts';
import { findingsOf } from './findings.ts';
import { GradesTree, openLevelCommand } from './gradesTree.ts';
import { type LevelOfFamily, type LevelSource, trackName } from './levelSource.ts';

const VIEW = 'jobFamily.grades';

/** True where the view leaves levels out, and where it has been told all levels; `when` clauses of package.json ask for them. */
const IS_FILTERED = 'jobFamily.gradesFiltered';
const IS_READ = 'jobFamily.gradesRead';

/** How long changes are gathered before the levels are asked for again, in milliseconds. */
const GATHER = 300;

/** The view "Job Grades": keeps its tree true while somebody can see it, and filters it. */
export class GradesView implements vscode.Disposable {
  readonly tree: GradesTree;
  private readonly view: vscode.TreeView<unknown>;
  private readonly refresher: Refresher<readonly FamilyEntry[] | undefined>;
  private readonly listeners: vscode.Disposable[];
  /** All that the tree shows, to tell whether it is other now. */
  private content = '';

  constructor(private readonly source: LevelSource) {
    this.tree = new GradesTree(source);
    this.view = vscode.window.createTreeView(VIEW, { treeDataProvider: this.tree, showCollapseAll: true });
    this.refresher = new Refresher(
      GATHER,
      // Without a server nothing is known: what is shown stays until one runs.
      () => source.families().catch(() => undefined),
      families => families && this.take(families),
    );
    this.listeners = [
      source.onDidChange(() => this.changed()),
      vscode.languages.onDidChangeDiagnostics(() => this.changed()),
      this.view.onDidChangeVisibility(({ visible }) => visible && this.refresher.changed()),
      vscode.commands.registerCommand(openLevelCommand, (level: LevelOfFamily) => source.open(level)),
      vscode.commands.registerCommand('jobFamily.grades.filterDepartment', () => this.filterDepartment()),
      vscode.commands.registerCommand('jobFamily.grades.filterTrack', () => this.filterTrack()),
      vscode.commands.registerCommand('jobFamily.grades.clearFilter', () => this.filter(undefined, undefined)),
    ];
  }

  /** Asks for the levels now and shows them. Rejects where no server runs. */
  async refresh(): Promise<void> {
    this.take(await this.source.families());
  }

  dispose(): void {
    this.refresher.stop();
    vscode.Disposable.from(...this.listeners, this.view).dispose();
  }

  /** A view that nobody sees asks when it is seen. */
  private changed(): void {
    if (this.view.visible) this.refresher.changed();
  }

  private take(families: readonly FamilyEntry[]): void {
    // What is made anew loses what one is just unfolding: so only where something is other.
    const findings = families.map(family => findingsOf(this.source.uriOf(family)).map(({ range }) => range.start.line));
    const content = JSON.stringify([families, findings]);
    if (content === this.content) return;
    if (this.content === '') void vscode.commands.executeCommand('setContext', IS_READ, true);
    this.content = content;
    this.tree.show(families);
  }

  private async filterDepartment(): Promise<void> {
    // Asked for from the palette, nobody may have seen the view yet.
    await this.refresh();
    const { department, track } = this.tree.filter;
    const all = { label: vscode.l10n.t('All departments'), value: undefined };
    const items = [all, ...this.tree.departments.map(name => ({ label: name, value: name }))];
    const chosen = await pick(items, department, vscode.l10n.t('Show the levels of a department'));
    if (chosen) this.filter(chosen.value, track);
  }

  private async filterTrack(): Promise<void> {
    const { department, track } = this.tree.filter;
    const all = { label: vscode.l10n.t('Both tracks'), value: undefined };
    const tracks: LevelEntry['track'][] = ['individual-contributor', 'management'];
    const items = [all, ...tracks.map(value => ({ label: trackName(value), value }))];
    const chosen = await pick(items, track, vscode.l10n.t('Show the levels of a track'));
    if (chosen) this.filter(department, chosen.value);
  }

  private filter(department: string | undefined, track: LevelEntry['track'] | undefined): void {
    this.tree.filter = { department, track };
    this.view.description = [department, track && trackName(track)].filter(part => part !== undefined).join(' · ');
    const isFiltered = department !== undefined || track !== undefined;
    void vscode.commands.executeCommand('setContext', IS_FILTERED, isFiltered);
  }
}

interface Choice<Value> extends vscode.QuickPickItem {
  readonly value: Value | undefined;
}

/** Lets one choose, the present choice marked. Undefined where nothing was chosen. */
function pick<Value>(
  items: readonly Choice<Value>[],
  current: Value | undefined,
  placeHolder: string,
): Thenable<Choice<Value> | undefined> {
  const marked = items.map(item => (item.value === current ? { ...item, description: vscode.l10n.t('shown now') } : item));
  return vscode.window.showQuickPick(marked, { placeHolder });
}
