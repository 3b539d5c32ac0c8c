import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { type CompletionPlace, type Offered, wordItem } from './place.ts';
import { hole } from './snippet.ts';

/** Hugo's own links, which every site has. */
const OF_HUGO = ['ref', 'relref'];

/** Behind `{{<` and `{{%`: the shortcodes that the profile or pages of the workspace name, the most used first. Undefined elsewhere. */
export function shortcodeItems(place: CompletionPlace): Offered | undefined {
  const open = /\{\{([<%])(\s*)(\/?)([\w./-]*)$/.exec(place.before);
  if (!open) return undefined;
  const [, mark, blank, slash, typed] = open as unknown as [string, string, string, string, string];
  const text = place.family.page.text.slice(place.offset, place.lineSpan.end);
  const rest = /^[\w./-]*/.exec(text)![0];
  const close = mark === '<' ? '>}}' : '%}}';
  const behind = text.slice(rest.length);
  // Only a call that is not closed yet is: its arguments are the author's.
  const isClosed = behind.includes(close) && !behind.slice(0, behind.indexOf(close)).includes('{{');
  const { profile } = place.linked;
  const used = place.host.shortcodes();
  const known = new Set([
    ...used.keys(),
    ...OF_HUGO,
    ...(profile.site.idShortcodes ?? []),
    ...profile.sections.flatMap(section => section.shortcodes ?? []),
  ]);
  const span = { start: place.offset - typed.length, end: place.offset + rest.length };
  const items = [...known]
    .filter(name => name !== '' && name.toLowerCase().includes(typed.toLowerCase()))
    .sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0) || (a < b ? -1 : 1))
    .map((name, order) => {
      const count = used.get(name) ?? 0;
      const args = OF_HUGO.includes(name) && slash === '' ? ` "${hole('page#heading')}"` : '';
      return wordItem(place, span, {
        label: name,
        kind: CompletionItemKind.Function,
        detail: detailOf(count),
        template: `${blank === '' && slash === '' ? ' ' : ''}${name}${isClosed ? '' : `${args} ${close}`}`,
        filterText: name,
        sortText: String(order).padStart(4, '0'),
      });
    });
  return { items, isIncomplete: false };
}

/** `count`: the pages that use it. */
function detailOf(count: number): string {
  if (count === 0) return l10n.t`Shortcode`;
  return count === 1 ? l10n.t`Shortcode, on 1 page` : l10n.t`Shortcode, on ${count} pages`;
}
