import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../client/src/extension.ts';
import { traceMessages } from './messageTrace.ts';

/** The extension under test, whether it runs or not. */
export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>('job-family.job-family');
  assert.ok(found, 'the extension job-family.job-family is not installed');
  return found;
}

/** Resolves when the extension runs and its server answers. */
export async function readyExtension(): Promise<ExtensionApi> {
  const api = await extension().activate();
  traceMessages(api.client);
  await api.whenReady;
  return api;
}
