import type { Tree } from '@lezer/common';

/**
 * Every id of a page that a link can lead to: those of its headings, those set in raw HTML (`id` of any element, `name` of
 * an `<a>`), and those of footnotes. Works on the full tree and on the tree of blocks alone.
 */
export function collectIds(text: string, tree: Tree, headings: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = new Set<string>(headings.map(heading => heading.id));
  const mayHaveHtml = text.includes('<');
  const mayHaveFootnotes = text.includes('[^');
  if (!mayHaveHtml && !mayHaveFootnotes) return ids;
  const prose = withoutCode(text, tree);
  if (mayHaveHtml) for (const id of htmlIds(prose)) ids.add(id);
  if (mayHaveFootnotes) for (const id of footnoteIds(prose)) ids.add(id);
  return ids;
}

function withoutCode(text: string, tree: Tree): string {
  let prose = '';
  let from = 0;
  tree.iterate({
    enter(node) {
      if (node.name !== 'FencedCode' && node.name !== 'CodeBlock' && node.name !== 'CommentBlock') return true;
      prose += text.slice(from, node.from);
      from = Math.max(from, node.to);
      return false;
    },
  });
  return (prose + text.slice(from)).replace(/(`+)(?!`)[^`\n]*\1(?!`)/g, '');
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

/** Goldmark numbers footnotes by their first reference; a label that is never defined or never used is none. */
function* footnoteIds(prose: string): Iterable<string> {
  const defined = new Set([...prose.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)].map(match => match[1]!));
  const numbers = new Map<string, number>();
  for (const match of prose.matchAll(/\[\^([^\]\s]+)\](?!:)/g)) {
    const label = match[1]!;
    if (!defined.has(label)) continue;
    const known = numbers.get(label);
    const number = known ?? numbers.size + 1;
    if (known === undefined) {
      numbers.set(label, number);
      yield `fn:${number}`;
      yield `fnref:${number}`;
    }
  }
}
