import * as vscode from 'vscode';
import type { LadderResult, LadderShown } from '../../../server/src/lsp/messages.ts';
import { ContentPanel, type PanelContent, type PanelKind, type PanelSetting } from '../panels/contentPanel.ts';
import { readLadderMessage } from '../panels/readMessages.ts';
import type { ToLadder } from './ladderMessages.ts';
import { ScrollSync } from './scrollSync.ts';

/** Whose ladder a panel shows. */
export interface LadderSubject {
  readonly uri: string;
}

/** The ladder of one page as a panel's content. */
export type LadderContent = LadderResult & PanelContent;

export type LadderKind = PanelKind<LadderSubject, LadderContent>;

/** What the ladder's panels show. `shown`: how much of it, where a panel asks for itself. */
export function ladderKind({ source }: Pick<PanelSetting, 'source'>, shown?: () => LadderShown | undefined): LadderKind {
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
      const ladder = await source.ladder(pageOf(subject), shown?.(), signal);
      return ladder && { ...ladder, title: vscode.l10n.t('Ladder: {0}', ladder.title) };
    },
  };
}

/** The commands behind the toolbar's buttons: each takes the page, and the level by the id of its heading. */
const COMMANDS: Readonly<Record<string, string>> = {
  compare: 'jobFamily.compareLevels',
  export: 'jobFamily.exportLadder',
  map: 'jobFamily.openCareerMap',
};

/** What a restored panel was like. */
export interface LadderPanelStart {
  readonly locked: boolean;
}

/** A panel with the ladder of one page, in step with the editor's cursor and scrolling. */
export class LadderPanel implements vscode.Disposable {
  private readonly content: ContentPanel<LadderSubject, LadderContent>;
  private readonly listeners: vscode.Disposable[];
  private readonly lockChanged = new vscode.EventEmitter<void>();
  private readonly scrolling: ScrollSync;
  private shown: LadderShown | undefined;
  private isLocked: boolean;

  /** The panel was locked or unlocked. */
  readonly onDidLock = this.lockChanged.event;

  /** Takes over a panel, a new one or one that VS Code restored. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    subject: LadderSubject,
    start: LadderPanelStart,
    private readonly setting: PanelSetting,
  ) {
    this.isLocked = start.locked;
    this.content = new ContentPanel(
      panel,
      subject,
      ladderKind(setting, () => this.shown),
      setting,
    );
    this.scrolling = new ScrollSync(
      uri => this.shows(uri),
      line => this.tell({ type: 'scroll', line }),
    );
    this.listeners = [
      this.content,
      this.lockChanged,
      this.scrolling,
      this.content.onDidShow(() => {
        this.tell({ type: 'locked', locked: this.isLocked });
        this.tellCursor();
      }),
      this.content.onWillReveal(() => this.scrolling.editorMoves()),
      this.content.onDidSay(message => this.receive(readLadderMessage(message))),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (this.shows(textEditor.document.uri)) this.tellCursor();
      }),
    ];
  }

  /** Where the panel stays with its page, whatever is edited. */
  get locked(): boolean {
    return this.isLocked;
  }

  /** Whether it is of this page. */
  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.content.subject.uri;
  }

  /** Stays with its page, or follows the editor again. */
  lock(locked: boolean): void {
    this.isLocked = locked;
    this.tell({ type: 'locked', locked });
    this.lockChanged.fire();
  }

  /** Turns to another page where it is. */
  turnTo(uri: vscode.Uri): void {
    if (!this.shows(uri)) this.content.turnTo({ uri: uri.toString() });
  }

  /** Lets go of the panel; it stays open, so that VS Code can restore it. */
  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private receive(message: ReturnType<typeof readLadderMessage>): void {
    switch (message?.type) {
      case 'shown':
        this.shown = message.shown;
        this.content.refresh();
        return;
      case 'scrolled':
        this.scrolling.scrollEditor(message.line);
        return;
      case 'lock':
        this.lock(message.locked);
        return;
      case 'run': {
        const command = Object.hasOwn(COMMANDS, message.action) ? COMMANDS[message.action] : undefined;
        const level = this.content.latest?.levels.find(({ id }) => id === message.level)?.anchor;
        if (command) void vscode.commands.executeCommand(command, { uri: vscode.Uri.parse(this.content.subject.uri), level });
        return;
      }
      case 'write':
        this.write().catch(error => this.setting.log.warn(`Could not write to ${this.content.subject.uri}: ${String(error)}`));
        return;
    }
  }

  /** Puts the snippet where the server said, in the page's editor, for its holes to be filled. */
  private async write(): Promise<void> {
    const { toWrite } = this.content.latest ?? {};
    if (!toWrite) return;
    const editor = await this.content.showPage();
    const place = new vscode.Position(toWrite.line, toWrite.character);
    await editor.insertSnippet(new vscode.SnippetString(toWrite.snippet), place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private tell(message: ToLadder): void {
    this.content.post(message);
  }

  private tellCursor(): void {
    const editor = vscode.window.visibleTextEditors.find(one => this.shows(one.document.uri));
    const line = editor?.selection.active.line;
    this.tell({ type: 'cursor', line, level: line === undefined ? undefined : this.levelOf(line) });
  }

  /** The innermost level that a line stands in. */
  private levelOf(line: number): string | undefined {
    const around = (this.content.latest?.levels ?? []).filter(level => level.firstLine <= line && line <= level.lastLine);
    return around.toSorted((a, b) => a.lastLine - a.firstLine - (b.lastLine - b.firstLine))[0]?.id;
  }
}
