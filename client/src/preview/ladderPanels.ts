import * as vscode from 'vscode';
import { LadderPanel, type PanelSetting } from './ladderPanel.ts';
import type { LadderSource } from './ladderSource.ts';
import type { PaneState } from './paneMessages.ts';

const VIEW_TYPE = 'jobFamily.ladder';

/** The one ladder panel: opens it, brings it back after a reload of the window, and turns it to the job family that is being edited. */
export class LadderPanels implements vscode.Disposable {
  private readonly setting: PanelSetting;
  private readonly listeners: vscode.Disposable[];
  private panel: LadderPanel | undefined;
  private followed = 0;

  constructor(extensionUri: vscode.Uri, source: LadderSource, log: vscode.LogOutputChannel) {
    this.setting = { extensionUri, source, log };
    this.listeners = [
      vscode.window.onDidChangeActiveTextEditor(editor => void this.follow(editor)),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel, state: PaneState | undefined) => {
          const uri = state?.uri === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(state.uri);
          if (uri) this.keep(panel, uri);
          else panel.dispose();
        },
      }),
    ];
  }

  /** Shows the ladder of a page, the active editor's where none is given. */
  open(uri = vscode.window.activeTextEditor?.document.uri, column: vscode.ViewColumn): void {
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a job family to see its ladder.'));
      return;
    }
    if (this.panel) {
      this.panel.show(uri, column);
      return;
    }
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Ladder'), {
      viewColumn: column,
      preserveFocus: true,
    });
    this.keep(panel, uri);
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private keep(webviewPanel: vscode.WebviewPanel, uri: vscode.Uri): void {
    this.panel?.close();
    const panel = new LadderPanel(webviewPanel, uri, this.setting);
    this.panel = panel;
    panel.onDidDispose(() => {
      panel.dispose();
      if (this.panel === panel) this.panel = undefined;
    });
  }

  /** Other pages than job families leave the ladder as it is. */
  private async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (!editor || !this.panel) return;
    const mine = ++this.followed;
    const isFamily = await this.setting.source.isFamily(editor.document);
    if (isFamily && mine === this.followed) this.panel?.turnTo(editor.document.uri);
  }
}
