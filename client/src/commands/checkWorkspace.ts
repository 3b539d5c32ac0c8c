import * as vscode from 'vscode';
import { type BaseLanguageClient, ProgressType } from 'vscode-languageclient';
import {
  type CheckProgress,
  type CheckResult,
  type CheckWorkspaceParams,
  checkWorkspaceRequest,
} from '../../../server/src/lsp/messages.ts';
import { findingsText } from '../views/findings.ts';

let checks = 0;

/** Checks every page of the workspace with progress, which one may cancel; then says how much was found and shows it. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<CheckResult> {
  const progressToken = `check-${++checks}`;
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking job families'), cancellable: true },
    async (progress, cancellation) => {
      let shown = 0;
      const listening = client.onProgress(new ProgressType<CheckProgress>(), progressToken, ({ checked, total }) => {
        const share = total === 0 ? 0 : (100 * checked) / total;
        progress.report({ message: vscode.l10n.t('{0} of {1} pages', checked, total), increment: share - shown });
        shown = share;
      });
      try {
        const params: CheckWorkspaceParams = { progressToken };
        return await client.sendRequest<CheckResult>(checkWorkspaceRequest, params, cancellation);
      } finally {
        listening.dispose();
      }
    },
  );
  if (result.findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  // Nothing waits until somebody has read it.
  void vscode.window.showInformationMessage(summary(result));
  return result;
}

function summary({ checked, total, findings, pagesWithFindings }: CheckResult): string {
  const found =
    findings === 0
      ? vscode.l10n.t('No findings on {0} pages.', checked)
      : vscode.l10n.t('{0} on {1} of {2} pages.', findingsText(findings)!, pagesWithFindings, checked);
  return checked < total ? vscode.l10n.t('Stopped with {0} pages left. {1}', total - checked, found) : found;
}
