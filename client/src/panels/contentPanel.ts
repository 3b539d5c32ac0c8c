import * as vscode from 'vscode';
import { PART_MARK } from '../../../server/src/lsp/messages.ts';
import type { FamilySource } from '../familySource.ts';
import type { ToPage } from './panelMessages.ts';
import { changedParts } from './panelParts.ts';
import { pageRoot, panelShell } from './panelShell.ts';
import { isPagePath, readPageMessage } from './readMessages.ts';
import { Refresher } from './refresher.ts';
import { revealSource } from './sourceEditor.ts';

/**
 * How long changes are gathered before the server is asked again, in milliseconds: a frame, so that what the editor itself asks after a
 * key, such as completions, is asked first.
 */
const GATHER = 16;

/** What a panel shows. */
export interface PanelContent {
  /** Of the tab. */
  readonly title: string;
  /** The body, as the server made it: sanitised, without a script. */
  readonly html: string;
}

/** A kind of panel: where its content comes from. A subject is plain JSON, so that it survives a reload of the window. */
export interface PanelKind<Subject, Content extends PanelContent> {
  /** As in package.json, under `onWebviewPanel:` too. */
  readonly viewType: string;
  /** Of its script and style: `client/webview/NAME.ts` and `NAME.css`. */
  readonly name: string;
  /** The tab's title until there is content. */
  readonly title: string;
  /** Said where there is none. */
  readonly nothing: string;
  /** A subject that the page kept; undefined where it makes no sense. */
  readSubject(kept: unknown): Subject | undefined;
  /** The page that the subject is of: Escape leads there, and links may lead only to pages of its place. */
  pageOf(subject: Subject): vscode.Uri;
  /** True where a change of certain pages may change the content. */
  isConcerned(subject: Subject, changed: (uri: vscode.Uri) => boolean): boolean;
  /** Asks the server; undefined where there is nothing to show. Rejects where it cannot answer. */
  ask(subject: Subject, signal: AbortSignal): Promise<Content | undefined>;
}

/** What panels need of the extension. */
export interface PanelSetting {
  readonly extensionUri: vscode.Uri;
  readonly source: FamilySource;
  readonly log: vscode.LogOutputChannel;
}

/** A webview panel whose content is kept true to the workspace until it is closed. */
export class ContentPanel<Subject, Content extends PanelContent = PanelContent> implements vscode.Disposable {
  private readonly listeners: vscode.Disposable[];
  private readonly refresher: Refresher<Content | 'none' | 'failed'>;
  private readonly shown = new vscode.EventEmitter<Content | undefined>();
  private readonly revealed = new vscode.EventEmitter<void>();
  private readonly said = new vscode.EventEmitter<Readonly<Record<string, unknown>>>();
  private content: Content | 'none' | undefined;
  /** What the page shows, cut at the marks of its parts; undefined where it has to be told all of it. */
  private pieces: readonly string[] | undefined;

  /** New content is on its way to the page; undefined: there is none. */
  readonly onDidShow = this.shown.event;
  /** An editor is about to be moved to a place that was asked for here. */
  readonly onWillReveal = this.revealed.event;
  /** The page says something that not every page says. */
  readonly onDidSay = this.said.event;

  /** Takes over a panel, a new one or one that VS Code restored. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    private current: Subject,
    private readonly kind: PanelKind<Subject, Content>,
    private readonly setting: PanelSetting,
  ) {
    const { extensionUri, source } = setting;
    this.refresher = new Refresher(
      GATHER,
      signal => this.ask(signal),
      answer => this.take(answer),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'ladder-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'ladder-dark.svg'),
    };
    const changed = (concerns: (uri: vscode.Uri) => boolean): void => {
      if (kind.isConcerned(this.current, concerns)) this.refresher.changed();
    };
    this.listeners = [
      this.shown,
      this.revealed,
      this.said,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(readPageMessage(message))),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) changed(uri => uri.toString() === document.uri.toString());
      }),
      source.onDidChange(changed),
      source.onDidStart(() => this.refresher.restart()),
    ];
    panel.webview.html = panelShell(panel.webview, extensionUri, kind.name, kind.title);
    this.refresher.restart();
  }

  get subject(): Subject {
    return this.current;
  }

  /** What is shown; undefined where nothing is, or not yet. */
  get latest(): Content | undefined {
    return this.content === 'none' ? undefined : this.content;
  }

