// Turns one state of the page into the next by the smallest changes, so that what is focused, unfolded or scrolled stays.

/** Attributes that belong to who uses the page, or to its script: a new state of the text does not take them away. */
const KEPT = new Set(['open', 'tabindex', 'role', 'aria-current', 'aria-pressed', 'data-focused']);

/**
 * Makes the children of `target` equal to those of `wanted`, which stays as it is. Elements with the same id stay the same elements. `before`: the state that
 * `target` was made of, where it is known: what is the same in both is not looked at.
 */
export function patchChildren(target: Element, wanted: ParentNode, before?: ParentNode): void {
  let at: ChildNode | null = target.firstChild;
  let earlier: ChildNode | null | undefined = before?.firstChild;
  for (const next of [...wanted.childNodes]) {
    const match = matching(target, at, next);
    if (match === undefined) {
      target.insertBefore(document.importNode(next, true), at);
      continue;
    }
    const was = before && matching(before, earlier ?? null, next);
    if (match !== at) target.insertBefore(match, at);
    if (!was?.isEqualNode(next)) patchNode(match, next, was);
    at = match.nextSibling;
    earlier = was?.nextSibling;
  }
  while (at) {
    const rest: ChildNode | null = at.nextSibling;
    at.remove();
    at = rest;
  }
}

/** The child of `target`, from `at` on, that becomes `wanted`: the one with its id, else the one in its place if it is of its kind. */
function matching(target: ParentNode, at: ChildNode | null, wanted: ChildNode): ChildNode | undefined {
  if (wanted instanceof Element && wanted.id !== '') {
    if (at instanceof Element && at.id === wanted.id && at.tagName === wanted.tagName) return at;
    return [...target.children].find(child => child.id === wanted.id && child.tagName === wanted.tagName);
  }
  return at && sameKind(at, wanted) ? at : undefined;
}

function sameKind(a: Node, b: Node): boolean {
  if (a instanceof Element && b instanceof Element) return a.tagName === b.tagName && a.id === '';
  return a.nodeType === b.nodeType && a.nodeType === Node.TEXT_NODE;
}

/** Makes a node equal to another of its kind, as `patchChildren` does. */
export function patchNode(target: ChildNode, wanted: ChildNode, before: ChildNode | undefined): void {
  if (!(target instanceof Element) || !(wanted instanceof Element)) {
    if (target.nodeValue !== wanted.nodeValue) target.nodeValue = wanted.nodeValue;
    return;
  }
  for (const { name, value } of wanted.attributes) {
    if (!KEPT.has(name) || !target.hasAttribute(name)) if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
  for (const { name } of [...target.attributes]) {
    if (!KEPT.has(name) && !wanted.hasAttribute(name)) target.removeAttribute(name);
  }
  patchChildren(target, wanted, before instanceof Element ? before : undefined);
}
