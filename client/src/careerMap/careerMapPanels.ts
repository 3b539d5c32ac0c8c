import * as vscode from 'vscode';
import { type CareerMapParams, type CareerMapResult, careerMapRequest } from '../../../server/src/lsp/messages.ts';
import { ContentPanel, type PanelContent, type PanelKind, type PanelSetting } from '../panels/contentPanel.ts';
import { PanelSet } from '../panels/panelSet.ts';
import { readCareerMapMessage } from '../panels/readMessages.ts';
import type { LevelSource } from '../views/levelSource.ts';
import type { MapSubject } from './careerMapMessages.ts';

/** What the command may be given. */
export interface CareerMapArguments {
  /** The family's page; the active editor's where it is not said. */
  readonly uri?: vscode.Uri | string;
  readonly scope?: MapSubject['scope'];
}

function mapKind({ source }: PanelSetting): PanelKind<MapSubject, PanelContent> {
  return {
    viewType: 'jobFamily.careerMap',
    name: 'careerMap',
    title: vscode.l10n.t('Career Map'),
    nothing: vscode.l10n.t('This page is not a job family.'),
    readSubject: kept => (isSubject(kept) ? kept : undefined),
    pageOf: ({ uri }) => vscode.Uri.parse(uri, true),
    // A map changes when levels or links of the workspace do, and not with every letter of a page.
    isConcerned: () => false,
    async ask({ uri, scope, steps }, signal) {
      const params: CareerMapParams = { uri: source.protocolUri(vscode.Uri.parse(uri, true)), scope, steps };
      const map = await source.ask<CareerMapResult | null>(careerMapRequest, params, signal);
      return map ? { html: map.html, title: vscode.l10n.t('Career Map: {0}', map.title) } : undefined;
    },
  };
}

/** The career map's panel: opens it, keeps it true to the workspace, and brings it back after a reload of the window. */
export class CareerMapPanels implements vscode.Disposable {
  private readonly panels: PanelSet<MapSubject, ContentPanel<MapSubject>>;
  private readonly listeners: vscode.Disposable[];

  constructor(setting: PanelSetting, levels: LevelSource) {
    const kind = mapKind(setting);
    this.panels = new PanelSet(kind, (webviewPanel, subject) => {
      const panel = new ContentPanel(webviewPanel, subject, kind, setting);
      panel.onDidSay(message => follow(panel, readCareerMapMessage(message)));
      return panel;
    });
    this.listeners = [
      this.panels,
      levels.onDidChange(() => {
        for (const panel of this.panels.all) panel.refresh();
      }),
    ];
  }

  /** Shows the map around a family, that of the active editor where none is given. */
  open({ uri = vscode.window.activeTextEditor?.document.uri, scope = 'family' }: CareerMapArguments = {}): void {
    if (!uri) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a job family to see where it leads.'));
      return;
    }
    const subject: MapSubject = { uri: uri.toString(), scope, steps: 1 };
    const [open] = this.panels.all;
    if (!open) {
      this.panels.open(subject, vscode.ViewColumn.Beside);
      return;
    }
    open.turnTo(subject);
    open.panel.reveal(undefined, true);
  }

  dispose(): void {
    vscode.Disposable.from(...this.listeners).dispose();
  }
}

function follow(panel: ContentPanel<MapSubject>, message: ReturnType<typeof readCareerMapMessage>): void {
  if (message) panel.turnTo({ ...panel.subject, scope: message.scope, steps: message.steps }, true);
}

function isSubject(kept: unknown): kept is MapSubject {
  const { uri, scope, steps } = (kept ?? {}) as Partial<MapSubject>;
  return typeof uri === 'string' && (scope === 'family' || scope === 'department') && typeof steps === 'number';
}
