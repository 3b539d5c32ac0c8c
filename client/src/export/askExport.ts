import * as vscode from 'vscode';
import type { ExportParams, FamilyEntry } from '../../../server/src/lsp/messages.ts';

/** A way to write families that the user can choose. */
export interface ExportFormat extends vscode.QuickPickItem {
  readonly id: 'html' | 'html-levels' | 'csv' | 'markdown' | 'json' | 'svg';
  readonly format: ExportParams['format'];
  readonly view?: NonNullable<ExportParams['view']>;
  readonly extension: string;
  /** What the file begins with, before what the command line writes. */
  readonly mark?: string;
}

/** What the user can choose from. */
export function exportFormats(): readonly ExportFormat[] {
  return [
    {
      id: 'html',
      format: 'html',
      view: 'matrix',
      extension: 'html',
      label: vscode.l10n.t('HTML, levels side by side'),
      detail: vscode.l10n.t('One file to read and print, on paper that lies'),
    },
    {
      id: 'html-levels',
      format: 'html',
      view: 'levels',
      extension: 'html',
      label: vscode.l10n.t('HTML, each level in full'),
      detail: vscode.l10n.t('One file to read and print, on paper that stands'),
    },
    {
      id: 'csv',
      format: 'csv',
      extension: 'csv',
      // Excel takes a file without it for text of the system's old encoding. Programs that read the command line's need none.
      mark: '\uFEFF',
      label: vscode.l10n.t('CSV'),
      detail: vscode.l10n.t('For a spreadsheet: a row for each bullet that a level amounts to'),
    },
    {
      id: 'markdown',
      format: 'markdown',
      extension: 'md',
      label: vscode.l10n.t('Markdown'),
      detail: vscode.l10n.t('A table for each family'),
    },
    {
      id: 'json',
      format: 'json',
      extension: 'json',
      label: vscode.l10n.t('JSON'),
      detail: vscode.l10n.t('The model, for other programs'),
    },
    {
      id: 'svg',
      format: 'svg',
      extension: 'svg',
      label: vscode.l10n.t('SVG'),
      detail: vscode.l10n.t('The career map: which family leads where'),
    },
  ];
}

/** Asks how to write. */
export function askFormat(): Thenable<ExportFormat | undefined> {
  return vscode.window.showQuickPick(exportFormats(), {
    title: vscode.l10n.t('Export Job Family'),
    placeHolder: vscode.l10n.t('What to write'),
  });
}

/** Asks whether this family or its department; a family that stands alone is not asked about. */
export async function askScope(
  family: FamilyEntry,
  department: readonly FamilyEntry[],
): Promise<'family' | 'department' | undefined> {
  if (department.length < 2) return 'family';
  const items = [
    { id: 'family', label: family.title, detail: vscode.l10n.t('This job family') },
    {
      id: 'department',
      label: family.department ?? '',
      detail: vscode.l10n.t('All {0} job families of the department, with an index', department.length),
    },
  ] as const;
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Job Family'),
    placeHolder: vscode.l10n.t('What to export'),
  });
  return chosen?.id;
}
