import * as vscode from 'vscode';
import type { LadderResult } from '../../../server/src/lsp/messages.ts';
import { ContentPanel, type PanelContent, type PanelKind, type PanelSetting } from '../panels/contentPanel.ts';
import type { ToLadder } from './ladderMessages.ts';

/** Whose ladder a panel shows. */
export interface LadderSubject {
  readonly uri: string;
}

/** The ladder of one page as a panel's content. */
export type LadderContent = LadderResult & PanelContent;

/** What the ladder's panels show. */
export function ladderKind({ source }: Pick<PanelSetting, 'source'>): PanelKind<LadderSubject, LadderContent> {
  const pageOf = ({ uri }: LadderSubject): vscode.Uri => vscode.Uri.parse(uri);
  return {
    viewType: 'jobFamily.ladder',
    name: 'ladder',
    title: vscode.l10n.t('Ladder'),
    nothing: vscode.l10n.t('This page is not a job family.'),
    readSubject(kept) {
      const uri = (kept as Partial<LadderSubject> | undefined)?.uri ?? vscode.window.activeTextEditor?.document.uri.toString();
      return typeof uri === 'string' ? { uri } : undefined;
    },
    pageOf,
    isConcerned: (subject, changed) => changed(pageOf(subject)),
    async ask(subject, signal) {
      const ladder = await source.ladder(pageOf(subject), signal);
      return ladder && { ...ladder, title: vscode.l10n.t('Ladder: {0}', ladder.title) };
    },
  };
}

/** A panel with the ladder of one page, in step with the editor's cursor. */
export class LadderPanel implements vscode.Disposable {
  private readonly content: ContentPanel<LadderSubject, LadderContent>;
  private readonly listeners: vscode.Disposable[];

  /** Takes over a panel, a new one or one that VS Code restored. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    subject: LadderSubject,
    kind: PanelKind<LadderSubject, LadderContent>,
    setting: PanelSetting,
  ) {
    this.content = new ContentPanel(panel, subject, kind, setting);
    this.listeners = [
      this.content,
      this.content.onDidShow(() => this.tellCursor()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.shows(textEditor.document.uri)) this.tellCursor();
      }),
    ];
  }

  /** Turns to another page where it is. */
  turnTo(uri: vscode.Uri): void {
    if (!this.shows(uri)) this.content.turnTo({ uri: uri.toString() });
  }

  /** Lets go of the panel; it stays open, so that VS Code can restore it. */
  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.content.subject.uri;
  }

  private tellCursor(): void {
    const message: ToLadder = { type: 'cursor', level: this.cursorLevel() };
    this.content.post(message);
  }

  /** The innermost level that the cursor stands in. */
  private cursorLevel(): string | undefined {
    const editor = vscode.window.visibleTextEditors.find(one => this.shows(one.document.uri));
    const line = editor?.selection.active.line;
    if (line === undefined) return undefined;
    const around = (this.content.latest?.levels ?? []).filter(level => level.firstLine <= line && line <= level.lastLine);
    return around.toSorted((a, b) => a.lastLine - a.firstLine - (b.lastLine - b.firstLine))[0]?.id;
  }
}
