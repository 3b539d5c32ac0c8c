import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

/** What the extension's `activate` returns for tests. */
interface ExtensionApi {
  readonly client: LanguageClient;
  readonly whenReady: Promise<void>;
  ladderHtml(uri?: vscode.Uri): Promise<string | undefined>;
}

/** The extension under test, whether it runs or not. */
export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>('job-family.job-family');
  assert.ok(found, 'the extension job-family.job-family is not installed');
  return found;
}

/** Resolves when the extension runs and its server answers. */
export async function readyExtension(): Promise<ExtensionApi> {
  const api = await extension().activate();
  await api.whenReady;
  return api;
}
