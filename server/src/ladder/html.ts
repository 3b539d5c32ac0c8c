/** A piece of HTML that is safe to show: every text in it was escaped, or made by `html` itself. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: texts and numbers are escaped, pieces of HTML stand as they are, nothing is left out. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/** A piece of HTML from a template. A value in an attribute must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, next, i) => text + textOfValue(values[i - 1]) + next));
}

/** A text as HTML shows it, within an element and within a quoted attribute alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A document without the characters that neither HTML nor XML may hold, however they are written. */
export function withoutControls(document: string): string {
  return document.replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '');
}

/** Attributes, each with a space before it; one whose value is undefined is left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Html {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return new Html(given.map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`).join(''));
}

/** Pieces with another between each two. */
export function joinHtml(pieces: readonly Html[], separator: string): Html {
  return new Html(pieces.map(piece => piece.text).join(escapeHtml(separator)));
}

function textOfValue(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map(textOfValue).join('');
}
