import * as vscode from 'vscode';
import { bulletEnterRules } from './bulletEnterRules.ts';
import { listContinuation } from './listContinuation.ts';

/** True where Enter is ours: `when` clauses of package.json ask for it. */
const CONTEXT_KEY = 'jobFamily.enterContinuesList';

/** VS Code's own for Markdown, said again because a language configuration without one takes it away from extensions. */
const WORD_PATTERN =
  /(\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark})(((\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark})|[_])?(\p{Alphabetic}|\p{Number}|\p{Nonspacing_Mark}))*/gu;

/**
 * Makes Enter continue lists in job families. Bullets are continued by rules that the editor follows itself, so that keys struck at once
 * behind Enter land where they should; numbers, quotes and empty points take the command `jobFamily.continueList`, which a key
 * leads to only while the cursor stands in such a point.
 */
export class ContinuedLists implements vscode.Disposable {
  readonly #listeners: vscode.Disposable;
  #rules: vscode.Disposable | undefined;
  #isFamily = false;
  #told = false;

  constructor() {
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('jobFamily.continueLists')) this.#update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#tell();
      }),
    );
  }

  /** Whether the editor that was last active shows a job family. */
  setFamily(isFamily: boolean): void {
    this.#isFamily = isFamily;
    this.#update();
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#rules?.dispose();
  }

  /** The rules hold for a language, so they are there only as long as a family is in the active editor. */
  #update(): void {
    const wanted = this.#isFamily && vscode.workspace.getConfiguration('jobFamily').get('continueLists', true);
    if (wanted && !this.#rules) {
      this.#rules = vscode.languages.setLanguageConfiguration('markdown', {
        wordPattern: WORD_PATTERN,
        onEnterRules: bulletEnterRules.map(({ beforeText, appendText }) => ({
          beforeText,
          action: { indentAction: vscode.IndentAction.None, appendText },
        })),
      });
    } else if (!wanted) {
      this.#rules?.dispose();
      this.#rules = undefined;
    }
    this.#tell();
  }

  #tell(): void {
    const editor = vscode.window.activeTextEditor;
    const isOurs = this.#rules !== undefined && editor !== undefined && takesCommand(editor);
    if (isOurs === this.#told) return;
    this.#told = isOurs;
    void vscode.commands.executeCommand('setContext', CONTEXT_KEY, isOurs);
  }
}

function takesCommand({ document, selection }: vscode.TextEditor): boolean {
  const { text } = document.lineAt(selection.active.line);
  const before = text.slice(0, selection.active.character);
  return (
    listContinuation(text, selection.active.character) !== undefined &&
    !bulletEnterRules.some(({ beforeText }) => beforeText.test(before))
  );
}
