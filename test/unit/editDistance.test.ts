import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from '../../server/src/text/editDistance.ts';

/** The distance by its definition, over all of the table. */
function byDefinition(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = table[i]!;
      row[j] = Math.min(table[i - 1]![j]! + 1, row[j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, table[i - 2]![j - 2]! + 1);
    }
  return table[a.length]![b.length]!;
}

it('the distance of two words is that of its definition, up to the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(limit + 1, byDefinition(a, b)));
    }),
    { numRuns: 2000 },
  );
});

it('two words of 200,000 letters are compared', () => {
  const long = 'ab'.repeat(100_000);
  expect(editDistance(`x${long}`, `${long}y`, 2)).toBe(2);
});
