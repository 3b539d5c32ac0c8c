import { PART_MARK } from '../lsp/messages.ts';

/** A piece of HTML that is safe to show: every text in it was escaped, or made by `html` itself. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: texts and numbers are escaped, pieces of HTML stand as they are, nothing is left out. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/** A piece of HTML from a template. A value in an attribute must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0]!;
  for (const [i, value] of values.entries()) text += textOfValue(value) + strings[i + 1]!;
  return new Html(text);
}

/** An element with an id that a panel may replace by itself, when nothing around it has changed. */
export function part(element: Html): Html {
  return new Html(PART_MARK + element.text + PART_MARK);
}

/** A text as HTML shows it, within an element and within a quoted attribute alike. */
export function escapeHtml(text: string): string {
  // Most texts have nothing of it, and looking is cheaper than replacing.
  return SPECIAL.test(text) ? text.replace(/[&<>"']/g, character => ESCAPED[character]!) : text;
}

const SPECIAL = /[&<>"']/;
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

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

/** A text around a piece of HTML, wherever its language wants that. `text`: says it around what stands for the piece. */
export function htmlWithin(text: (slot: string) => string, piece: Html): Html {
  const [before, after] = text(SLOT).split(SLOT);
  return html`${before}${piece}${after}`;
}

/** Of Unicode's private use area: no text has it. */
const SLOT = '\uE000';

function textOfValue(value: HtmlValue): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  // Added up and not joined: joining copies what the pieces are made of, once for each that they stand in.
  let text = '';
  for (const piece of value) text += textOfValue(piece);
  return text;
}
