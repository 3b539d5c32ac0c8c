/** A text as it is compared: its words in lower case, without marks. */
export interface ComparedText {
  readonly words: readonly string[];
  /** The words in a row: equal for texts that say the same word for word. */
  readonly joined: string;
  /** Its words but those that only join others, plurals taken off: what it says. */
  readonly telling: ReadonlySet<string>;
}

/**
 * Reads a text for comparison: letters and digits count, case, marks and white space do not. Marks after a word that change what it is
 * (“5+”, “C++”, “C#”) are a part of it.
 */
export function comparedText(text: string): ComparedText {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:\+{1,2}|#(?![\p{L}\p{N}]))?/gu) ?? [];
  const telling = words.filter(word => !JOINING.has(word)).map(word => word.replace(/(?<=\p{L}{3})s$/u, ''));
  return { words, joined: words.join(' '), telling: new Set(telling) };
}

/** English words that join others and say nothing by themselves. */
const JOINING = new Set(
  'a an the this that these those of to in on at by for from with within as and or is are be it its our your their etc'.split(
    ' ',
  ),
);

/** English words that limit what is said or turn it around: a text without one that the other has asks for something else, mostly more. */
const LIMITING = new Set(
  'not no never none nor neither without non t cannot except unless or either may might can could would prefer preferred preferably preference ideally optional optionally desirable desired bonus advantage basic some limited partial partially occasional occasionally sometimes junior fundamental general least minimum most maximum up under over below above less more than one two three four five six seven eight nine ten'.split(
    ' ',
  ),
);

/** True if a text has no word that says something the other does not say, and leaves out none that limits what the other says. */
export function saysNothingNew(text: ComparedText, other: ComparedText): boolean {
  for (const word of text.telling) if (!other.telling.has(word)) return false;
  return other.words.every(word => !(LIMITING.has(word) || /\p{N}/u.test(word)) || text.words.includes(word));
}

/**
 * How much two texts have in common, from 0 (no word) to 1 (the same words as often): the Sørensen–Dice coefficient of their
 * words, each counted as often as it stands there. `least`: what is of interest; below it the answer may be 0 without a look.
 * Source: Dice 1945, "Measures of the amount of ecologic association between species".
 */
export function similarity(a: ComparedText, b: ComparedText, least = 0): number {
  if (a.joined === b.joined) return 1;
  const [shorter, longer] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const total = shorter.length + longer.length;
  // Even if every word of the shorter one stood in the longer one.
  if (total === 0 || (2 * shorter.length) / total < least) return 0;
  const open = new Map<string, number>();
  for (const word of longer) open.set(word, (open.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of shorter) {
    const left = open.get(word) ?? 0;
    if (left === 0) continue;
    shared++;
    open.set(word, left - 1);
  }
  return (2 * shared) / total;
}

/** No more texts are compared with one: nothing that people write has as many that share their rarest word. */
const MOST_COMPARED = 200;

/** Texts, and for another one those of them that are as alike as is asked for, without comparing it with each. */
export class AlikeTexts {
  private readonly byWord = new Map<string, ComparedText[]>();
  private readonly known = new Set<string>();

  /** `least`: from which similarity on, 0 to 1, texts are alike. */
  constructor(private readonly least: number) {}

  add(text: ComparedText): void {
    if (this.known.has(text.joined)) return;
    this.known.add(text.joined);
    for (const word of text.telling) {
      const texts = this.byWord.get(word);
      if (texts) texts.push(text);
      else this.byWord.set(word, [text]);
    }
  }

  /** The texts that have every telling word of this one and are alike, in the order they were added. */
  to(text: ComparedText): readonly ComparedText[] {
    // Each of them is among those that have its rarest word, which are few.
    let fewest: readonly ComparedText[] | undefined;
    for (const word of text.telling) {
      const texts = this.byWord.get(word);
      if (!texts) return [];
      if (!fewest || texts.length < fewest.length) fewest = texts;
    }
    return (fewest ?? [])
      .slice(0, MOST_COMPARED)
      .filter(other => similarity(text, other, this.least) >= this.least && saysNothingNew(text, other));
  }
}
