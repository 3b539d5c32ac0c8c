/** Words in a message: each once, in quotation marks, no more than a reader takes in at a glance. */
export function quoted(words: readonly string[], most = 5): string {
  const unique = [...new Set(words.map(word => word.replace(/\s+/g, ' ').trim()))];
  const shown = unique.slice(0, most).map(word => `“${word}”`);
  const left = unique.length - shown.length;
  if (left > 0) return `${shown.join(', ')} and ${left} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
