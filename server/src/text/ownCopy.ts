/**
 * A string that holds no other in memory. A slice of a page keeps the whole page as long as it lives, so what is kept of a
 * page for good is copied. Short ones are copies by themselves (V8 slices from 13 characters on).
 */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
