import { gradeOf, type Level, lineOfLevel, ownBullets } from '../model/jobFamily.ts';
import type { SectionKind, Track } from '../profile/profile.ts';
import type { ListItem } from '../syntax/listItems.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/** The model of job families as other tools read it; `schemas/model.schema.json` says what each field is. */
export interface ModelJson {
  readonly version: 1;
  readonly families: readonly FamilyJson[];
}

export interface FamilyJson {
  readonly path: string;
  readonly title: string;
  readonly levels: readonly LevelJson[];
}

export interface LevelJson {
  readonly title: string;
  readonly anchor: string;
  readonly line: number;
  /** Left out for a level without one. */
  readonly label?: string;
  /** Left out if grades or seniority order the levels. */
  readonly rank?: number;
  readonly grade: number | null;
  readonly track: Track;
  readonly sections: readonly {
    readonly kind: SectionKind;
    readonly line: number;
    readonly items: number;
    readonly inherited: number;
  }[];
  /** One for each section and target. */
  readonly extends: readonly EdgeJson[];
}

export interface EdgeJson {
  readonly section: SectionKind;
  readonly line: number;
  readonly path: string | null;
  readonly anchor: string | null;
}

/** A family's model; `pathOf` turns a URI into the path that is printed. Lines count from 1. */
export function familyJson(linked: LinkedFamily, pathOf: (uri: string) => string): FamilyJson {
  return {
    path: pathOf(linked.uri),
    title: linked.family.title,
    levels: linked.family.levels.map(level => levelJson(linked, level, pathOf)),
  };
}

function levelJson(linked: LinkedFamily, level: Level, pathOf: (uri: string) => string): LevelJson {
  const lines = linked.family.page.lines;
  const lineOf = (offset: number): number => lines.lineAt(offset) + 1;
  return {
    title: level.title,
    anchor: level.anchor,
    line: lineOfLevel(linked.family, level) + 1,
    ...(level.label === undefined ? {} : { label: level.label }),
    ...(level.rank === undefined ? {} : { rank: level.rank }),
    grade: gradeOf(level)?.grade ?? null,
    track: level.track,
    sections: level.sections.map(section => ({
      kind: section.kind,
      line: lineOf(section.heading.span.start),
      items: ownBullets(section).reduce((sum, { item }) => sum + (linked.family.isOpen ? pointsIn(item) : 1), 0),
      inherited: linked.effective(level, section.kind).inheritedCount,
    })),
    extends: edgesOf(linked, level, pathOf),
  };
}

/** How many points a bullet holds that have none below them: itself, if none is below it. */
function pointsIn({ children }: ListItem): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + pointsIn(child), 0);
}

/** What a level extends: of references that turn out to have the same target, as a name and a link may, the first. */
function edgesOf(linked: LinkedFamily, level: Level, pathOf: (uri: string) => string): EdgeJson[] {
  const seen = new Set<string>();
  return level.extends.flatMap(reference => {
    const target = linked.resolveExtends(reference);
    const line = linked.family.page.lines.lineAt(reference.sentenceSpan.start) + 1;
    const path = target ? pathOf(target.uri) : null;
    const anchor = target ? (target.level?.anchor ?? '') : null;
    const fresh = reference.kinds.filter(section => path === null || !seen.has(`${section} ${path}#${anchor}`));
    for (const section of fresh) seen.add(`${section} ${path}#${anchor}`);
    return fresh.map(section => ({ section, line, path, anchor }));
  });
}
