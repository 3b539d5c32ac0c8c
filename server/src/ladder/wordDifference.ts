import { diffArrays } from 'diff';
import { comparedText } from '../rules/similarity.ts';

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
  const cuts = changes.map(({ count, added, removed }) => ({
    here: added ? '' : before.splice(0, count).join(''),
    there: removed ? '' : after.splice(0, count).join(''),
    common: !added && !removed,
  }));
  // A lone "and" between two differences only cuts what one reads as a whole.
  const reads = cuts.map(({ common, here: text }, at) => common && (at === 0 || at === cuts.length - 1 || saysSomething(text)));
  return {
    here: runs(cuts.map((cut, at) => [cut.here, reads[at]!])),
    there: runs(cuts.map((cut, at) => [cut.there, reads[at]!])),
  };
}

function saysSomething(text: string): boolean {
  return comparedText(text).telling.size > 0;
}

/** Each with the white space behind it. */
function wordsOf(text: string): string[] {
  return text.match(/^\s+|(?:[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}])\s*/gu) ?? [];
}

/** Neighbours of a kind become one. White space behind what differs is put to what follows, so that no mark is drawn under it. */
function runs(texts: readonly (readonly [string, boolean])[]): WordRun[] {
  const merged = joined(texts.map(([text, common]) => ({ text, common })));
  return joined(
    merged.flatMap(({ text, common }) => {
      const words = common ? text : text.trimEnd();
      return [
        { text: words, common },
        { text: text.slice(words.length), common: true },
      ];
    }),
  );
}

function joined(all: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  for (const { text, common } of all) {
    const last = result.at(-1);
    if (text === '') continue;
    if (last?.common === common) result[result.length - 1] = { text: last.text + text, common };
    else result.push({ text, common });
  }
  return result;
}
