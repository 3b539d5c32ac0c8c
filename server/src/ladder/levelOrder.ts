import { gradeOf, type JobFamily, type Level } from '../model/jobFamily.ts';

/**
 * The number that places a level on the ladder: its grade, else its rank in a ladder without grades, else the grade that its seniority
 * usually has (seniority and grades share one scale).
 */
export function stepOf(level: Level): number {
  return gradeOf(level)?.grade ?? level.rank ?? level.name.seniority.rank;
}

/** The levels of a family in ladder order, lowest first: by grade, then by seniority, then as the page has them. */
export function inLadderOrder(family: JobFamily): Level[] {
  return family.levels.toSorted(
    (a, b) => stepOf(a) - stepOf(b) || (a.rank === undefined ? a.name.seniority.rank - b.name.seniority.rank : 0),
  );
}

/**
 * The next level down of the same track: of those on the nearest lower step the one that this level extends, else the nearest on
 * the page. Undefined for the lowest level of a track.
 */
export function nextLevelDown(family: JobFamily, level: Level): Level | undefined {
  const lower = family.levels.filter(one => one.track === level.track && stepOf(one) < stepOf(level));
  const step = Math.max(...lower.map(stepOf));
  const extended = new Set(level.extends.flatMap(({ target }) => (target.type === 'level' ? [target.level] : [])));
  const away = (one: Level): number =>
    Math.abs(family.levels.indexOf(one) - family.levels.indexOf(level)) - (extended.has(one) ? family.levels.length : 0);
  return lower.filter(one => stepOf(one) === step).sort((a, b) => away(a) - away(b))[0];
}

/** What a level is compared with where nothing else is asked for: the next one down, else the nearest step; undefined for an only level. */
export function levelToCompare(family: JobFamily, level: Level): Level | undefined {
  return nextLevelDown(family, level) ?? nearestStep(family, level);
}

/** The level of a family that stands nearest to a level of any family: the same track first, then the smallest difference of steps. */
export function nearestStep(family: JobFamily, level: Level): Level | undefined {
  const away = (one: Level): number => Math.abs(stepOf(one) - stepOf(level)) + (one.track === level.track ? 0 : 100);
  return family.levels.filter(one => one !== level).sort((a, b) => away(a) - away(b))[0];
}
