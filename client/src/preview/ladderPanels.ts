import * as vscode from 'vscode';
import type { PanelSetting } from '../panels/contentPanel.ts';
import { PanelSet } from '../panels/panelSet.ts';
import type { LadderState } from './ladderMessages.ts';
import { LadderPanel, type LadderSubject, ladderKind } from './ladderPanel.ts';

/** True while a ladder that stays with its page has the focus; `when` clauses of package.json ask for it. */
const LOCKED_KEY = 'jobFamily.ladderLocked';

/**
 * The ladder panels: opens them, brings them back after a reload of the window, and turns those that are not locked to the job
 * family that is being edited.
 */
export class LadderPanels implements vscode.Disposable {
  private readonly panels: PanelSet<LadderSubject, LadderPanel>;
  private readonly listeners: vscode.Disposable[];
  private followed = 0;

  constructor(private readonly setting: PanelSetting) {
    this.panels = new PanelSet(ladderKind(setting), (panel, subject, state) => {
      const { locked = false } = (state ?? {}) as Partial<LadderState>;
      const kept = new LadderPanel(panel, subject, { locked }, setting);
      kept.onDidLock(() => this.tellLocked());
      panel.onDidChangeViewState(() => this.tellLocked());
      return kept;
    });
    this.listeners = [this.panels, vscode.window.onDidChangeActiveTextEditor(editor => void this.follow(editor))];
  }

  /** Shows the ladder of a page, the active editor's where none is given: in a panel that shows or follows it, else in a new one. */
  open(uri = vscode.window.activeTextEditor?.document.uri, column: vscode.ViewColumn): void {
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a job family to see its ladder.'));
      return;
    }
    const open = this.panels.all.find(panel => !panel.locked) ?? this.panels.all.find(panel => panel.shows(uri));
    if (!open) {
      this.panels.open({ uri: uri.toString() }, column);
      return;
    }
    open.turnTo(uri);
    open.panel.reveal(column, true);
  }

  /** Locks or unlocks the panel that has the focus. */
  lock(locked: boolean): void {
    this.panels.active?.lock(locked);
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  /** Other pages than job families leave the ladder as it is. */
  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (!editor || this.panels.all.every(panel => panel.locked)) return;
    const mine = ++this.followed;
    const isFamily = await this.setting.source.isFamily(editor.document);
    if (!isFamily || mine !== this.followed) return;
    for (const panel of this.panels.all) if (!panel.locked) panel.turnTo(editor.document.uri);
  }

  private tellLocked(): void {
    void vscode.commands.executeCommand('setContext', LOCKED_KEY, this.panels.active?.locked ?? false);
  }
}
