import * as vscode from 'vscode';
import type { LadderResult } from '../../../server/src/lsp/messages.ts';
import type { LadderSource } from './ladderSource.ts';
import type { FromPane, ToPane } from './paneMessages.ts';
import { paneRoot, paneShell } from './paneShell.ts';
import { Refresher } from './refresher.ts';
import { revealSource } from './sourceEditor.ts';

/** How long changes are gathered before the ladder is asked for again, in milliseconds: less than a person notices. */
const GATHER = 50;

/** What a panel needs of the extension. */
export interface PanelSetting {
  readonly extensionUri: vscode.Uri;
  readonly source: LadderSource;
  readonly log: vscode.LogOutputChannel;
}

/** A webview panel with the ladder of one page, kept true to it until the panel is closed. */
export class LadderPanel implements vscode.Disposable {
  private readonly listeners: vscode.Disposable[];
  private readonly refresher: Refresher<LadderResult | 'none' | 'failed'>;
  private ladder: LadderResult | undefined;

  /** Takes over a panel, a new one or one that VS Code restored. */
  constructor(
    private readonly panel: vscode.WebviewPanel,
    private uri: vscode.Uri,
    private readonly setting: PanelSetting,
  ) {
    const { extensionUri, source } = setting;
    this.refresher = new Refresher(
      GATHER,
      signal => this.ask(signal),
      answer => this.take(answer),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [paneRoot(extensionUri)] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'ladder-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'ladder-dark.svg'),
    };
    this.listeners = [
      panel.webview.onDidReceiveMessage((message: FromPane) => this.receive(message)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.shows(document.uri)) this.refresher.changed();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.shows(textEditor.document.uri)) this.post({ type: 'cursor', level: this.cursorLevel() });
      }),
      source.onDidChange(concerns => {
        if (concerns(this.uri)) this.refresher.changed();
      }),
      source.onDidStart(() => this.refresher.restart()),
    ];
    panel.webview.html = paneShell(panel.webview, extensionUri);
    this.refresher.restart();
  }

  get onDidDispose(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  /** Turns to another page and comes to the front, in `column` where it is given. */
  show(uri: vscode.Uri, column?: vscode.ViewColumn): void {
    this.turnTo(uri);
    this.panel.reveal(column, true);
  }

  /** Turns to another page where it is. */
  turnTo(uri: vscode.Uri): void {
    if (this.shows(uri)) return;
    this.uri = uri;
    this.ladder = undefined;
    this.refresher.restart();
  }

  /** Closes the panel, as its cross does. */
  close(): void {
    this.panel.dispose();
  }

  /** Lets go of the panel; it stays open, so that VS Code can restore it. */
  dispose(): void {
    this.refresher.stop();
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  private async ask(signal: AbortSignal): Promise<LadderResult | 'none' | 'failed'> {
    try {
      return (await this.setting.source.ladder(this.uri, signal)) ?? 'none';
    } catch (error) {
      // A server that stopped is asked again when the next one runs; what is shown stays until then.
      if (!signal.aborted) this.setting.log.warn(`No ladder of ${this.uri.toString(true)}: ${String(error)}`);
      return 'failed';
    }
  }

  private take(answer: LadderResult | 'none' | 'failed'): void {
    if (answer === 'failed') return;
    this.ladder = answer === 'none' ? undefined : answer;
    this.panel.title = this.ladder ? vscode.l10n.t('Ladder: {0}', this.ladder.title) : vscode.l10n.t('Ladder');
    this.post(this.content());
  }

  private content(): ToPane {
    if (!this.ladder) return { type: 'notice', text: vscode.l10n.t('This page is not a job family.') };
    return { type: 'show', uri: this.uri.toString(), html: this.ladder.html, cursorLevel: this.cursorLevel() };
  }

  /** The innermost level that the cursor stands in. */
  private cursorLevel(): string | undefined {
    const editor = vscode.window.visibleTextEditors.find(one => this.shows(one.document.uri));
    const line = editor?.selection.active.line;
    if (line === undefined) return undefined;
    const around = (this.ladder?.levels ?? []).filter(level => level.firstLine <= line && line <= level.lastLine);
    return around.toSorted((a, b) => a.lastLine - a.firstLine - (b.lastLine - b.firstLine))[0]?.id;
  }

  private receive(message: FromPane): void {
    switch (message.type) {
      case 'ready':
        // Before the first answer there is nothing to say: it is on its way.
        if (this.ladder) this.post(this.content());
        return;
      case 'open':
        this.reveal(message.uri === undefined ? this.uri : vscode.Uri.parse(message.uri, true), message.line);
        return;
      case 'back':
        this.reveal(this.uri, undefined);
        return;
      case 'browse':
        if (/^(?:https?:\/\/|mailto:)/i.test(message.href)) void vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        return;
    }
  }

  /** Only pages of the place that the family's own page is in: a page's text must not make the editor open anything else. */
  private reveal(uri: vscode.Uri, line: number | undefined): void {
    if (uri.scheme !== this.uri.scheme || uri.authority !== this.uri.authority) return;
    revealSource(uri, line, this.panel.viewColumn).then(undefined, error => {
      this.setting.log.warn(`Could not open ${uri.toString(true)}: ${String(error)}`);
    });
  }

  private post(message: ToPane): void {
    void this.panel.webview.postMessage(message);
  }
}
