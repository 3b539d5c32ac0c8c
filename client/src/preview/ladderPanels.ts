import * as vscode from 'vscode';
import type { PanelSetting } from '../panels/contentPanel.ts';
import { PanelSet } from '../panels/panelSet.ts';
import { LadderPanel, type LadderSubject, ladderKind } from './ladderPanel.ts';

/** The ladder panel: opens it, brings it back after a reload of the window, and turns it to the job family that is being edited. */
export class LadderPanels implements vscode.Disposable {
  private readonly panels: PanelSet<LadderSubject, LadderPanel>;
  private readonly listeners: vscode.Disposable[];
  private followed = 0;

  constructor(private readonly setting: PanelSetting) {
    const kind = ladderKind(setting);
    this.panels = new PanelSet(kind, (panel, subject) => new LadderPanel(panel, subject, kind, setting));
    this.listeners = [this.panels, vscode.window.onDidChangeActiveTextEditor(editor => void this.follow(editor))];
  }

  /** Shows the ladder of a page, the active editor's where none is given. */
  open(uri = vscode.window.activeTextEditor?.document.uri, column: vscode.ViewColumn): void {
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a job family to see its ladder.'));
      return;
    }
    const [open] = this.panels.all;
    if (!open) {
      this.panels.open({ uri: uri.toString() }, column);
      return;
    }
    open.turnTo(uri);
    open.panel.reveal(column, true);
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  /** Other pages than job families leave the ladder as it is. */
  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (!editor || this.panels.all.length === 0) return;
    const mine = ++this.followed;
    const isFamily = await this.setting.source.isFamily(editor.document);
    if (isFamily && mine === this.followed) for (const panel of this.panels.all) panel.turnTo(editor.document.uri);
  }
}
