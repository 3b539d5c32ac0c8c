import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { gradeDestination } from '../../model/sectionTemplate.ts';
import { decode, normaliseUrl } from '../../workspace/routes.ts';
import { type CompletionPlace, replaceItem } from './place.ts';

/** More pages than a list can show: what is typed next narrows them. */
const MOST_PAGES = 300;

/** Within a link's brackets: grade destinations in a Job Grade section, this page's headings, the site's pages and their headings. */
export async function linkItems(
  place: CompletionPlace,
): Promise<{ readonly items: CompletionItem[]; readonly isIncomplete: boolean } | undefined> {
  const open = /\]\(([^()\s]*)$/.exec(place.before);
  if (!open) return undefined;
  const written = open[1]!;
  const start = place.offset - written.length;
  const behind = /^[^()\s]*/.exec(place.family.page.text.slice(place.offset, place.lineSpan.end))![0];
  const span = { start, end: place.offset + behind.length };
  const items: CompletionItem[] = [];
  if (place.section?.kind === 'job-grade')
    items.push(
      destination(
        place,
        span,
        gradeDestination(place.family, place.linked.profile),
        'Grade table',
        '0',
        CompletionItemKind.Value,
      ),
    );
  const hash = written.indexOf('#');
  if (hash > 0) {
    const url = normaliseUrl(decode(written.slice(0, hash)));
    for (const [order, heading] of ((await place.host.headingsAt(url)) ?? []).entries())
      items.push(
        destination(
          place,
          span,
          `${written.slice(0, hash)}#${heading.id}`,
          heading.text,
          `1${String(order).padStart(4, '0')}`,
          CompletionItemKind.Reference,
        ),
      );
    return { items, isIncomplete: false };
  }
  if (written === '' || written.startsWith('#')) {
    for (const [order, heading] of place.family.page.headings.entries())
      items.push(
        destination(
          place,
          span,
          `#${heading.id}`,
          heading.text,
          `1${String(order).padStart(4, '0')}`,
          CompletionItemKind.Reference,
        ),
      );
  }
  if (written.startsWith('#')) return { items, isIncomplete: false };
  const pages = [...place.host.urls()].filter(url => url.toLowerCase().includes(written.toLowerCase())).sort();
  for (const url of pages.slice(0, MOST_PAGES))
    items.push(destination(place, span, url, 'Page', `2${url}`, CompletionItemKind.File));
  return { items, isIncomplete: pages.length > MOST_PAGES };
}

function destination(
  place: CompletionPlace,
  span: { readonly start: number; readonly end: number },
  url: string,
  detail: string,
  sortText: string,
  kind: CompletionItemKind,
): CompletionItem {
  return replaceItem(place, span, { label: url, kind, detail, documentation: '', template: url, sortText });
}
