import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ExportParams, type ExportResult, exportRequest, type FamilyEntry } from '../../../server/src/lsp/messages.ts';
import type { LevelSource } from '../views/levelSource.ts';
import { askFormat, askScope, type ExportFormat, exportFormats } from './askExport.ts';

/** What whoever calls the command by itself may say; everything else is asked for. */
export interface ExportArguments {
  /** The family's page; the active editor's where it is not said. */
  readonly uri?: vscode.Uri | string;
  readonly scope?: 'family' | 'department';
  readonly format?: ExportFormat['id'];
  /** The file to write. */
  readonly to?: vscode.Uri | string;
}

/**
 * Writes a job family, or all of its department, into a file that the user chooses, and offers to open it. Gives the file's URI;
 * undefined where the user gave up or was told why it cannot be.
 */
export async function exportLadder(
  client: BaseLanguageClient,
  levels: LevelSource,
  given: ExportArguments | vscode.Uri = {},
): Promise<vscode.Uri | undefined> {
  const answers: ExportArguments = given instanceof vscode.Uri ? { uri: given } : given;
  const families = await levels.families();
  const page = uriFrom(answers.uri) ?? vscode.window.activeTextEditor?.document.uri;
  const family = page && families.find(entry => levels.uriOf(entry).toString() === page.toString());
  if (!family) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a job family to export it, or its department.'));
    return undefined;
  }
  const department = families.filter(entry => family.department !== null && entry.department === family.department);
  const scope = answers.scope ?? (await askScope(family, department));
  if (!scope) return undefined;
  const format = exportFormats().find(({ id }) => id === answers.format) ?? (await askFormat());
  if (!format) return undefined;
  const target = uriFrom(answers.to) ?? (await askFile(levels.uriOf(family), nameOf(family, scope), format));
  if (!target) return undefined;
  const params: ExportParams = {
    uris: (scope === 'department' ? department : [family]).map(entry => entry.uri),
    format: format.format,
    ...(format.view === undefined ? {} : { view: format.view }),
  };
  const result = await client.sendRequest<ExportResult | null>(exportRequest, params);
  if (!result) return undefined;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(`${format.mark ?? ''}${result.text}`));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('“{0}” could not be written: {1}', shortName(target), String(error)));
    return undefined;
  }
  void offerToOpen(target);
  return target;
}

function uriFrom(given: vscode.Uri | string | undefined): vscode.Uri | undefined {
  return typeof given === 'string' ? vscode.Uri.parse(given, true) : given;
}

/** The file's name without its ending: that of the page, or the department's. */
function nameOf({ uri, department }: FamilyEntry, scope: 'family' | 'department'): string {
  if (scope === 'department' && department !== null) return department.toLowerCase().replaceAll(' ', '-');
  const segments = vscode.Uri.parse(uri).path.split('/');
  const name = segments.at(-1)!.replace(/\.[^.]*$/, '');
  return /^_?index(?:\.html)?$/.test(name) ? (segments.at(-2) ?? name) : name;
}

function askFile(page: vscode.Uri, name: string, format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(page)?.uri ?? vscode.Uri.joinPath(page, '..');
  return vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, `${name}.${format.extension}`),
    filters: { [format.label]: [format.extension] },
    title: vscode.l10n.t('Export Job Family'),
  });
}

/** A browser shows HTML as it is meant; where there is none on the same machine, the editor shows the text. */
async function offerToOpen(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Exported to {0}.', shortName(file)), open);
  if (chosen !== open) return;
  const forBrowser = /\.(?:html|svg)$/.test(file.path);
  const isHere = vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (forBrowser && isHere && file.scheme === 'file') await vscode.env.openExternal(file);
  else await vscode.commands.executeCommand('vscode.open', file);
}

function shortName(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
