/** What Enter does in a line of a list. */
export type ListContinuation =
  /** The next line begins like this. */
  | { readonly type: 'continue'; readonly prefix: string }
  /** The point is empty: its mark goes, and with it the list ends. */
  | { readonly type: 'end' };

/**
 * What Enter does behind a point of a list: the next point begins with the same mark, a number one higher, and a box that is not
 * ticked. Undefined in any other line, and where the cursor stands before or within the mark. `column`: of the cursor in the
 * line, in UTF-16 units from 0.
 */
export function listContinuation(line: string, column: number): ListContinuation | undefined {
  const point = /^(\s*(?:>\s*)*)([-*+]|(\d{1,9})([.)]))(\s+)(\[[ xX]\]\s+)?/.exec(line);
  if (!point || column < point[0].length) return undefined;
  // A thematic break such as "* * *" is no point.
  if (/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) return undefined;
  const [begin, indent, mark, number, sign, blank, box] = point;
  if (line.slice(begin.length).trim() === '') return { type: 'end' };
  const next = number === undefined ? mark : `${Number(number) + 1}${sign}`;
  return { type: 'continue', prefix: `${indent}${next}${blank}${box === undefined ? '' : '[ ] '}` };
}
