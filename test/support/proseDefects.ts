/** What an edit must not leave in a line that it touches: a name, and what finds it. */
const DEFECTS: readonly (readonly [string, RegExp])[] = [
  ['two spaces between words', /\S {2,}\S/g],
  ['a letter right after a closing bracket', /\)\p{L}/gu],
  ['a space before punctuation', /\S [,.;:](?=\s|$)/gm],
  ['punctuation twice', /([,;:])\s?\1|(?<!\.)\.\.(?!\.)/g],
  ['a link within brackets', /\[\[|\]\([^)\n]*\)\]/g],
  ['two destinations', /\]\([^)\n]*\)\(/g],
  ['a slash and a scheme', /\(\/https?:/g],
  ['an empty bullet', /^\s*[-*+]\s*$/gm],
  ['a space inside of brackets', /\(\s\S|\S\s\)/g],
  ['“they” with a verb of one', /\bthey\s+(?:\w+ly\s+)?(?:is|has|does|was|\w+[^s\W]s)\b/gi],
];

/** Names the defects that are more often in the lines of `after` that differ than in those of `before`. */
export function newDefects(before: string, after: string): string[] {
  const gone = linesOnlyIn(before, after);
  const come = linesOnlyIn(after, before);
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return DEFECTS.filter(([, pattern]) => count(come, pattern) > count(gone, pattern)).map(([name]) => name);
}

function linesOnlyIn(text: string, other: string): string {
  const open = new Map<string, number>();
  for (const line of other.split('\n')) open.set(line, (open.get(line) ?? 0) + 1);
  const left = text.split('\n').filter(line => {
    const count = open.get(line) ?? 0;
    if (count > 0) open.set(line, count - 1);
    return count === 0;
  });
  return left.join('\n');
}
