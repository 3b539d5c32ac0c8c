import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedText, saysNothingNew, similarity } from '../../server/src/rules/similarity.ts';

const of = (a: string, b: string): number => similarity(comparedText(a), comparedText(b));

describe('similarity', () => {
  it('is the share of common words: 1 for the same words, whatever case and marks', () => {
    expect(of('Bake bread, daily.', 'bake BREAD daily')).toBe(1);
    expect(of('bake bread', 'sell cakes')).toBe(0);
    expect(of('bake good bread', 'bake bread')).toBeCloseTo(0.8);
    expect(of('bread bread', 'bread')).toBeCloseTo(2 / 3);
  });

  it('is the same both ways, and between 0 and 1', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map(words => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(of(a, b)).toBe(of(b, a));
        expect(of(a, b)).toBeGreaterThanOrEqual(0);
        expect(of(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it.each([
  ['Bake the bread', 'Bake breads for guests', true],
  ['Bake large breads', 'Bake small breads', false],
  ['5+ years of baking', '3+ years of baking', false],
])('“%s” says nothing beyond “%s”: %s', (a, b, expected) => {
  expect(saysNothingNew(comparedText(a), comparedText(b))).toBe(expected);
});