  /** Turns to another subject. What was shown is forgotten, unless it `stays` until there is other content. */
  turnTo(subject: Subject, stays = false): void {
    this.current = subject;
    this.pieces = undefined;
    if (!stays) this.content = undefined;
    this.refresher.restart();
  }

  /** Asks again at once: something else of the subject is to be shown. What is shown stays until then. */
  refresh(): void {
    this.refresher.restart();
  }

  /** Brings the editor of the subject's page to the front, opening it where there is none. */
  showPage(): Promise<vscode.TextEditor> {
    return revealSource(this.kind.pageOf(this.current), undefined, this.panel.viewColumn);
  }

  /** Tells the page something that not every page is told. */
  post(message: { readonly type: string }): void {
    void this.panel.webview.postMessage(message);
  }

  /** Lets go of the panel; it stays open, so that VS Code can restore it. */
  dispose(): void {
    this.refresher.stop();
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private async ask(signal: AbortSignal): Promise<Content | 'none' | 'failed'> {
    try {
      return (await this.kind.ask(this.current, signal)) ?? 'none';
    } catch (error) {
      // A server that stopped is asked again when the next one runs; what is shown stays until then.
      if (!signal.aborted) this.setting.log.warn(`${this.kind.title}: no answer: ${String(error)}`);
      return 'failed';
    }
  }

  private take(answer: Content | 'none' | 'failed'): void {
    if (answer === 'failed') return;
    this.content = answer;
    this.panel.title = answer === 'none' ? this.kind.title : answer.title;
    this.show(answer);
  }

  private show(content: Content | 'none'): void {
    this.post(this.messageOf(content));
    this.shown.fire(this.latest);
  }

  /** What tells the page of its content, the shortest that there is. */
  private messageOf(content: Content | 'none'): ToPage {
    const before = this.pieces;
    this.pieces = content === 'none' ? undefined : content.html.split(PART_MARK);
    if (!this.pieces) return { type: 'notice', text: this.kind.nothing };
    const parts = before && changedParts(before, this.pieces);
    return parts ? { type: 'change', parts } : { type: 'show', subject: this.current, pieces: this.pieces };
  }

  private receive(message: ReturnType<typeof readPageMessage>): void {
    switch (message?.type) {
      case 'ready':
        this.pieces = undefined;
        // Before the first answer there is nothing to say: it is on its way.
        if (this.content) this.show(this.content);
        return;
      case 'open':
        this.reveal(
          message.uri === undefined ? this.kind.pageOf(this.current) : vscode.Uri.parse(message.uri, true),
          message.line,
        );
        return;
      case 'back':
        this.reveal(this.kind.pageOf(this.current), undefined);
        return;
      case 'browse':
        void vscode.env.openExternal(vscode.Uri.parse(message.href, true));
        return;
      case 'other':
        this.said.fire(message.message);
        return;
      case undefined:
        this.setting.log.warn(`${this.kind.title}: dropped a message of an unknown form`);
    }
  }

  /** Only pages of the workspace, and those that are open already: a page's text must not make the editor open anything else. */
  private reveal(uri: vscode.Uri, line: number | undefined): void {
    const isOpen = vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
    if (!isOpen && (!isPagePath(uri.path) || !vscode.workspace.getWorkspaceFolder(uri))) {
      this.setting.log.warn(`${this.kind.title}: ${uri.toString(true)} is not a page of the workspace and is not opened`);
      return;
    }
    this.revealed.fire();
    revealSource(uri, line, this.panel.viewColumn).then(undefined, error => {
      this.setting.log.warn(`Could not open ${uri.toString(true)}: ${String(error)}`);
    });
  }
}
