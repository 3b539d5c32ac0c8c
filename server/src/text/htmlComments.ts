/** Returns the text without its HTML comments. One that is never closed is text. Linear, also if none of many is closed. */
export function withoutComments(text: string): string {
  let result = '';
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    result += text.slice(from, open);
    from = close + 3;
  }
  return result + text.slice(from);
}
