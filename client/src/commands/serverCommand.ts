import * as vscode from 'vscode';
import { ConnectionError, ErrorCodes, ResponseError } from 'vscode-languageclient';

/** How a request fails whose server has ended, or ends before it has answered. */
const ENDED: readonly number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive];

/** Registers a command that asks the server. Where that ends meanwhile, the user is told so in words, and the command gives nothing. */
export function registerServerCommand<Given extends unknown[]>(
  name: string,
  run: (...given: Given) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(name, async (...given: Given) => {
    try {
      return await run(...given);
    } catch (error) {
      if (!hasEnded(error)) throw error;
      void vscode.window.showWarningMessage(
        vscode.l10n.t('The language server of Job Families ended before it had answered. Please try again in a moment.'),
      );
      return undefined;
    }
  });
}

function hasEnded(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ResponseError && ENDED.includes(error.code));
}
