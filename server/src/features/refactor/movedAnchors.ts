import { ancestorsOf, type HeadingNode } from '../../model/headingTree.ts';
import type { JobFamily } from '../../model/jobFamily.ts';
import { writtenTarget } from '../../syntax/link.ts';
import { textOf } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';

/**
 * The ids that lead elsewhere once a page is restructured, and the id that leads there then: headings of one text are numbered
 * in page order, so one that moves, comes or goes changes the ids of others. A heading that is gone is followed to the one
 * that stood over it.
 */
export function movedAnchors(before: JobFamily, after: JobFamily): ReadonlyMap<string, string> {
  const later = keysOf(after);
  const moved = new Map<string, string>();
  for (const [key, node] of keysOf(before)) {
    let now = later.get(key);
    for (const above of ancestorsOf(node)) now ??= later.get(keyIn(before, above));
    if (now && now.heading.id !== node.heading.id) moved.set(node.heading.id, now.heading.id);
  }
  return moved;
}

/** The edits of a restructured page that make its links to itself follow. `after`: the page with its links as they were. */
export function ownLinkEdits(after: LinkedFamily, moved: ReadonlyMap<string, string>): SpanEdit[] {
  if (moved.size === 0) return [];
  const edits = new Map<number, SpanEdit>();
  for (const link of after.family.page.links) {
    const resolved = after.resolveLink(link);
    if ((resolved.type !== 'ok' && resolved.type !== 'missing-anchor') || resolved.uri !== after.uri) continue;
    const now = resolved.anchor === undefined ? undefined : moved.get(resolved.anchor);
    const { target, span } = writtenTarget(link);
    const at = textOf(after.family.page.text, span).indexOf('#');
    if (now === undefined || at < 0 || !target.includes('#')) continue;
    // Several links may share the definition in which their destination stands.
    edits.set(span.start, { span: { start: span.start + at + 1, end: span.end }, newText: now });
  }
  return [...edits.values()];
}

const known = new WeakMap<
  JobFamily,
  { readonly byKey: ReadonlyMap<string, HeadingNode>; readonly keys: ReadonlyMap<HeadingNode, string> }
>();

function read(family: JobFamily): {
  readonly byKey: ReadonlyMap<string, HeadingNode>;
  readonly keys: ReadonlyMap<HeadingNode, string>;
} {
  let found = known.get(family);
  if (!found) {
    const byKey = new Map<string, HeadingNode>();
    const keys = new Map<HeadingNode, string>();
    const bare = new Map<string, number>();
    for (const node of family.tree.nodes) bare.set(pathOf(node), (bare.get(pathOf(node)) ?? 0) + 1);
    for (const node of family.tree.nodes) {
      const path = pathOf(node);
      // Of several with one path, what stands right below tells which is which.
      const below = bare.get(path) === 1 ? '' : node.blocks.map(block => textOf(family.page.text, block.span)).join('\n');
      let key = JSON.stringify([path, below]);
      for (let number = 1; byKey.has(key); number++) key = JSON.stringify([path, below, number]);
      byKey.set(key, node);
      keys.set(node, key);
    }
    found = { byKey, keys };
    known.set(family, found);
  }
  return found;
}

function keysOf(family: JobFamily): ReadonlyMap<string, HeadingNode> {
  return read(family).byKey;
}

function keyIn(family: JobFamily, node: HeadingNode): string {
  return read(family).keys.get(node)!;
}

/** A heading's text below those that it stands under. */
function pathOf(node: HeadingNode): string {
  return JSON.stringify([node, ...ancestorsOf(node)].map(one => one.heading.text));
}
