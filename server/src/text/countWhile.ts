/**
 * Returns how many items at the start of a list satisfy a condition that no item after the first failing one satisfies. By
 * binary search.
 */
export function countWhile<Item>(list: readonly Item[], holds: (item: Item, index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!, middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
