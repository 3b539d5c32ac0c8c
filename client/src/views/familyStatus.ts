import * as vscode from 'vscode';
import type { PageStatus } from '../../../server/src/lsp/messages.ts';
import { Refresher } from '../panels/refresher.ts';
import { findingsOf, findingsText, levelsText } from './findings.ts';
import type { LevelSource } from './levelSource.ts';

/** How long changes are gathered before it is asked again, in milliseconds. */
const GATHER = 200;

/** A page and what is made of it; `status` is undefined where no server can say so yet. */
interface Told {
  readonly uri: vscode.Uri;
  readonly status: PageStatus | undefined;
}

/** What the status bar says, behind its braces, of the markdown page in the active editor; kept true until it is disposed. */
export function showFamilyStatus(source: LevelSource): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('jobFamily.status', { language: 'markdown' });
  item.name = vscode.l10n.t('Job Families');
  item.text = vscode.l10n.t('Job family');
  const refresher = new Refresher<Told | undefined>(
    GATHER,
    async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== 'markdown') return undefined;
      return { uri: document.uri, status: await source.status(document.uri).catch(() => undefined) };
    },
    told => told && show(item, told),
  );
  refresher.changed();
  return vscode.Disposable.from(
    item,
    { dispose: () => refresher.stop() },
    source.onDidChange(() => refresher.changed()),
    vscode.window.onDidChangeActiveTextEditor(() => refresher.changed()),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some(uri => uri.toString() === active)) refresher.changed();
    }),
  );
}

function show(item: vscode.LanguageStatusItem, { uri, status }: Told): void {
  item.busy = status === undefined;
  if (!status) {
    item.text = vscode.l10n.t('Job family');
    item.detail = vscode.l10n.t('the server is starting');
    return;
  }
  const findings = findingsOf(uri).length;
  if (status.levels === null) {
    item.text = vscode.l10n.t('No job family');
    item.detail = `${status.profile}: ${status.reason ?? ''}`;
    item.command = {
      command: 'workbench.action.openSettings',
      arguments: ['jobFamily.profile'],
      title: vscode.l10n.t('Profile'),
      tooltip: vscode.l10n.t('Choose how the job families of this workspace are written'),
    };
  } else {
    item.text = [levelsText(status.levels), findingsText(findings) ?? vscode.l10n.t('no findings')].join(', ');
    item.detail = status.profile;
    item.command = { command: 'jobFamily.openLadderToSide', title: vscode.l10n.t('Ladder') };
  }
  item.accessibilityInformation = { label: `${item.name}: ${item.text}. ${item.detail}` };
}
