import type { SyntaxNode, Tree } from '@lezer/common';
import { type Span, shifted } from '../text/span.ts';
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

/** What a block says of links. Where reference links lead is said elsewhere on the page. */
export interface BlockLinks {
  /** Those that say themselves where they lead. */
  readonly links: readonly Link[];
  readonly references: readonly LinkByReference[];
  readonly definitions: readonly LinkDefinition[];
}

interface LinkByReference extends Pick<Link, 'span' | 'text' | 'textSpan'> {
  readonly label: string;
}

interface LinkDefinition {
  readonly label: string;
  readonly span: Span;
}

/** The links of a block that stands at the beginning of `source`. */
export function readLinks(source: string, block: Tree, shortcodes: readonly Shortcode[]): BlockLinks {
  const links: Link[] = [];
  const references: LinkByReference[] = [];
  const definitions: LinkDefinition[] = [];
  block.iterate({
    enter(node) {
      switch (node.name) {
        case 'Link':
        case 'Image': {
          const url = node.node.getChild('URL');
          const { span, text, textSpan } = wordsOf(source, node.node);
          if (url) {
            const form = node.name === 'Image' ? 'image' : 'inline';
            links.push({ form, span, text, textSpan, ...destinationAt(source, { start: url.from, end: url.to }, shortcodes) });
          } else if (node.name === 'Link') references.push({ label: referenceLabel(source, node.node), span, text, textSpan });
          return true;
        }
        case 'Autolink': {
          const url = node.node.getChild('URL');
          if (url) links.push(bareLink(source, { start: node.from, end: node.to }, { start: url.from, end: url.to }));
          return false;
        }
        case 'URL': {
          const parent = node.node.parent?.name;
          if (parent !== 'Link' && parent !== 'Image' && parent !== 'LinkReference') {
            const span = { start: node.from, end: node.to };
            links.push(bareLink(source, span, span));
          }
          return false;
        }
        case 'LinkReference': {
          const url = node.node.getChild('URL');
          const label = node.node.getChild('LinkLabel');
          if (url)
            definitions.push({
              label: label ? normaliseLabel(source.slice(label.from, label.to)) : '',
              span: { start: url.from, end: url.to },
            });
          return false;
        }
        case 'HTMLTag':
        case 'HTMLBlock':
          links.push(...htmlLinks(source, { start: node.from, end: node.to }));
          return false;
        default:
          return true;
      }
    },
  });
  return { links, references, definitions };
}

/** The links of a page in order of their place, of what its blocks say and where each block begins. */
export function linksOfPage(
  text: string,
  blocks: readonly { readonly start: number; readonly links: readonly Link[]; readonly own: { readonly links: BlockLinks } }[],
  shortcodes: readonly Shortcode[],
): Link[] {
  const links = blocks.flatMap(block => block.links);
  if (!blocks.some(({ own }) => own.links.references.length > 0)) return links.sort((a, b) => a.span.start - b.span.start);
  const definitions = new Map<string, Span>();
  for (const { start, own } of blocks)
    for (const { label, span } of own.links.definitions)
      if (!definitions.has(label)) definitions.set(label, shifted(span, start));
  for (const { start, own } of blocks)
    for (const { label, span, text: shown, textSpan } of own.links.references) {
      const definition = definitions.get(label);
      if (definition)
        links.push({
          form: 'reference',
          span: shifted(span, start),
          text: shown,
          textSpan: shifted(textSpan, start),
          ...destinationAt(text, definition, shortcodes),
        });
    }
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** A link as many characters further on. */
export function shiftedLink(link: Link, by: number): Link {
  return {
    form: link.form,
    span: shifted(link.span, by),
    text: link.text,
    textSpan: shifted(link.textSpan, by),
    destinationSpan: shifted(link.destinationSpan, by),
    destination: link.destination,
    ref: link.ref && { target: link.ref.target, span: shifted(link.ref.span, by) },
  };
}

function wordsOf(source: string, node: SyntaxNode): Pick<Link, 'span' | 'text' | 'textSpan'> {
  const marks = node.getChildren('LinkMark');
  const textSpan = { start: marks[0]?.to ?? node.from, end: marks[1]?.from ?? node.to };
  return { span: { start: node.from, end: node.to }, text: inlineTextOf(source, node, textSpan).text.trim(), textSpan };
}

function destinationAt(
  text: string,
  url: Span,
  shortcodes: readonly Shortcode[],
): Pick<Link, 'destinationSpan' | 'destination' | 'ref'> {
  const pointed = text.charAt(url.start) === '<' && text.charAt(url.end - 1) === '>';
  const destinationSpan = pointed ? { start: url.start + 1, end: url.end - 1 } : url;
  const call = shortcodes.find(one => one.span.start >= destinationSpan.start && one.span.end <= destinationSpan.end);
  return {
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
