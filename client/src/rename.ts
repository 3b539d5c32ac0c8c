import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * Shows why a name is refused, and changes nothing. VS Code would otherwise ask its own Markdown extension next, which renames
 * the heading but neither the level's other places nor the links of other pages.
 */
export const renameMiddleware: Pick<Middleware, 'provideRenameEdits'> = {
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return new vscode.WorkspaceEdit();
    }
  },
};
