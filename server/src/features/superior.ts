import { type FamilyExports, type LevelExports, nameKeyOf } from '../model/familyExports.ts';
import { superiorOnPage } from '../model/levelMentions.ts';
import { readLevelName } from '../model/levelName.ts';
import { type SuperiorName, superiorsOf } from '../model/reportsTo.ts';
import type { Profile } from '../profile/profile.ts';
import { touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { ListedFamily } from './workspaceSymbols.ts';

/** A position that somebody reports to: the family of the workspace that has it and, where one does, its level. */
export interface Superior {
  readonly named: SuperiorName;
  readonly uri: string;
  readonly family: FamilyExports;
  readonly level: LevelExports | undefined;
}

/** What is said at an offset of whom somebody reports to; undefined where nothing is. */
export function superiorNamedAt({ family, profile }: LinkedFamily, offset: number): SuperiorName | undefined {
  return superiorsOf(family.page, profile).find(({ span, link }) => touches(link?.span ?? span, offset));
}

/**
 * The position of that name: where its link leads, else the level of the same page, else the only level of the workspace that
 * is called so, else the only family. Undefined where there is none, or several.
 */
export function findSuperior(linked: LinkedFamily, named: SuperiorName, families: readonly ListedFamily[]): Superior | undefined {
  const { profile } = linked;
  const key = keyOf(named.name, profile);
  const at = (uri: string, isWanted: (level: LevelExports) => boolean): Superior | undefined => {
    const family = families.find(one => one.uri === uri)?.exported;
    return family && { named, uri, family, level: family.levels.find(isWanted) };
  };
  const level = superiorOnPage(linked.family, named, profile);
  if (level) return at(linked.uri, one => one.anchor === level.anchor);
  if (named.link) {
    const resolved = linked.resolveLink(named.link);
    if (resolved.type !== 'ok') return undefined;
    return at(resolved.uri, one => (resolved.anchor === undefined ? one.nameKey === key : one.anchor === resolved.anchor));
  }
  const levels = families.flatMap(({ uri, exported }) =>
    exported.levels.flatMap(one => (one.nameKey === key ? [{ uri, family: exported, level: one }] : [])),
  );
  if (levels.length > 0) return levels.length === 1 ? { named, ...levels[0]! } : undefined;
  const titled = families.filter(({ exported }) => keyOf(exported.title, profile) === key);
  return titled.length === 1 ? at(titled[0]!.uri, () => false) : undefined;
}

function keyOf(name: string, profile: Profile): string {
  return nameKeyOf(readLevelName(name, profile));
}
