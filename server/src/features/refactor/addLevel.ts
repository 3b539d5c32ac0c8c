import * as l10n from '@vscode/l10n';
import { isSectionOf } from '../../model/headingTree.ts';
import { type JobFamily, type Level, spanOfLevel } from '../../model/jobFamily.ts';
import { levelBody, levelDepth, type MissingLevel, missingLevels } from '../../model/levelTemplate.ts';
import { braceHole } from '../../model/sectionTemplate.ts';
import { textOf } from '../../text/span.ts';
import { lineEndOf, type Refactoring, type RefactoringPlace } from './refactoring.ts';

/** Adds the level that comes next on the ladder, with its sections, its grade and what it takes over from the one below. */
export const addLevel: Refactoring = {
  kind: 'refactor.rewrite.jobFamily.addLevel',
  leaves: 'more',
  offer(place) {
    const { heading, family, linked, page, profile } = place;
    const before = levelToBuildOn(place);
    const next = before && nextLevel(before, missingLevels(family, linked.ladder, profile));
    if (!heading || !before || !next) return undefined;
    return {
      title: l10n.t`Add the level “${next.title}”`,
      edits: () => {
        const depth = before.node?.heading.level ?? levelDepth(family);
        const body = levelBody(family, next.title, depth, linked.ladder, profile, braceHole);
        const newline = lineEndOf(page);
        const { start, end } = spanOfLevel(family, lastNotAbove(family, before, next));
        const at = start + textOf(page.text, { start, end }).trimEnd().length;
        return [
          {
            span: { start: at, end: at },
            newText: `\n\n${'#'.repeat(depth)} ${next.title}\n\n${body}`.replaceAll('\n', newline),
          },
        ];
      },
    };
  },
};

/** The level that the selection lies on; on the heading over the levels the highest individual contributor. */
function levelToBuildOn({ heading, family }: RefactoringPlace): Level | undefined {
  if (!heading) return undefined;
  const level = family.levels.find(one => one.node === heading);
  if (level || !isSectionOf(heading, ['levels'])) return level;
  const below = family.levels.filter(one => one.node?.parent === heading);
  const contributors = below.filter(one => one.track === 'individual-contributor');
  return (contributors.length > 0 ? contributors : below).reduce<Level | undefined>(
    (best, one) => (best && best.name.seniority.rank >= one.name.seniority.rank ? best : one),
    undefined,
  );
}

function nextLevel(before: Level, missing: readonly MissingLevel[]): MissingLevel | undefined {
  const above = missing.filter(
    ({ seniority }) => seniority.rank > before.name.seniority.rank && isOfTrack(seniority.track, before),
  );
  return above.reduce<MissingLevel | undefined>(
    (best, one) => (best && best.seniority.rank <= one.seniority.rank ? best : one),
    undefined,
  );
}

function isOfTrack(track: MissingLevel['seniority']['track'], level: Level): boolean {
  return (track ?? 'individual-contributor') === level.track;
}

/** The last on the page of the levels beside this one, of its track, that are not above the new one. */
function lastNotAbove(family: JobFamily, level: Level, next: MissingLevel): Level {
  return family.levels.findLast(
    one =>
      one.node?.parent === level.node?.parent &&
      one.node?.heading.level === level.node?.heading.level &&
      one.track === level.track &&
      one.name.seniority.rank <= next.seniority.rank,
  )!;
}
