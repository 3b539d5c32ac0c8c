import * as vscode from 'vscode';
import {
  type CompareLevelsParams,
  type CompareLevelsResult,
  compareLevelsRequest,
  type LevelPlace,
} from '../../../server/src/lsp/messages.ts';
import type { FamilySource } from '../familySource.ts';
import { ContentPanel, type PanelContent, type PanelKind, type PanelSetting } from '../panels/contentPanel.ts';
import { PanelSet } from '../panels/panelSet.ts';
import { readComparisonMessage } from '../panels/readMessages.ts';

/** The levels that are compared; the page of each as the server spells it. */
export interface ComparedLevels {
  readonly left: LevelPlace;
  readonly right: LevelPlace;
}

type ComparisonContent = CompareLevelsResult & PanelContent;

/** What the panel's buttons ask for. */
export interface ComparisonActions {
  /** Another level for one side; undefined where none is chosen. */
  choose(levels: ComparedLevels, side: 'left' | 'right'): Promise<ComparedLevels | undefined>;
  openAsText(levels: ComparedLevels): Promise<void>;
}

/** Two levels as the server compares them; undefined where one of them is not there. */
export async function askComparison(
  source: FamilySource,
  params: CompareLevelsParams,
  signal?: AbortSignal,
): Promise<CompareLevelsResult | undefined> {
  return (await source.ask<CompareLevelsResult | null>(compareLevelsRequest, params, signal)) ?? undefined;
}

function comparisonKind({ source }: PanelSetting): PanelKind<ComparedLevels, ComparisonContent> {
  return {
    viewType: 'jobFamily.comparison',
    name: 'comparison',
    title: vscode.l10n.t('Compare Levels'),
    nothing: vscode.l10n.t('One of these levels is not there any more. “Compare Levels…” lets you choose others.'),
    readSubject(kept) {
      const { left, right } = (kept ?? {}) as Partial<ComparedLevels>;
      return isPlace(left) && isPlace(right) ? { left, right } : undefined;
    },
    pageOf: ({ right }) => vscode.Uri.parse(right.uri),
    isConcerned: ({ left, right }, changed) => [left, right].some(({ uri }) => changed(vscode.Uri.parse(uri))),
    async ask(levels, signal) {
      const compared = await askComparison(source, levels, signal);
      return compared && { ...compared, title: `${compared.left.title} ⇄ ${compared.right.title}` };
    },
  };
}

/** The comparison panel: shows two levels beside each other, and comes back after a reload of the window. */
export class ComparisonPanels implements vscode.Disposable {
  private readonly panels: PanelSet<ComparedLevels, ContentPanel<ComparedLevels, ComparisonContent>>;

  constructor(
    setting: PanelSetting,
    private readonly actions: ComparisonActions,
  ) {
    const kind = comparisonKind(setting);
    this.panels = new PanelSet(kind, (webviewPanel, levels) => {
      const panel = new ContentPanel(webviewPanel, levels, kind, setting);
      panel.onDidSay(message => {
        this.follow(panel, readComparisonMessage(message)).catch(error => setting.log.error(String(error)));
      });
      return panel;
    });
  }

  /** Compares two levels in the panel that is open, or in a new one beside the editor. */
  show(levels: ComparedLevels): void {
    const [open] = this.panels.all;
    if (!open) {
      this.panels.open(levels, vscode.ViewColumn.Beside);
      return;
    }
    open.turnTo(levels);
    open.panel.reveal(undefined, true);
  }

  /** What the panel shows that has the focus. */
  get active(): ComparedLevels | undefined {
    return this.panels.active?.subject;
  }

  dispose(): void {
    this.panels.dispose();
  }

  private async follow(
    panel: ContentPanel<ComparedLevels, ComparisonContent>,
    message: ReturnType<typeof readComparisonMessage>,
  ): Promise<void> {
    const { left, right } = panel.subject;
    switch (message?.type) {
      case 'swap':
        panel.turnTo({ left: right, right: left }, true);
        return;
      case 'text':
        await this.actions.openAsText(panel.subject);
        return;
      case 'choose': {
        const chosen = await this.actions.choose(panel.subject, message.side);
        if (chosen) panel.turnTo(chosen);
        return;
      }
    }
  }
}

function isPlace(place: Partial<LevelPlace> | undefined): place is LevelPlace {
  return typeof place?.uri === 'string' && typeof place.level === 'string';
}
