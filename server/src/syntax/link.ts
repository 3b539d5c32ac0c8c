import type { SyntaxNode, Tree } from '@lezer/common';
import { firstFrom, movedSpan, type Span } from '../text/span.ts';
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

/** What a block has of links, before it is known which definitions stand on its page. */
export interface BlockLinks {
  readonly links: readonly Link[];
  /** Links that name a definition, and the label they name it by. */
  readonly references: readonly { readonly label: string; readonly link: Pick<Link, 'span' | 'text' | 'textSpan'> }[];
  readonly definitions: readonly { readonly label: string; readonly to: LinkEnd }[];
}

/** Where a link leads, as it is written. */
type LinkEnd = Pick<Link, 'destinationSpan' | 'destination' | 'ref'>;

/** The links of a top-level block, which is the root of its tree. Places count from the block's beginning, as in `text`. */
export function readLinks(text: string, tree: Tree, shortcodes: readonly Shortcode[]): BlockLinks {
  const links: Link[] = [];
  const references: BlockLinks['references'][number][] = [];
  const definitions: BlockLinks['definitions'][number][] = [];
  tree.iterate({
    enter(node) {
      switch (node.name) {
        case 'Link':
        case 'Image': {
          const url = node.node.getChild('URL');
          const link = linkStart(text, node.node);
          if (url) links.push({ form: node.name === 'Image' ? 'image' : 'inline', ...link, ...linkEnd(text, url, shortcodes) });
          else if (node.name === 'Link') references.push({ label: referenceLabel(text, node.node), link });
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
          if (url) definitions.push({ label: key, to: linkEnd(text, url, shortcodes) });
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
  return { links, references, definitions };
}

/** The same link on a page where it begins `by` characters later. */
export function movedLink(link: Link, by: number): Link {
  return {
    form: link.form,
    text: link.text,
    span: movedSpan(link.span, by),
    textSpan: movedSpan(link.textSpan, by),
    ...movedEnd(link, by),
  };
}

/** The same end of a link where it stands `by` characters later. */
export function movedEnd({ destination, destinationSpan, ref }: LinkEnd, by: number): LinkEnd {
  return {
    destination,
    destinationSpan: movedSpan(destinationSpan, by),
    ref: ref && { target: ref.target, span: movedSpan(ref.span, by) },
  };
}

function linkStart(text: string, node: SyntaxNode): Pick<Link, 'span' | 'text' | 'textSpan'> {
  const marks = node.getChildren('LinkMark');
  const textSpan = { start: marks[0]?.to ?? node.from, end: marks[1]?.from ?? node.to };
  return { span: { start: node.from, end: node.to }, text: inlineTextOf(text, node, textSpan).text.trim(), textSpan };
}

function linkEnd(text: string, url: SyntaxNode, shortcodes: readonly Shortcode[]): LinkEnd {
  const pointed = text.charAt(url.from) === '<' && text.charAt(url.to - 1) === '>';
  const destinationSpan = pointed ? { start: url.from + 1, end: url.to - 1 } : { start: url.from, end: url.to };
  const first = shortcodes[firstFrom(shortcodes, destinationSpan.start)];
  const call = first && first.span.end <= destinationSpan.end ? first : undefined;
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
