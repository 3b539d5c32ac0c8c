import * as l10n from '@vscode/l10n';
import { SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver-types';
import { type ExtendsExports, type FamilyExports, nameKeyOf } from '../model/familyExports.ts';
import { type JobFamily, type Level, spanOfLevel } from '../model/jobFamily.ts';
import { levelMentions } from '../model/levelMentions.ts';
import { readLevelName } from '../model/levelName.ts';
import { touches, trimSpan } from '../text/span.ts';
import type { FamilyPage, LinkedFamily } from '../workspace/linkedFamily.ts';
import { scannedTarget } from '../workspace/linksTo.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { gradeLabel } from './levelNodes.ts';

/** A level and the page it is on. */
interface PlacedLevel extends FamilyPage {
  readonly level: Level;
}

/** The levels that stand, or are named, at an offset: of an Extends bullet those that it takes over from. */
export function hierarchyItemsAt(linked: LinkedFamily, offset: number): TypeHierarchyItem[] {
  const references = linked.family.levels.flatMap(level => level.extends).filter(one => touches(one.span, offset));
  const named = references.filter(one => touches(one.targetSpan, offset));
  const extended = (named.length > 0 ? named : references).flatMap(one => placed(linked.resolveExtends(one)));
  if (extended.length > 0) return itemsOf(extended);
  const mention = levelMentions(linked.family, linked.profile).find(one => touches(one.span, offset));
  return mention ? itemsOf([{ uri: linked.uri, family: linked.family, level: mention.level }]) : [];
}

/** The levels that the one with an anchor takes something over from, wherever they are. */
export function supertypes(linked: LinkedFamily, anchor: string): TypeHierarchyItem[] {
  const level = linked.family.levels.find(one => one.anchor === anchor);
  const extended = level?.extends.flatMap(one => placed(linked.resolveExtends(one))) ?? [];
  return itemsOf(extended.filter(one => one.level !== level));
}

/** The levels of a page that take something over from a level, which may be another page's. */
export function subtypesOn(linked: LinkedFamily, uri: string, anchor: string): TypeHierarchyItem[] {
  const extending = linked.family.levels.filter(
    level =>
      !(linked.uri === uri && level.anchor === anchor) &&
      level.extends.some(one => {
        const target = linked.resolveExtends(one);
        return target?.uri === uri && target.level?.anchor === anchor;
      }),
  );
  return itemsOf(extending.map(level => ({ uri: linked.uri, family: linked.family, level })));
}

/** The pages that may have a level which takes over from one of this page. Everything must be loaded. */
export function pagesExtending(workspace: Workspace, uri: string, anchor: string): string[] {
  const wanted = workspace.exported(uri)?.levels.find(level => level.anchor === anchor);
  if (!wanted) return [];
  const mayLead = (page: string, { target }: ExtendsExports): boolean => {
    switch (target.type) {
      case 'level':
        return page === uri;
      case 'link':
        return scannedTarget(workspace, page, target)?.uri === uri;
      case 'unknown':
        return nameKeyOf(readLevelName(target.name, workspace.profile)) === wanted.nameKey;
      case 'base':
      case 'ambiguous':
        return false;
    }
  };
  const extendsOf = (family: FamilyExports | undefined): readonly ExtendsExports[] =>
    family?.levels.flatMap(level => level.extends) ?? [];
  return workspace.familyPages().filter(page => extendsOf(workspace.exported(page)).some(one => mayLead(page, one)));
}

/** What a client sends back of an item; undefined where it was none of ours. */
export function placeOfItem({ uri, data }: TypeHierarchyItem): { readonly uri: string; readonly anchor: string } | undefined {
  const anchor: unknown = (data as { readonly anchor?: unknown } | null | undefined)?.anchor;
  return typeof uri === 'string' && typeof anchor === 'string' ? { uri, anchor } : undefined;
}

function placed(target: (FamilyPage & { readonly level: Level | undefined }) | undefined): PlacedLevel[] {
  return target?.level ? [{ uri: target.uri, family: target.family, level: target.level }] : [];
}

/** Each level once, however many of its sections are taken over. */
function itemsOf(levels: readonly PlacedLevel[]): TypeHierarchyItem[] {
  const items = new Map<string, TypeHierarchyItem>();
  for (const one of levels) items.set(`${one.uri}#${one.level.anchor}`, itemOf(one));
  return [...items.values()];
}

function itemOf({ uri, family, level }: PlacedLevel): TypeHierarchyItem {
  const { lines, text } = family.page;
  return {
    name: level.title || l10n.t`(no title)`,
    kind: SymbolKind.Class,
    detail: detailOf(family, level),
    uri,
    range: lines.rangeOf(level.node ? trimSpan(text, spanOfLevel(family, level)) : { start: 0, end: text.length }),
    selectionRange: lines.rangeOf(level.nameSpan),
    data: { anchor: level.anchor },
  };
}

function detailOf({ title }: JobFamily, level: Level): string {
  return title === '' || title === level.title ? gradeLabel(level) : `${gradeLabel(level)} · ${title}`;
}
