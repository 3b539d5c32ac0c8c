/**
 * Returns the number of single-letter changes, or swaps of neighbours, that turn `a` into `b`; `limit + 1` if it is more than `limit`. Takes
 * time in proportion to the length of `a` times `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  // Only what is near the diagonal can be within the limit: long texts cost no more than their length. `k` is j - i + limit + 1.
  const width = 2 * limit + 3;
  let beforeLast: number[] = new Array(width).fill(beyond);
  let last: number[] = Array.from({ length: width }, (_, k) => (k > limit && k < width - 1 ? k - limit - 1 : beyond));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(width).fill(beyond);
    let least = beyond;
    for (let k = Math.max(1, limit + 1 - i); k < width - 1; k++) {
      const j = i + k - limit - 1;
      if (j > b.length) break;
      let cost = i;
      if (j > 0) {
        const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        cost = Math.min(last[k + 1]! + 1, row[k - 1]! + 1, last[k]! + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
          cost = Math.min(cost, beforeLast[k]! + 1);
      }
      row[k] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return beyond;
    beforeLast = last;
    last = row;
  }
  return Math.min(beyond, last[b.length - a.length + limit + 1]!);
}
