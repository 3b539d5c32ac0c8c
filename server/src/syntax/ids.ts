import type { Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { ATTRIBUTE_LIST, idOfAttributes } from './attributes.ts';

/**
 * Every id of a page that a link can lead to: those of its headings, those set in raw HTML (`id` of any element, `name` of
 * an `<a>`), those of attributes below a block, and those of footnotes. `hidden`: the blocks that are code or comments, in order.
 */
export function collectIds(
  text: string,
  hidden: () => readonly Span[],
  headings: readonly { readonly id: string }[],
): ReadonlySet<string> {
  return mayHaveMoreIds(text) ? idsWith(withoutBlocks(text, hidden()), headings) : headingIds(headings);
}

/** False where a stretch of a page surely gives no id but those of its headings. */
export function mayHaveMoreIds(text: string): boolean {
  return text.includes('[^') || (text.includes('<') && /\s(?:id|name)\s*=/i.test(text)) || hasAttributeLine(text);
}

/** True where a line begins with `{` and what a list of attributes begins with. By the braces: most lines have none. */
function hasAttributeLine(text: string): boolean {
  for (let brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', brace + 1)) {
    let before = brace - 1;
    while (before >= 0 && ' \t>'.includes(text[before]!)) before--;
    if ((before < 0 || text[before] === '\n' || text[before] === '\r') && /[#.\w]/.test(text[brace + 1] ?? '')) return true;
  }
  return false;
}

function headingIds(headings: readonly { readonly id: string }[]): Set<string> {
  return new Set(headings.map(heading => heading.id));
}

function idsWith(proseWithCode: string, headings: readonly { readonly id: string }[]): Set<string> {
  const ids = headingIds(headings);
  const prose = proseWithCode.replace(/(`+)(?!`)[^`\n]*\1(?!`)/g, '');
  for (const id of htmlIds(prose)) ids.add(id);
  for (const id of blockIds(prose)) ids.add(id);
  for (const id of footnoteIds(prose)) ids.add(id);
  return ids;
}

/** The blocks of a tree, whole or of blocks alone, in which nothing gives an id: code and comments. */
export function hiddenBlocks(tree: Tree): readonly Span[] {
  if (PLAIN_BLOCKS.has(tree.type.name)) return NONE;
  const blocks: Span[] = [];
  tree.iterate({
    enter(node) {
      if (node.name !== 'FencedCode' && node.name !== 'CodeBlock' && node.name !== 'CommentBlock') return true;
      blocks.push({ start: node.from, end: node.to });
      return false;
    },
  });
  return blocks;
}

/** Blocks that hold no other block. */
const PLAIN_BLOCKS: ReadonlySet<string> = new Set(['Paragraph', 'Table', 'HTMLBlock', 'HorizontalRule', 'LinkReference']);

const NONE: readonly Span[] = [];

function withoutBlocks(text: string, hidden: readonly Span[]): string {
  let prose = '';
  let from = 0;
  for (const { start, end } of hidden) {
    prose += text.slice(from, Math.max(from, start));
    from = Math.max(from, end);
  }
  return prose + text.slice(from);
}

function* htmlIds(prose: string): Iterable<string> {
  for (const tag of prose.matchAll(/<([a-zA-Z][\w-]*)\s([^<>]*)>/g)) {
    for (const attribute of tag[2]!.matchAll(/(?:^|\s)(id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
      const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
      const linkable = attribute[1]!.toLowerCase() === 'id' || tag[1]!.toLowerCase() === 'a';
      if (linkable && value !== '') yield value;
    }
  }
}

/** The ids that a line of attributes below a paragraph, list, table or quotation gives it. */
function* blockIds(prose: string): Iterable<string> {
  if (!hasAttributeLine(prose)) return;
  let above = '';
  for (const line of prose.split(/\r\n|\n|\r/)) {
    const written = line.replace(/^[ \t>]+/, '');
    const attributes = written.startsWith('{') && takesAttributes(above, line) ? ATTRIBUTE_LINE.exec(written) : null;
    const id = attributes && idOfAttributes(attributes[1]!);
    if (id) yield id;
    above = written.trim();
  }
}

/** True where the line above ends a block that can be given an id: no heading, raw HTML, definition of a link, or tight point. */
function takesAttributes(above: string, line: string): boolean {
  if (above === '' || NO_ATTRIBUTES_BELOW.test(above)) return false;
  return !/^[ \t]/.test(line) || !/^(?:[-*+]|\d+[.)])[ \t]/.test(above);
}

const NO_ATTRIBUTES_BELOW =
  /^(?:#{1,6}(?:[ \t]|$)|=+$|-+$|\[[^\]]+\]:|<\/?(?!(?:a|b|br|code|em|i|img|small|span|strong|sub|sup)\b)[a-z])/i;

const ATTRIBUTE_LINE = new RegExp(`^${ATTRIBUTE_LIST.source}\\s*$`);

/** Goldmark numbers footnotes by their first reference; a label that is never defined or never used is none. */
function* footnoteIds(prose: string): Iterable<string> {
  if (!prose.includes('[^')) return;
  const defined = new Set([...prose.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(match => match[1]!));
  const notes = new Map<string, { readonly number: number; references: number }>();
  for (const match of prose.matchAll(/\[\^([^\]\s]+)\](?!:)/g)) {
    const label = match[1]!;
    if (!defined.has(label)) continue;
    const note = notes.get(label) ?? { number: notes.size + 1, references: 0 };
    notes.set(label, note);
    yield `fn:${note.number}`;
    // Every reference can be come back to.
    yield `fnref${note.references === 0 ? '' : note.references}:${note.number}`;
    note.references++;
  }
}
