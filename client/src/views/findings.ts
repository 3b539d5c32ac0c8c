import * as vscode from 'vscode';

/** The name under which the server's findings stand in VS Code's list. */
const SOURCE = 'job-family';

/** What the server finds on a page, as far as VS Code has been told; as in its own list without hints. */
export function findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === SOURCE && severity !== vscode.DiagnosticSeverity.Hint);
}

/** So many findings in words; undefined for none. */
export function findingsText(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
}

/** So many levels in words. */
export function levelsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 level') : vscode.l10n.t('{0} levels', count);
}
