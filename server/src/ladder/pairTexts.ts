import { type ComparedText, comparedText, similarity } from '../rules/similarity.ts';

/** A text with those below it. */
interface Text {
  readonly text: { readonly plain: string };
  readonly children: readonly Text[];
}

export interface Pair<T> {
  readonly here: T;
  readonly there: T;
}

/** Two lists of texts, each text in exactly one of these and in the order of its list (pairs: of the first). */
export interface PairedTexts<T> {
  /** Those that read the same, with all that stands below them. */
  readonly same: readonly Pair<T>[];
  readonly changed: readonly Pair<T>[];
  readonly onlyHere: readonly T[];
  readonly onlyThere: readonly T[];
}

/** From which similarity on (0 to 1) one text counts as made of the other: half of the words of both. */
const LEAST = 0.5;

/** No more pairs are looked at for what has changed: more bullets than 300 beside 300 are no section that somebody compares. */
const MOST_PAIRS = 90_000;

/**
 * Finds which text became which. Equal ones are paired in their order, then the most alike first. `mayChange`: what can be
 * told as changed at all. The answer for the lists swapped is the same, swapped.
 */
export function pairTexts<T extends Text>(
  here: readonly T[],
  there: readonly T[],
  mayChange: (text: T) => boolean,
): PairedTexts<T> {
  const partners = new Map<T, T>();
  const open = new Map<string, T[]>();
  for (const text of there.toReversed()) {
    const equals = open.get(keyOf(text));
    if (equals) equals.push(text);
    else open.set(keyOf(text), [text]);
  }
  for (const text of here) {
    const equal = open.get(keyOf(text))?.pop();
    if (equal) partners.set(text, equal);
  }
  const equals = new Set(partners.keys());
  const used = new Set(partners.values());
  const restHere = here.filter(text => !partners.has(text));
  const restThere = there.filter(text => !used.has(text));
  for (const pair of alike(restHere.filter(mayChange), restThere.filter(mayChange))) {
    if (partners.has(pair.here) || used.has(pair.there)) continue;
    partners.set(pair.here, pair.there);
    used.add(pair.there);
  }
  const pairs = here.flatMap(text => (partners.has(text) ? [{ here: text, there: partners.get(text)! }] : []));
  return {
    same: pairs.filter(pair => equals.has(pair.here)),
    changed: pairs.filter(pair => !equals.has(pair.here)),
    onlyHere: here.filter(text => !partners.has(text)),
    onlyThere: there.filter(text => !used.has(text)),
  };
}

/** Pairs of texts that are alike, the most alike first; of equally alike ones those that stand further up. */
function alike<T extends Text>(here: readonly T[], there: readonly T[]): Pair<T>[] {
  if (here.length * there.length > MOST_PAIRS) return [];
  const thereTexts = there.map(comparedWhole);
  const found = here.flatMap((one, atHere) => {
    const text = comparedWhole(one);
    return there.flatMap((other, atThere) => {
      const alikeness = similarity(text, thereTexts[atThere]!, LEAST);
      return alikeness >= LEAST ? [{ here: one, there: other, alikeness, at: atHere + atThere }] : [];
    });
  });
  return found.sort((a, b) => b.alikeness - a.alikeness || a.at - b.at);
}

function comparedWhole(text: Text): ComparedText {
  return comparedText(wholeOf(text, ' '));
}

/** Equal for texts that read the same. */
function keyOf(text: Text): string {
  return wholeOf(text, '\n');
}

function wholeOf({ text, children }: Text, between: string): string {
  return [text.plain, ...children.map(child => wholeOf(child, between))].join(between);
}
