import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { LanguageService } from '../../server/src/service.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';
import { times } from '../support/randomTests.ts';
import { ThereAndBack, trialCounts } from '../support/renamedThereAndBack.ts';

/** All of them take minutes: one in so many is tried. */
const EVERY = times({ short: 33, full: 11 });

/** Where a name is written together with the word before it ("theIT Analyst"), it is understood and not renamed yet. */
const KNOWN = /IT-Global-Logistics-Analyst\.md: unknown-extended-level/;

describe.skipIf(!hasCorpus)('renaming a level of a real page', () => {
  it('breaks nothing, and there and back gives the page again but for shortened names that it says are written in full', async () => {
    const folder = pathToFileURL(handbookFolder).href;
    const service = new LanguageService(new DiskHost(() => {}), { folders: [folder], mostWhole: 1000 });
    const pages = await service.familyPages();
    const thereAndBack = new ThereAndBack(service, uri => readFileSync(fileURLToPath(uri), 'utf8'), pages);
    const trials = [];
    for (const uri of pages) trials.push(...(await thereAndBack.trials(uri)));
    const outcomes = await thereAndBack.runAll(trials.filter((_, at) => at % EVERY === 0));
    const counts = trialCounts(outcomes);
    console.log(`of ${trials.length} renamings, every ${EVERY}th tried:`, counts);
    expect(outcomes.flatMap(one => one.broken).filter(one => !KNOWN.test(one))).toEqual([]);
    const unsaid = outcomes.filter(one => one.type === 'respelt' && !one.saysInFull);
    expect(unsaid.map(({ trial, type, differences }) => ({ trial, type, differences }))).toEqual([]);
  }, 240_000);
});
