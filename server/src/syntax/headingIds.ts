/** Whose ids headings have. `hugo`: of the source text, and attributes set them. `github`: of what a reader sees. */
export type HeadingIdStyle = 'hugo' | 'github';

/**
 * The id Hugo's Goldmark gives a heading: from the heading's source text, lower case, letters, digits, `_` and `-` kept,
 * spaces to `-`, the rest dropped. Repeats get `-1`, `-2` in page order. Source: Hugo, markup/goldmark/autoid.go,
 * `autoHeadingIDType: github`. GitHub's own are made alike, of the text that a reader sees.
 */
export class HeadingIds {
  private readonly used = new Set<string>();
  /** The number that the next repeat of a base is tried with first, so that many repeats cost no search each. */
  private readonly next = new Map<string, number>();

  /** Notes an id that the page sets by hand, so that a generated one does not repeat it. */
  reserve(id: string): void {
    this.used.add(id);
  }

  /** The id of a heading with this source text, made unique among those given so far. */
  generate(source: string): string {
    return this.unique(slugOf(source));
  }

  /** The same of a slug that was made already. */
  unique(slug: string): string {
    const base = slug || 'heading';
    let id = base;
    for (let i = this.next.get(base) ?? 1; this.used.has(id); i++) {
      id = `${base}-${i}`;
      this.next.set(base, i + 1);
    }
    this.used.add(id);
    return id;
  }
}

/** The id of a heading without regard to repeats; empty where the text has no letter, digit, `_`, `-` or space. */
export function slugOf(source: string): string {
  let slug = '';
  for (const character of source.trim()) {
    if (character === ' ' || character === '-') slug += '-';
    else if (character === '_' || LETTER_OR_DIGIT.test(character)) slug += lowerCase(character);
  }
  return slug;
}

/** Go's lower case of a letter is one letter always. */
function lowerCase(character: string): string {
  return character === '\u0130' ? 'i' : character.toLowerCase();
}

const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;
