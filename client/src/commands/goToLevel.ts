import * as vscode from 'vscode';
import { gradeName, type LevelOfFamily, type LevelSource } from '../views/levelSource.ts';

interface LevelItem extends vscode.QuickPickItem {
  readonly place: LevelOfFamily;
}

/** Lets one choose any level of the workspace by its name, grade or family, and opens it. */
export async function goToLevel(source: LevelSource): Promise<void> {
  const chosen = await vscode.window.showQuickPick(levelItems(source), {
    placeHolder: vscode.l10n.t('Go to a level by its name, grade or family'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await source.open(chosen.place);
}

async function levelItems(source: LevelSource): Promise<LevelItem[]> {
  const families = await source.families();
  return families
    .flatMap(family => family.levels.map(level => ({ family, level })))
    .sort((a, b) => a.level.title.localeCompare(b.level.title))
    .map(place => ({
      label: place.level.title,
      description: gradeName(place.level.grade),
      detail: [place.family.title, place.family.department ?? ''].filter(part => part !== '').join(' · '),
      place,
    }));
}
