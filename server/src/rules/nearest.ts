import { editDistance } from '../text/editDistance.ts';

/** Characters compared with one list of candidates: a page with thousands of broken links gets no suggestion for the last of them. */
const MAX_COMPARED = 10_000_000;

/** A list of candidates without what writers get wrong, and how many characters may still be compared with it. */
interface Known {
  readonly plain: readonly (readonly [id: string, plain: string])[];
  left: number;
}

const knownCandidates = new WeakMap<Iterable<string>, Known>();

function knownOf(candidates: Iterable<string>): Known {
  let known = knownCandidates.get(candidates);
  if (!known) {
    known = { plain: Array.from(candidates, id => [id, plain(id)] as const), left: MAX_COMPARED };
    knownCandidates.set(candidates, known);
  }
  return known;
}

/**
 * The candidate that `wanted` most likely means: the one that differs by a few letters (`slip`), else by what was added to or
 * left out at its end, which may be the id of something else. Undefined where none is clearly near, or where two are equally so.
 * `candidates`: a list that stays as it is.
 */
export function nearestId(
  wanted: string,
  candidates: Iterable<string>,
): { readonly id: string; readonly slip: boolean } | undefined {
  const plainWanted = plain(wanted);
  if (plainWanted.length < 4) return undefined;
  const limit = Math.min(3, Math.max(1, Math.floor(plainWanted.length / 6)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let tied = false;
  const known = knownOf(candidates);
  known.left -= known.plain.length * plainWanted.length;
  if (known.left < 0) return undefined;
  for (const [candidate, plainCandidate] of known.plain) {
    if (candidate === wanted) continue;
    const distance = distanceOf(plainWanted, plainCandidate, limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
      tied = false;
    } else if (distance === bestDistance && distance <= limit) tied = true;
  }
  return tied || best === undefined ? undefined : { id: best, slip: !isGrown(plainWanted, plain(best)) };
}

/**
 * The page that a missing URL most likely means: `slip` where the URLs differ by a few letters, else the one page of that
 * name in the same part of the site, which may have moved.
 */
export function nearestUrl(wanted: string, urls: Iterable<string>): { readonly url: string; readonly slip: boolean } | undefined {
  const name = nameOf(wanted);
  const part = partOf(wanted);
  const inPart = [...new Set(urls)].filter(url => partOf(url) === part);
  const slips = inPart.filter(url => editDistance(wanted, url, 2) <= 2);
  if (slips.length === 1) return { url: slips[0]!, slip: true };
  // A short name such as "manager" stands in many places and tells nothing.
  const named = name.length < 8 ? [] : inPart.filter(url => nameOf(url) === name);
  return named.length === 1 ? { url: named[0]!, slip: false } : undefined;
}

/** Ids without what writers get wrong most: case, dashes, the number of a repeat, a shortened word. */
function plain(id: string): string {
  return id
    .toLowerCase()
    .replace(/(^|-)sr(?=-)/g, '$1senior')
    .replace(/-\d+$/, '')
    .replace(/[^\p{L}\d]/gu, '');
}

function distanceOf(wanted: string, candidate: string, limit: number): number {
  if (candidate.length < 4) return limit + 1;
  return isGrown(wanted, candidate) ? limit : editDistance(wanted, candidate, limit);
}

/** True where one id is the other with more behind it than a plural's letter. */
function isGrown(wanted: string, candidate: string): boolean {
  const [shorter, longer] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  return (
    longer.length - shorter.length > 1 && shorter.length >= 8 && shorter.length * 2 > longer.length && longer.startsWith(shorter)
  );
}

function nameOf(url: string): string {
  return url.split('/').at(-2) ?? '';
}

function partOf(url: string): string {
  return url.split('/').find(part => part !== '') ?? '';
}
