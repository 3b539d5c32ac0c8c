import * as l10n from '@vscode/l10n';

/**
 * Has this process say its texts in the editor's language from now on: `localization` maps English texts, with `{0}`, `{1}` … for what is
 * filled in, to those of that language. What it does not have, and everything where it is no such map, is said in English.
 */
export function speakWith(localization: unknown): void {
  const isMap = localization !== null && typeof localization === 'object';
  const texts = isMap ? Object.entries(localization).filter(([, text]) => typeof text === 'string') : [];
  l10n.config({ contents: Object.fromEntries(texts) });
}
