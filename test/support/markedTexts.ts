import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

/** What a client sends of a language in which each text is the English one between ⟦ and ⟧: so one sees what was looked up. */
export const markedBundle: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8'))).map(text => [text, `⟦${text}⟧`]),
);

/** Every text that stands in a profile: the words of the handbooks. */
const ofProfiles = readdirSync(join(root, 'profiles'))
  .filter(name => name.endsWith('.yaml'))
  .flatMap(name => [...textsIn(parse(readFileSync(join(root, 'profiles', name), 'utf8')))]);

/**
 * What of a text was not looked up, and is neither a whole line of these texts nor a text of a profile. Emphasis, numbers and punctuation
 * are nobody's.
 */
export function unmarked(text: string, own: readonly string[]): string[] {
  const lines = [...ofProfiles, ...own].flatMap(one => one.split('\n'));
  const known = new Set(lines.flatMap(line => [bare(line), ...piecesOf(line)]).map(part => part.toLowerCase()));
  let left = text.replace(/\]\((?:<[^>]*>|[^)]*)\)/g, ']').replace(/\bhandbook\.[\w./-]+/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/⟦[^⟦⟧]*⟧/g, '\n');
  }
  return piecesOf(left).filter(part => /\p{L}/u.test(part) && !known.has(part.toLowerCase()));
}

function piecesOf(text: string): string[] {
  return text.split(/\n|\*\*|[|·:,_\u2139]/).map(bare);
}

/** All that a reader of HTML sees or is told: texts, and the attributes that are words. */
export function wordsOfHtml(html: string): string {
  const texts = [...html.replace(/<style>[\s\S]*?<\/style>/g, '').matchAll(/>([^<>]+)</g)].map(match => match[1]!);
  const attributes = [...html.matchAll(/ (?:title|aria-label|placeholder)="([^"]*)"/g)].map(match => match[1]!);
  return [...texts, ...attributes].join('\n').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** A line without its marks, link destinations, key and punctuation. */
function bare(line: string): string {
  return line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^title:/, '')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '')
    .trim();
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) yield* textsIn(one);
}
