/**
 * The parts that differ between two states of a panel's content, each cut at the marks of its parts: parts stand at odd indices. Undefined
 * where what stands around them differs, so that all of it has to be shown anew.
 */
export function changedParts(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [index: number, html: string])[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: (readonly [number, string])[] = [];
  for (const [index, piece] of after.entries()) {
    if (piece === before[index]) continue;
    if (index % 2 === 0) return undefined;
    changed.push([index, piece]);
  }
  return changed;
}
