import { frontMatterText, parseFrontMatter } from '../../syntax/frontMatter.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import { textOf } from '../../text/span.ts';
import { applySpanEdits, type SpanEdit } from '../../text/spanEdit.ts';

/** The edit that gives a page another title, quoted as it was or where YAML wants it; undefined where it cannot be written there. */
export function titleEdit(page: PageSyntax, newTitle: string): SpanEdit | undefined {
  const entry = page.frontMatter?.entries.find(one => one.key === 'title');
  if (!entry) return undefined;
  const edit = { span: entry.valueSpan, newText: titleText(page, newTitle, textOf(page.text, entry.valueSpan).charAt(0)) };
  const read = frontMatterText(parseFrontMatter(applySpanEdits(page.text, [edit])), 'title');
  return read === newTitle ? edit : undefined;
}

function titleText({ frontMatter }: PageSyntax, title: string, quote: string): string {
  return frontMatter?.format === 'yaml' ? yamlText(title, quote) : JSON.stringify(title);
}

function yamlText(text: string, quote: string): string {
  if (quote === "'") return `'${text.replaceAll("'", "''")}'`;
  return quote !== '"' && PLAIN.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

/** What YAML reads as it stands. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,&()/.'’–-]*$/u;
