import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { inlineTextOf } from './inlineText.ts';
import { refTarget, type Shortcode } from './shortcode.ts';

/** A link of a page, in whatever form it is written. */
export interface Link {
  readonly form: 'inline' | 'reference' | 'autolink' | 'image' | 'html';
  /** The whole link. */
  readonly span: Span;
  /** What the reader clicks. */
  readonly text: string;
  readonly textSpan: Span;
  /** Where the destination stands: for a reference link in its definition. */
  readonly destinationSpan: Span;
  /** The destination as written, without `<>`; a shortcode in it as it stands in the source. */
  readonly destination: string;
  /** The page and anchor of a destination that is a Hugo `ref`: `page#anchor`. */
  readonly ref: { readonly target: string; readonly span: Span } | undefined;
}

/** The anchor that a link names, as written, whether by a URL or by a Hugo `ref`; undefined where it names none. */
export function writtenAnchor(link: Link): string | undefined {
  return writtenTarget(link).target.split('#')[1];
}

/** The page and anchor of a link, as written, and where they stand: within the call where it is a Hugo `ref`. */
export function writtenTarget(link: Link): { readonly target: string; readonly span: Span } {
  return link.ref ?? { target: link.destination, span: link.destinationSpan };
}

/** All links of a page in order of their place. */
export function readLinks(text: string, tree: Tree, shortcodes: readonly Shortcode[]): Link[] {
  const links: Link[] = [];
  const references: { node: SyntaxNode; label: string }[] = [];
  const definitions = new Map<string, Span>();
  tree.iterate({
    enter(node) {
      switch (node.name) {
        case 'Link':
        case 'Image': {
          const url = node.node.getChild('URL');
          if (url) links.push(inlineLink(text, node.node, url, shortcodes));
          else if (node.name === 'Link') references.push({ node: node.node, label: referenceLabel(text, node.node) });
          return true;
        }
        case 'Autolink': {
          const url = node.node.getChild('URL');
          if (url) links.push(bareLink(text, { start: node.from, end: node.to }, { start: url.from, end: url.to }));
          return false;
        }
        case 'URL': {
          const parent = node.node.parent?.name;
          if (parent !== 'Link' && parent !== 'Image' && parent !== 'LinkReference') {
            const span = { start: node.from, end: node.to };
            links.push(bareLink(text, span, span));
          }
          return false;
        }
        case 'LinkReference': {
          const url = node.node.getChild('URL');
          const label = node.node.getChild('LinkLabel');
          const key = label ? normaliseLabel(text.slice(label.from, label.to)) : '';
          if (url && !definitions.has(key)) definitions.set(key, { start: url.from, end: url.to });
          return false;
        }
        case 'HTMLTag':
        case 'HTMLBlock':
          links.push(...htmlLinks(text, { start: node.from, end: node.to }));
          return false;
        default:
          return true;
      }
    },
  });
  for (const { node, label } of references) {
    const destination = definitions.get(label);
    if (destination) links.push(linkOf(text, 'reference', node, destination, shortcodes));
  }
  return links.sort((a, b) => a.span.start - b.span.start);
}

function inlineLink(text: string, node: SyntaxNode, url: SyntaxNode, shortcodes: readonly Shortcode[]): Link {
  return linkOf(text, node.name === 'Image' ? 'image' : 'inline', node, { start: url.from, end: url.to }, shortcodes);
}

function linkOf(text: string, form: Link['form'], node: SyntaxNode, url: Span, shortcodes: readonly Shortcode[]): Link {
  const marks = node.getChildren('LinkMark');
  const textSpan = { start: marks[0]?.to ?? node.from, end: marks[1]?.from ?? node.to };
  const pointed = text.charAt(url.start) === '<' && text.charAt(url.end - 1) === '>';
  const destinationSpan = pointed ? { start: url.start + 1, end: url.end - 1 } : url;
  const call = shortcodes.find(one => one.span.start >= destinationSpan.start && one.span.end <= destinationSpan.end);
  return {
    form,
    span: { start: node.from, end: node.to },
    text: inlineTextOf(text, node, textSpan).text.trim(),
    textSpan,
    destinationSpan,
    destination: unescapeDestination(text.slice(destinationSpan.start, destinationSpan.end)),
    ref: call && refTarget(text, call),
  };
}

function bareLink(text: string, span: Span, destinationSpan: Span): Link {
  const destination = text.slice(destinationSpan.start, destinationSpan.end);
  return { form: 'autolink', span, text: destination, textSpan: destinationSpan, destinationSpan, destination, ref: undefined };
}

function htmlLinks(text: string, span: Span): Link[] {
  const links: Link[] = [];
  const source = text.slice(span.start, span.end);
  for (const match of source.matchAll(/<(a|img)\s(?:[^<>]*?\s)?(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))[^<>]*>/gi)) {
    const destination = match[3] ?? match[4] ?? match[5] ?? '';
    const start = span.start + match.index + match[0].indexOf(destination, match[0].search(/\b(?:href|src)\s*=/i));
    const whole = { start: span.start + match.index, end: span.start + match.index + match[0].length };
    const destinationSpan = { start, end: start + destination.length };
    links.push({
      form: match[1]!.toLowerCase() === 'img' ? 'image' : 'html',
      span: whole,
      text: '',
      textSpan: { start: whole.end, end: whole.end },
      destinationSpan,
      destination,
      ref: undefined,
    });
  }
  return links;
}

function referenceLabel(text: string, node: SyntaxNode): string {
  const label = node.getChild('LinkLabel');
  const source = label ? text.slice(label.from, label.to) : text.slice(node.from, node.to);
  return normaliseLabel(source === '[]' || !label ? text.slice(node.from, node.to).replace(/\[\]$/, '') : source);
}

/** CommonMark's matching of labels: case and inner white space do not count. */
function normaliseLabel(label: string): string {
  return label
    .replace(/^\[|\]$/g, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function unescapeDestination(destination: string): string {
  return destination.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
