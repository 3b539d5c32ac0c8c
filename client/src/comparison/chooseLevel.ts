import * as vscode from 'vscode';
import type { LevelPlace } from '../../../server/src/lsp/messages.ts';
import { pickOne, type StepPlace, type StepResult } from '../steps/steps.ts';
import { gradeName, type LevelOfFamily, type LevelSource } from '../views/levelSource.ts';

interface LevelItem extends vscode.QuickPickItem {
  /** Undefined for the line that names a family. */
  readonly place: LevelPlace | undefined;
}

/** What is chosen from, and what stands first. */
export interface LevelChoice {
  readonly placeholder: string;
  /** The page whose levels stand first. */
  readonly first: vscode.Uri | undefined;
  /** The level that is taken by Enter alone. */
  readonly preselected: LevelPlace | undefined;
  /** The level that is not offered. */
  readonly without?: LevelPlace | undefined;
}

/** Lets one choose a level of the workspace. */
export async function chooseLevel(source: LevelSource, choice: LevelChoice, step: StepPlace): Promise<StepResult<LevelPlace>> {
  const families = await source.families();
  const isFirst = (uri: string): boolean => choice.first !== undefined && isSame(uri, choice.first);
  const ordered = [...families].sort((a, b) => Number(isFirst(b.uri)) - Number(isFirst(a.uri)));
  const items = ordered.flatMap((family): LevelItem[] => {
    const levels = family.levels.filter(({ anchor }) => !isPlace(choice.without, family.uri, anchor));
    if (levels.length === 0) return [];
    const name = { label: family.title, kind: vscode.QuickPickItemKind.Separator, place: undefined };
    return [name, ...levels.map(level => levelItem({ family, level }))];
  });
  const active = items.find(({ place }) => place && isPlace(choice.preselected, place.uri, place.level));
  const picked = await pickOne(step, choice.placeholder, items, active);
  if (picked.type !== 'next') return picked;
  return picked.value.place ? { type: 'next', value: picked.value.place } : { type: 'cancelled' };
}

/** The level that the cursor of an editor stands in or behind; undefined where the page has none above it. */
export async function levelAtCursor(source: LevelSource, editor: vscode.TextEditor | undefined): Promise<LevelPlace | undefined> {
  if (!editor) return undefined;
  const family = (await source.families()).find(({ uri }) => isSame(uri, editor.document.uri));
  const { line } = editor.selection.active;
  const above = family?.levels.filter(level => level.line <= line).sort((a, b) => a.line - b.line);
  const level = above?.at(-1) ?? family?.levels[0];
  return family && level && { uri: family.uri, level: level.anchor };
}

function levelItem({ family, level }: LevelOfFamily): LevelItem {
  return {
    label: level.title,
    description: [gradeName(level.grade), family.title].join(' · '),
    place: { uri: family.uri, level: level.anchor },
  };
}

function isPlace(place: LevelPlace | undefined, uri: string, anchor: string): boolean {
  return place !== undefined && place.level === anchor && isSame(place.uri, vscode.Uri.parse(uri));
}

/** The server and VS Code spell URIs in different ways. */
function isSame(uri: string, other: vscode.Uri): boolean {
  return vscode.Uri.parse(uri).toString() === other.toString();
}
