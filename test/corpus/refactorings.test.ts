import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { isFileOperation } from '../../server/src/features/fileEdits.ts';
import { LanguageService } from '../../server/src/service.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';
import { tryEveryRefactoring, tryGradesThereAndBack, trySortingSwappedLevels } from '../support/everyRefactoring.ts';
import { times } from '../support/randomTests.ts';
import { trySplittingAndJoining } from '../support/splitAndJoined.ts';

/** One page in so many is tried, unless the tests run at full length. */
const SHARE = 4;

describe.skipIf(!hasCorpus)('every refactoring on real pages', () => {
  it('leaves what levels amount to, brings no error, and breaks no link', { timeout: 600_000 }, async () => {
    const tally = await tryEveryRefactoring(pathToFileURL(handbookFolder).href, SHARE);
    console.table(tally);
    for (const [kind, { offered, made }] of Object.entries(tally)) expect(made / offered, kind).toBeGreaterThan(0.9);
  });

  it('sorting brings levels that were swapped back to where they stood', { timeout: 600_000 }, async () => {
    const { swapped, restored } = await trySortingSwappedLevels(pathToFileURL(handbookFolder).href, SHARE);
    console.log(`levels swapped on ${swapped} pages, brought back on ${restored}`);
    expect(swapped).toBeGreaterThan(times({ short: 3, full: 20 }));
    expect(restored).toBe(swapped);
  });

  it('grades written as sentences and gathered in a table again are the same, and the other way round', {
    timeout: 600_000,
  }, async () => {
    const { turned, restored } = await tryGradesThereAndBack(pathToFileURL(handbookFolder).href, SHARE);
    console.log(`grades turned on ${turned} pages, back on ${restored}`);
    expect(turned).toBeGreaterThan(times({ short: 3, full: 20 }));
    expect(restored).toBe(turned);
  });

  it('families split into one page a level, and joined again, amount to the same and break no link', {
    timeout: 600_000,
  }, async () => {
    const result = await trySplittingAndJoining(pathToFileURL(handbookFolder).href, SHARE);
    const { families, offered, split, joined, identical, notSplit, notJoined, wrong } = result;
    console.log(
      `${families} families: splitting offered on ${offered}, made on ${split}; joined again ${joined}, with the same text ${identical}`,
      { notSplit, notJoined },
    );
    expect(wrong).toEqual([]);
    // Of few families one that is not split weighs more.
    expect(split / offered).toBeGreaterThan(times({ short: 0.8, full: 0.85 }));
    expect(joined / split).toBeGreaterThan(0.9);
  });

  it('all families move to the library at once, amount to the same there, and every link follows', {
    timeout: 600_000,
  }, async () => {
    const service = new LanguageService(new DiskHost(() => {}), { folders: [pathToFileURL(handbookFolder).href] });
    const move = (await service.moveToSuccessor(() => true))!;
    console.log(`${move.pages} pages moved by ${move.changes?.length} changes, ${move.gradeSentences} grade sentences left`);
    const renames = (move.changes ?? []).filter(change => isFileOperation(change));
    expect(renames.length).toBe(move.pages);
    expect(move.pages).toBeGreaterThan(50);
  });
});
