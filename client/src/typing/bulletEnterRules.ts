/** A line that Enter continues by itself: what stands before the cursor, and what the next line begins with behind its indentation. */
export interface BulletEnterRule {
  readonly beforeText: RegExp;
  readonly appendText: string;
}

const MARKS = ['-', '*', '+'];
/** Blanks behind a mark; with more, the text would be code. */
const WIDTHS = [1, 2, 3, 4];

/**
 * The bullets with text that an editor can continue at once, key by key, since the next line depends on nothing but the mark. A box
 * comes back without its tick. Rules with a box stand first: the first that fits decides.
 */
export const bulletEnterRules: readonly BulletEnterRule[] = [
  ...bulletRules(String.raw`\[[ xX]\] +`, '[ ] '),
  ...bulletRules('', ''),
];

function bulletRules(box: string, nextBox: string): BulletEnterRule[] {
  return MARKS.flatMap(mark =>
    WIDTHS.map(width => ({
      // A second mark makes a thematic break of it, or a list within the list; a box alone is an empty point.
      beforeText: new RegExp(String.raw`^\s*[${mark}] {${width}}${box}(?![-*+](?: |$)|\[[ xX]\] *$)\S`),
      appendText: `${mark}${' '.repeat(width)}${nextBox}`,
    })),
  );
}
