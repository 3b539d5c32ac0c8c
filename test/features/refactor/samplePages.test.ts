import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tryEveryRefactoring, tryGradesThereAndBack, trySortingSwappedLevels } from '../../support/everyRefactoring.ts';
import { trySplittingAndJoining } from '../../support/splitAndJoined.ts';

const root = join(import.meta.dirname, '../../..');

describe('every refactoring on the pages of', () => {
  it.each(['sample', 'sample-library', 'sample-plain'])('%s leaves what levels amount to', { timeout: 600_000 }, async folder => {
    const tally = await tryEveryRefactoring(pathToFileURL(join(root, folder)).href);
    for (const { offered, made } of Object.values(tally)) expect(made).toBe(offered);
    expect(Object.keys(tally)).toContain('refactor.rewrite.jobFamily.addLevel');
  });

  it('the sample, its levels swapped, brings them back', { timeout: 600_000 }, async () => {
    const { swapped, restored } = await trySortingSwappedLevels(pathToFileURL(join(root, 'sample')).href);
    expect(swapped).toBeGreaterThan(0);
    expect(restored).toBe(swapped);
  });

  it('the sample, its grades written the other way, says the same when they are written back', { timeout: 600_000 }, async () => {
    const { turned, restored } = await tryGradesThereAndBack(pathToFileURL(join(root, 'sample')).href);
    expect(turned).toBeGreaterThan(0);
    expect(restored).toBe(turned);
  });

  it('the sample, its families split and joined again, amount to the same', { timeout: 600_000 }, async () => {
    const { offered, split, joined, wrong } = await trySplittingAndJoining(pathToFileURL(join(root, 'sample')).href);
    expect(wrong).toEqual([]);
    expect(offered).toBeGreaterThan(0);
    expect(split).toBe(offered);
    expect(joined).toBe(split);
  });
});
