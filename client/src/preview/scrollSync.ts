import * as vscode from 'vscode';

/**
 * How long after one side moved the other the answer to that is waited for, in milliseconds. What moves then is that answer, and must
 * not move the first side again.
 */
const ECHO = 300;

/** Keeps the editor of a page and a pane scrolled to the same place, as VS Code's own Markdown preview does. */
export class ScrollSync implements vscode.Disposable {
  private readonly listener: vscode.Disposable;
  private firstLine: number | undefined;
  private editorMovedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param shows tells whether the pane is of a page
   * @param scrollPane brings a line, counted from 0, to the pane's top
   */
  constructor(
    private readonly shows: (uri: vscode.Uri) => boolean,
    scrollPane: (line: number) => void,
  ) {
    this.listener = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const line = visibleRanges[0]?.start.line;
      if (line === undefined || !this.shows(textEditor.document.uri)) return;
      // Lines come and go below it too: that is no scrolling.
      const scrolled = line !== this.firstLine;
      this.firstLine = line;
      if (scrolled && Date.now() - this.editorMovedAt > ECHO && settingOf('scrollWithEditor')) scrollPane(line);
    });
  }

  /** The pane was scrolled to a line, counted from 0: so is the editor that shows the page, without its cursor. */
  scrollEditor(line: number): void {
    if (!settingOf('scrollEditor')) return;
    for (const editor of vscode.window.visibleTextEditors) {
      if (!this.shows(editor.document.uri)) continue;
      this.editorMoves();
      const start = new vscode.Position(Math.min(line, editor.document.lineCount - 1), 0);
      editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** The pane is about to move the editor: it must not be moved by that itself. */
  editorMoves(): void {
    this.editorMovedAt = Date.now();
  }

  dispose(): void {
    this.listener.dispose();
  }
}

function settingOf(name: 'scrollWithEditor' | 'scrollEditor'): boolean {
  return vscode.workspace.getConfiguration('jobFamily.ladder').get(name, true);
}
