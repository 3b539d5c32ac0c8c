/** A text in lines of at most so many letters, broken between words where it can be; never none. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(one => one !== '')) {
    const pieces = word.match(new RegExp(`[\\s\\S]{1,${letters}}`, 'gu')) ?? [];
    for (const piece of pieces) {
      if (line !== '' && line.length + 1 + piece.length > letters) {
        lines.push(line);
        line = '';
      }
      line = line === '' ? piece : `${line} ${piece}`;
    }
  }
  return [...lines, line];
}
