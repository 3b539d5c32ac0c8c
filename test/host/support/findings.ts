import * as vscode from 'vscode';

/** How long findings may take to come: the server may have to read the whole workspace first. */
const PATIENCE = 40_000;

/** Waits, by VS Code's own event, until the extension's findings in a page are as wanted, and answers them. */
export async function findingsWhen(
  uri: vscode.Uri,
  what: string,
  areAsWanted: (findings: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return await new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      listener.dispose();
    };
    const look = () => {
      const findings = findingsIn(uri);
      if (!areAsWanted(findings)) return;
      stop();
      resolve(findings);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    const timer = setTimeout(() => {
      stop();
      const now = findingsIn(uri).map(({ message }) => message);
      reject(new Error(`Waited ${PATIENCE / 1000} s for ${what}; the findings are: ${now.join(' | ') || 'none'}`));
    }, PATIENCE);
    look();
  });
}

/** The extension's findings in a page as they are now; other extensions' are left out. */
export function findingsIn(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'job-family');
}
