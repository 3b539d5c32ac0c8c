import { gradeOf, type JobFamily, type Level } from '../model/jobFamily.ts';

/**
 * The number that places a level on the ladder: its grade, and where it states none the grade that its seniority usually has
 * (ranks and grades share one scale).
 */
export function stepOf(level: Level): number {
  return gradeOf(level)?.grade ?? level.name.seniority.rank;
}

/** The levels of a family in ladder order, lowest first: by grade, then by seniority, then as the page has them. */
export function inLadderOrder(family: JobFamily): Level[] {
  return family.levels.toSorted((a, b) => stepOf(a) - stepOf(b) || a.name.seniority.rank - b.name.seniority.rank);
}
