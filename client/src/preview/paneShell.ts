import * as vscode from 'vscode';

/** The only folder that the ladder page may load from. */
export function paneRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** The page around the ladder: it may run its own script and style and load nothing else. What it shows comes by message. */
export function paneShell(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = newNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(paneRoot(extensionUri), 'ladder.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(paneRoot(extensionUri), 'ladder.css'));
  const title = vscode.l10n.t('Ladder');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>${title}</title>
  <link rel="stylesheet" href="${style}">
</head>
<body>
  <main id="pane"></main>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** Hard to guess, so that no script but ours can carry it. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
