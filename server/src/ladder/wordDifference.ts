import { diffArrays } from 'diff';

/** A stretch of a text that the other text has too, or has not. */
export interface WordRun {
  readonly text: string;
  readonly common: boolean;
}

/** Two texts in the same order cut where they differ: the runs of each, put together, are the text. */
export interface WordDifference {
  readonly here: readonly WordRun[];
  readonly there: readonly WordRun[];
}

/** Texts that differ in more words than these are told as wholly other: nobody reads such a difference word by word. */
const MOST_DIFFERENT = 300;

/** What two texts have in common, word by word; signs count as words, white space does not count. */
export function wordDifference(here: string, there: string): WordDifference {
  const [before, after] = [wordsOf(here), wordsOf(there)];
  const changes = diffArrays(before, after, {
    comparator: (a, b) => a.trimEnd() === b.trimEnd(),
    maxEditLength: MOST_DIFFERENT,
  });
  if (!changes) return { here: runs([[here, false]]), there: runs([[there, false]]) };
  const hereRuns: [string, boolean][] = [];
  const thereRuns: [string, boolean][] = [];
  for (const { count, added, removed } of changes) {
    const common = !added && !removed;
    if (!added) hereRuns.push([before.splice(0, count).join(''), common]);
    if (!removed) thereRuns.push([after.splice(0, count).join(''), common]);
  }
  return { here: runs(hereRuns), there: runs(thereRuns) };
}

/** Each with the white space behind it. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|(?:[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}])\s*/gu) ?? [];
}

/** White space behind what differs is put to what follows, so that no mark is drawn under it; what is empty is left out. */
function runs(texts: readonly (readonly [string, boolean])[]): WordRun[] {
  const result: WordRun[] = [];
  const push = (text: string, common: boolean): void => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.common === common) result[result.length - 1] = { text: last.text + text, common };
    else result.push({ text, common });
  };
  for (const [text, common] of texts) {
    const words = common ? text : text.trimEnd();
    push(words, common);
    push(text.slice(words.length), true);
  }
  return result;
}
