import * as l10n from '@vscode/l10n';

/** A word in the quotation marks of messages. */
export function quote(word: string): string {
  return l10n.t`“${word}”`;
}

/** Words in a message: each once, in quotation marks, no more than a reader takes in at a glance. */
export function quoted(words: readonly string[], most = 5): string {
  const unique = [...new Set(words.map(word => word.replace(/\s+/g, ' ').trim()))];
  const shown = unique.slice(0, most).map(quote);
  const left = unique.length - shown.length;
  return left > 0 ? l10n.t`${shown.join(', ')} and ${left} more` : allOf(shown);
}

/** "a, b and c". */
export function allOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : l10n.t`${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

/** "a, b or c". */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : l10n.t`${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

/** What is said of a word, and the reason that its list gives. */
export function withReason(said: string, reason: string | undefined): string {
  return reason === undefined ? said : `${said} ${reason}`;
}
