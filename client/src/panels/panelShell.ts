import * as vscode from 'vscode';

/** The only folder that a panel's page may load from. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/**
 * The page of a panel: it may run its own script and style (`name`.js and `name`.css) and load nothing else. What it shows
 * comes by message. Its language is that of the texts, English where VS Code's own has none.
 */
export function panelShell(webview: vscode.Webview, extensionUri: vscode.Uri, name: string, title: string): string {
  const nonce = newNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), `${name}.js`));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), `${name}.css`));
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.l10n.t('en'))}">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <meta name="viewport" content="width=device-width, initial-scale=1.0">
  <title>${escapeAttribute(title)}</title>
  <link rel="stylesheet" href="${escapeAttribute(style.toString())}">
</head>
<body>
  <main id="pane"></main>
  <script nonce="${nonce}" src="${escapeAttribute(script.toString())}"></script>
</body>
</html>`;
}

/** Hard to guess, so that no script but ours can carry it. */
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
