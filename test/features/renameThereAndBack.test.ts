import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { ThereAndBack, trialCounts } from '../support/renamedThereAndBack.ts';

const sample = join(import.meta.dirname, '../../sample');
const files = new Map(
  readdirSync(sample, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(?:md|ya?ml)$/.test(path))
    .map(path => [path.split(sep).join('/'), readFileSync(join(sample, relative('.', path)), 'utf8')]),
);

it('renaming a level of the sample there and back is identity, and breaks nothing in between', async () => {
  const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
  const pages = await service.familyPages();
  const thereAndBack = new ThereAndBack(service, uri => files.get(uri.slice(memoryRoot.length + 1))!, pages);
  const trials = [];
  for (const uri of pages) trials.push(...(await thereAndBack.trials(uri)));
  expect(trials.length).toBeGreaterThan(20);
  const outcomes = await thereAndBack.runAll(trials);
  console.log('renamings there and back:', trialCounts(outcomes));
  expect(outcomes.flatMap(one => one.broken)).toEqual([]);
  // A whole new name leaves nothing of what a shortened one was made of: that is written in full from then on.
  const changed = outcomes.filter(one => one.type !== 'identical');
  expect(changed.filter(one => one.trial.isOneWord || !one.saysInFull).flatMap(one => one.differences)).toEqual([]);
});
