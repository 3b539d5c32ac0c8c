/**
 * What a mention of a level says once the level has another name; undefined where its words say nothing of what changes. A
 * mention may be the whole name, words around it, or a shortened form: then only the words that change are replaced.
 */
export function respelt(mention: string, before: string, after: string): string | undefined {
  const whole = placeOfWords(mention, before);
  if (whole) return replaced(mention, whole, before, after);
  const changed = changedWords(before, after);
  const part = changed && placeOfWords(mention, changed.before);
  return part && replaced(mention, part, changed.before, changed.after);
}

/** Where words stand in a text as whole words, in any case and spacing; undefined where they do not. */
export function placeOfWords(text: string, words: string): { readonly start: number; readonly end: number } | undefined {
  const found = patternOfWords(words, 'iu')?.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** Finds words as whole words, however they are spaced; undefined where there are none. */
export function patternOfWords(words: string, flags: string): RegExp | undefined {
  const parts = tokensOf(words).map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return parts.length === 0 ? undefined : new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, flags);
}

/** The words that differ between two names; undefined where one of them has no word of its own there. */
function changedWords(before: string, after: string): { readonly before: string; readonly after: string } | undefined {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const words = { before: old.slice(start, old.length - end).join(' '), after: now.slice(start, now.length - end).join(' ') };
  return words.before === '' || words.after === '' ? undefined : words;
}

function replaced(
  mention: string,
  { start, end }: { readonly start: number; readonly end: number },
  before: string,
  after: string,
): string {
  const written = mention.slice(start, end);
  const isLower = written === written.toLowerCase() && before !== before.toLowerCase();
  const words = isLower ? after.toLowerCase() : after;
  return mention.slice(0, start) + brokenAs(written, words) + mention.slice(end);
}

/** Words broken over two lines where the written ones are, behind as many words where there are. */
function brokenAs(written: string, words: string): string {
  const lineBreak = /\s*\n\s*/.exec(written);
  if (!lineBreak) return words;
  const tokens = tokensOf(words);
  const before = Math.min(tokensOf(written.slice(0, lineBreak.index)).length, tokens.length - 1);
  return before === 0 ? words : tokens.slice(0, before).join(' ') + lineBreak[0] + tokens.slice(before).join(' ');
}

function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}
