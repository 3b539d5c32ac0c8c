import MarkdownIt from 'markdown-it';
import { attributes, escapeHtml, Html } from './html.ts';
import type { LinkTarget, RichText, SourcePlace } from './richText.ts';

/** The attributes of the `a` of a link, each with a space before it. */
export type LinkAttributes = (target: LinkTarget) => Html;

/** A text of one paragraph as HTML, without an element around it. Links are those of the pane where nothing else is said. */
export function inlineHtml(text: RichText, link: LinkAttributes = paneLink): Html {
  const known = link === paneLink ? rendered.get(text) : undefined;
  if (known) return known;
  const made = new Html(renderer.renderInline(text.markdown, { links: text.links, link }));
  if (link === paneLink) rendered.set(text, made);
  return made;
}

/** Of the pane: on a long ladder a text is shown at many levels. */
const rendered = new WeakMap<RichText, Html>();

/** A table, a quotation or code as HTML. Headings in it are shown as text, so that they do not disturb those around it. */
export function blockHtml(text: RichText, link: LinkAttributes = paneLink): Html {
  return new Html(renderer.render(text.markdown, { links: text.links, link }));
}

/** The attributes that make an element lead to a place in the source: `data-line`, counted from 0, and `data-uri` for another page. */
export function placeAttributes(place: SourcePlace): Html {
  return attributes({ 'data-line': place.line, 'data-uri': place.uri });
}

const renderer = new MarkdownIt({ html: false, linkify: false });
renderer.disable(['heading', 'lheading', 'reference', 'html_block']);
renderer.validateLink = destination => /^link:\d+$/.test(destination);
renderer.renderer.rules.link_open = (tokens, index, _options, env) => {
  const number = Number(/^link:(\d+)$/.exec(String(tokens[index]!.attrGet('href') ?? ''))?.[1]);
  const { links, link } = env as { readonly links: readonly LinkTarget[]; readonly link: LinkAttributes };
  return `<a${link(links[number] ?? { type: 'none', address: undefined }).text}>`;
};
// Nothing is loaded for a page that one only reads: what stands for the picture is its alternative text.
renderer.renderer.rules.image = (tokens, index) => escapeHtml(tokens[index]!.content);

/** An `a` without `href` is no link to a browser: the pane's script acts on `data-line` and `data-href`, and focuses it by `tabindex`. */
function paneLink(target: LinkTarget): Html {
  switch (target.type) {
    case 'place':
      return new Html(` role="link" tabindex="0"${placeAttributes(target.place).text}`);
    case 'web':
      return attributes({ role: 'link', tabindex: 0, 'data-href': target.url });
    case 'missing':
      return attributes({ class: 'missing', title: target.url });
    case 'none':
      return new Html('');
  }
}
