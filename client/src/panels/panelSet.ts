import * as vscode from 'vscode';
import type { PanelContent, PanelKind } from './contentPanel.ts';
import type { PageState } from './panelMessages.ts';

/** A panel that a set keeps. */
export interface KeptPanel extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
}

/** All panels of one kind: opens them, and brings them back after a reload of the window. */
export class PanelSet<Subject, Kept extends KeptPanel> implements vscode.Disposable {
  private readonly kept = new Set<Kept>();
  private readonly serializer: vscode.Disposable;

  /** @param make takes over a panel; `state`: what the page of a restored one kept */
  constructor(
    private readonly kind: PanelKind<Subject, PanelContent>,
    private readonly make: (panel: vscode.WebviewPanel, subject: Subject, state: PageState | undefined) => Kept,
  ) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(kind.viewType, {
      deserializeWebviewPanel: async (panel, state: PageState | undefined) => {
        const subject = kind.readSubject(state?.subject);
        if (subject === undefined) panel.dispose();
        else this.keep(panel, subject, state);
      },
    });
  }

  /** In the order in which they were opened. */
  get all(): readonly Kept[] {
    return [...this.kept];
  }

  /** The one that has the focus. */
  get active(): Kept | undefined {
    return this.all.find(({ panel }) => panel.active);
  }

  /** Opens a new panel; the focus stays where it is. */
  open(subject: Subject, viewColumn: vscode.ViewColumn): Kept {
    const { viewType, title } = this.kind;
    return this.keep(vscode.window.createWebviewPanel(viewType, title, { viewColumn, preserveFocus: true }), subject, undefined);
  }

  /** Lets go of the panels; they stay open, so that VS Code can restore them. */
  dispose(): void {
    vscode.Disposable.from(this.serializer, ...this.kept).dispose();
  }

  private keep(panel: vscode.WebviewPanel, subject: Subject, state: PageState | undefined): Kept {
    const kept = this.make(panel, subject, state);
    this.kept.add(kept);
    panel.onDidDispose(() => {
      kept.dispose();
      this.kept.delete(kept);
    });
    return kept;
  }
}
