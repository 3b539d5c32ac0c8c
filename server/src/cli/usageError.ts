import { editDistance } from '../text/editDistance.ts';

/** What is wrong with how the program was called; `message` says it to the user. */
export class UsageError extends Error {}

/** “ Did you mean check?” where one of the candidates is clearly what was meant; empty where none is. */
export function didYouMean(written: string, candidates: readonly string[]): string {
  const limit = written.length < 4 ? 1 : 2;
  const near = candidates
    .map(candidate => ({ candidate, distance: editDistance(written, candidate, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = near;
  if (best) return best.distance === second?.distance ? '' : ` Did you mean ${best.candidate}?`;
  const begun = written.length < 3 ? [] : candidates.filter(candidate => candidate.startsWith(written));
  return begun.length === 1 ? ` Did you mean ${begun[0]}?` : '';
}
