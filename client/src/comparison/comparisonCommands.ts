import * as vscode from 'vscode';
import type { LevelPlace } from '../../../server/src/lsp/messages.ts';
import { registerServerCommand } from '../commands/serverCommand.ts';
import type { FamilySource } from '../familySource.ts';
import type { PanelSetting } from '../panels/contentPanel.ts';
import type { LevelSource } from '../views/levelSource.ts';
import { chooseLevel, levelAtCursor } from './chooseLevel.ts';
import { askComparison, type ComparedLevels, ComparisonPanels } from './comparisonPanels.ts';

/** The command that lenses of the server name, and buttons of other panels. */
export const compareLevelsCommand = 'jobFamily.compareLevels';

/** What the commands may be given: levels by the ids of their headings, `''` for the page level. What is left out is asked for. */
export interface CompareLevelsArguments {
  readonly uri?: string | vscode.Uri;
  readonly level?: string;
  readonly otherUri?: string | vscode.Uri;
  readonly otherLevel?: string;
}

/** Registers the commands that compare levels, and the panel that shows it. */
export function registerComparison(setting: PanelSetting, levels: LevelSource): vscode.Disposable {
  const { source } = setting;
  const panels = new ComparisonPanels(setting, {
    choose: (compared, side) => chooseOther(levels, compared, side),
    openAsText: compared => openAsText(source, compared),
  });
  return vscode.Disposable.from(
    panels,
    registerServerCommand(compareLevelsCommand, async (given?: CompareLevelsArguments) => {
      const compared = await levelsToCompare(levels, source, given ?? {});
      if (compared) panels.show(compared);
    }),
    registerServerCommand('jobFamily.compareLevelsAsText', async (given?: CompareLevelsArguments) => {
      const compared = given === undefined ? panels.active : undefined;
      const chosen = compared ?? (await levelsToCompare(levels, source, given ?? {}));
      if (chosen) await openAsText(source, chosen);
    }),
  );
}

/** VS Code's own diff editor, on the read-only documents of what the levels amount to. */
async function openAsText(source: FamilySource, compared: ComparedLevels): Promise<void> {
  const result = await askComparison(source, compared);
  if (!result) return;
  const { left, right } = result;
  const title = `${left.title} ⇄ ${right.title}`;
  await vscode.commands.executeCommand('vscode.diff', vscode.Uri.parse(left.document), vscode.Uri.parse(right.document), title);
}

/** Which levels are meant; what was not given is asked for. Undefined where the user gave up. */
async function levelsToCompare(
  levels: LevelSource,
  source: FamilySource,
  given: CompareLevelsArguments,
): Promise<ComparedLevels | undefined> {
  const title = vscode.l10n.t('Compare Levels');
  const page = readUri(given.uri);
  if (page !== undefined && given.level !== undefined) {
    const right = { uri: source.protocolUri(page), level: given.level };
    const left = await levelBeside(source, right, given);
    if (left) return { left, right };
    const chosen = await chooseLevel(levels, otherChoice(right, undefined), { title, step: 1, totalSteps: 1 });
    return chosen.type === 'next' ? { left: chosen.value, right } : undefined;
  }
  const editor = vscode.window.activeTextEditor;
  let right = await levelAtCursor(levels, editor);
  for (;;) {
    const first = await chooseLevel(
      levels,
      {
        placeholder: vscode.l10n.t('The level of interest: what it has and the other has not is shown as new'),
        first: page ?? editor?.document.uri,
        preselected: right,
      },
      { title, step: 1, totalSteps: 2 },
    );
    if (first.type !== 'next') return undefined;
    right = first.value;
    const usual = await levelBeside(source, right, {});
    const second = await chooseLevel(levels, otherChoice(right, usual), { title, step: 2, totalSteps: 2 });
    if (second.type === 'next') return { left: second.value, right };
    if (second.type === 'cancelled') return undefined;
  }
}

/** The level that is given, else the one that the server compares with first; undefined where there is none. */
async function levelBeside(
  source: FamilySource,
  right: LevelPlace,
  { otherUri, otherLevel }: CompareLevelsArguments,
): Promise<LevelPlace | undefined> {
  const other = readUri(otherUri);
  const uri = other ? source.protocolUri(other) : right.uri;
  if (otherLevel !== undefined) return { uri, level: otherLevel };
  const compared = await askComparison(source, other ? { left: { uri }, right } : { right });
  return compared && { uri: compared.left.uri, level: compared.left.level };
}

async function chooseOther(
  levels: LevelSource,
  compared: ComparedLevels,
  side: 'left' | 'right',
): Promise<ComparedLevels | undefined> {
  const stays = side === 'left' ? compared.right : compared.left;
  const title = vscode.l10n.t('Compare Levels');
  const chosen = await chooseLevel(levels, otherChoice(stays, compared[side]), { title, step: 1, totalSteps: 1 });
  return chosen.type === 'next' ? { ...compared, [side]: chosen.value } : undefined;
}

function otherChoice(without: LevelPlace, preselected: LevelPlace | undefined) {
  return {
    placeholder: vscode.l10n.t('The level to compare it with, of this or of another family'),
    first: vscode.Uri.parse(without.uri),
    preselected,
    without,
  };
}

function readUri(uri: string | vscode.Uri | undefined): vscode.Uri | undefined {
  return typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
}
