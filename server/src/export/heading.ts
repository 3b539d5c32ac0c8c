import { attributes, Html, type HtmlValue, html } from '../ladder/html.ts';

/** A heading of a depth from 1 to 6; what is deeper is one of 6. */
export function heading(depth: number, content: HtmlValue, values: Readonly<Record<string, string>> = {}): Html {
  const name = `h${Math.min(depth, 6)}`;
  return new Html(`<${name}${attributes(values).text}>${html`${content}`.text}</${name}>`);
}
