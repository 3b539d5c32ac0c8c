import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ListFilesParams, listFilesRequest, type ReadFileParams, readFileRequest } from '../../server/src/lsp/messages.ts';

/** What the server is to know of: see `listFilesRequest`. */
const WANTED = /\.(?:md|markdown|md\.erb|ya?ml|gitignore)$/i;
const WANTED_GLOB = '**/{*.md,*.markdown,*.md.erb,*.yml,*.yaml,.gitignore}';

/** Folders of tools, which no page stands in. */
const TOOL_FOLDERS = new Set(['.git', 'node_modules']);

/** Lists and reads files for a server without a disk, or for files that are on none, until it is disposed. */
export function serveWorkspaceFiles(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(vscode.Uri.parse(uri))),
    client.onRequest(listFilesRequest, async ({ folder }: ListFilesParams, token: vscode.CancellationToken) => {
      const files = await listFiles(vscode.Uri.parse(folder), token);
      return files.map(uri => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}

/** Null where there is no such file, or none that can be read. */
async function readFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** By the file search of VS Code; folder by folder where the file system has none, and so finds nothing. */
async function listFiles(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, WANTED_GLOB);
  const found = await vscode.workspace.findFiles(pattern, undefined, undefined, token);
  return found.length > 0 ? found : await walk(folder, token);
}

async function walk(root: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder && !token.isCancellationRequested; folder = folders.pop()) {
    const parent = folder;
    const entries = await vscode.workspace.fs.readDirectory(parent).then(
      list => list,
      () => [],
    );
    for (const [name, type] of entries) {
      // A link to a folder is not followed: no circle can trap this.
      if (type === vscode.FileType.Directory && !TOOL_FOLDERS.has(name)) folders.push(vscode.Uri.joinPath(parent, name));
      else if ((type & vscode.FileType.File) !== 0 && WANTED.test(name)) found.push(vscode.Uri.joinPath(parent, name));
    }
  }
  return found;
}
