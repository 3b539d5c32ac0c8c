import { frontMatterTexts, parseFrontMatter } from '../../syntax/frontMatter.ts';
import { type PageSyntax, parsePage } from '../../syntax/page.ts';
import { textOf } from '../../text/span.ts';
import { applySpanEdits, differenceOf, type SpanEdit } from '../../text/spanEdit.ts';

/** The edit that gives a page one address more; undefined where it has no front matter, or one that is written oddly. */
export function aliasEdit(page: PageSyntax, url: string): SpanEdit | undefined {
  const { frontMatter, text } = page;
  if (!frontMatter?.closed || frontMatter.format !== 'yaml') return undefined;
  const known = frontMatterTexts(frontMatter, 'aliases');
  if (known.includes(url)) return undefined;
  const entry = frontMatter.entries.find(one => one.key === 'aliases');
  const written = JSON.stringify(url).slice(1, -1) === url && /^[\w/.-]+$/.test(url) ? url : JSON.stringify(url);
  const edit = entry
    ? oneMore(page, textOf(text, entry.valueSpan), entry.valueSpan.start, entry.valueSpan.end, written)
    : insertion(frontMatter.contentSpan.end, `aliases: [${written}]${lineEndOf(text)}`);
  const read = edit && frontMatterTexts(parseFrontMatter(applySpanEdits(text, [edit])), 'aliases');
  return read?.length === known.length + 1 && read.includes(url) ? edit : undefined;
}

/** The one edit that gives a page more addresses; those that cannot be written are left out. */
export function aliasesEdit(page: PageSyntax, urls: readonly string[]): SpanEdit | undefined {
  let { text } = page;
  for (const url of urls) {
    const edit = aliasEdit(parsePage(text, page, page.idStyle), url);
    if (edit) text = applySpanEdits(text, [edit]);
  }
  return differenceOf(page.text, text);
}

/** One more in what stands there: `[a, b]`, a list of lines, a single address, or nothing. */
function oneMore({ text, lines }: PageSyntax, value: string, start: number, end: number, written: string): SpanEdit {
  if (/^\[\s*\]$/.test(value)) return { span: { start, end }, newText: `[${written}]` };
  if (value.startsWith('[')) {
    const last = start + value.replace(/[\s,]*\]$/, '').length;
    return insertion(last, `, ${written}`);
  }
  if (value.startsWith('- ')) {
    const indent = ' '.repeat(lines.positionAt(start).character);
    const last = start + value.trimEnd().length;
    return insertion(last, `${lineEndOf(text)}${indent}- ${written}`);
  }
  return value.trim() === '' ? insertion(end, ` [${written}]`) : { span: { start, end }, newText: `[${value}, ${written}]` };
}

function insertion(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
