import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { gradeDestination } from '../../model/sectionTemplate.ts';
import type { SiteAddress } from './host.ts';
import { type CompletionPlace, type Offered, wordItem } from './place.ts';

/** More addresses than a list can show: what is typed next narrows them. */
const MOST_ADDRESSES = 100;

/** What is written of a destination: up to the cursor, and where all of it stands. */
interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Within a link's destination: grade destinations in a Job Grade section, this page's headings, the site's pages, families first,
 * and their headings. Undefined elsewhere.
 */
export async function linkItems(place: CompletionPlace): Promise<Offered | undefined> {
  const open = /(?:\]\(<?|^ {0,3}\[[^\]]+\]:\s*<?|\bhref=["'])([^()\s<>"']*)$/.exec(place.before);
  if (!open) return undefined;
  const written = writtenAt(place, open[1]!, /^[^()\s<>"']*/);
  const hash = written.text.indexOf('#');
  if (hash === 0) return complete(ownHeadings(place, written));
  if (hash > 0) {
    const page = pageOf(place, written.text.slice(0, hash));
    return complete(page === undefined ? [] : await headings(place, written, page, written.text.slice(0, hash)));
  }
  const { items, isIncomplete } = addresses(place, written, address => place.linked.hrefTo(address.url));
  const grade =
    place.section?.kind === 'job-grade' && place.linked.profile.grades.page !== undefined ? [gradeItem(place, written)] : [];
  const own = written.text === '' ? ownHeadings(place, written) : [];
  return { items: [...grade, ...own, ...items], isIncomplete };
}

/** Within the quotes of a Hugo `ref` or `relref`: pages by their path, families first, and headings behind `#`. */
export async function refItems(place: CompletionPlace): Promise<Offered | undefined> {
  const open = /\{\{[<%]\s*(?:ref|relref)\s+(?:path\s*=\s*)?["`]([^"`\s]*)$/.exec(place.before);
  if (!open) return undefined;
  const written = writtenAt(place, open[1]!, /^[^"`\s]*/);
  const hash = written.text.indexOf('#');
  if (hash === 0) return complete(ownHeadings(place, written));
  if (hash > 0) {
    const ref = written.text.slice(0, hash);
    const page = place.host.pageOfRef(ref, place.linked.uri);
    return complete(page === undefined ? [] : await headings(place, written, page, ref));
  }
  return addresses(place, written, address => (address.aliasOf === undefined ? place.host.refTo(address.uri) : undefined));
}

function writtenAt(place: CompletionPlace, text: string, rest: RegExp): Written {
  const behind = rest.exec(place.family.page.text.slice(place.offset, place.lineSpan.end))![0];
  return { text, start: place.offset - text.length, end: place.offset + behind.length };
}

function complete(items: CompletionItem[]): Offered {
  return { items, isIncomplete: false };
}

/** The page that the path of a destination leads to. */
function pageOf({ linked, host }: CompletionPlace, destination: string): string | undefined {
  const read = linked.destinationOf({ destination, form: 'inline', ref: undefined });
  return read.type === 'site' ? host.pageAt(read.url) : undefined;
}

function gradeItem(place: CompletionPlace, written: Written): CompletionItem {
  const text = gradeDestination(place.family, place.linked.profile);
  return wordItem(place, written, {
    label: text,
    kind: CompletionItemKind.Value,
    detail: l10n.t`Grade table`,
    template: text,
    sortText: '0',
    preselect: true,
  });
}

function ownHeadings(place: CompletionPlace, written: Written): CompletionItem[] {
  return place.family.page.headings.map(({ id, text }, order) =>
    headingItem(place, written, { id, text, uri: place.linked.uri, before: '' }, order),
  );
}

async function headings(place: CompletionPlace, written: Written, uri: string, before: string): Promise<CompletionItem[]> {
  const found = await place.host.headingsOf(uri);
  return found.map(({ id, text }, order) => headingItem(place, written, { id, text, uri, before }, order));
}

function headingItem(
  place: CompletionPlace,
  written: Written,
  heading: { readonly id: string; readonly text: string; readonly uri: string; readonly before: string },
  order: number,
): CompletionItem {
  const text = `${heading.before}#${heading.id}`;
  return wordItem(place, written, {
    label: text,
    kind: CompletionItemKind.Reference,
    detail: heading.text,
    data: { uri: heading.uri, anchor: heading.id },
    template: text,
    sortText: `1${String(order).padStart(4, '0')}`,
  });
}

/**
 * The addresses that hold what is typed: each part of a path in order, or a part of the page's title. Families come first, aliases
 * last; of each kind those that begin with it, then by name. `textOf`: how an address is written; undefined leaves it out.
 */
function addresses(place: CompletionPlace, written: Written, textOf: (address: SiteAddress) => string | undefined): Offered {
  const typed = written.text.toLowerCase();
  const parts = typed.split('/').filter(part => part !== '' && part !== '.' && part !== '..');
  const groups: Found[][] = [[], [], [], [], [], []];
  for (const address of place.host.addresses()) {
    if (address.uri === place.linked.uri) continue;
    const byUrl = holdsInOrder(address.url.toLowerCase(), parts);
    const byTitle = !byUrl && !typed.includes('/') && (address.title?.toLowerCase().includes(typed) ?? false);
    if (!byUrl && !byTitle) continue;
    const kind = address.aliasOf === undefined ? (address.isFamily ? 0 : 2) : 4;
    groups[kind + (address.url.startsWith(typed) ? 0 : 1)]!.push({ address, byTitle });
  }
  const items: CompletionItem[] = [];
  for (const group of groups) {
    if (items.length === MOST_ADDRESSES) break;
    group.sort((a, b) => (a.address.url < b.address.url ? -1 : 1));
    for (const { address, byTitle } of group) {
      if (items.length === MOST_ADDRESSES) break;
      const text = textOf(address);
      // Of two pages with one address the site shows one.
      if (text === undefined || place.host.pageAt(address.url) !== address.uri) continue;
      items.push(
        wordItem(place, written, {
          label: text,
          kind: address.isFamily ? CompletionItemKind.Class : CompletionItemKind.File,
          detail: detailOf(address),
          data: { uri: address.uri },
          template: text,
          sortText: `2${String(items.length).padStart(4, '0')}`,
          // What was found by its title, or from within a relative path, does not hold what is typed.
          ...(byTitle || !holdsInOrder(text.toLowerCase(), parts) ? { filterText: written.text } : {}),
        }),
      );
    }
  }
  const found = groups.flat();
  return { items, isIncomplete: found.length > MOST_ADDRESSES || found.some(one => one.byTitle) };
}

/** An address that holds what is typed, by itself or by its page's title alone. */
interface Found {
  readonly address: SiteAddress;
  readonly byTitle: boolean;
}

function detailOf({ aliasOf, isFamily, title }: SiteAddress): string {
  if (aliasOf !== undefined) return l10n.t`Alias of ${aliasOf}`;
  if (title === undefined) return isFamily ? l10n.t`Job family` : l10n.t`Page`;
  return isFamily ? l10n.t`Job family “${title}”` : l10n.t`Page “${title}”`;
}

function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
