import { describe, expect, it } from 'vitest';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { describeScore, hasCorpus, readCorpusJson, readHandbook, scoreOf } from '../support/corpus.ts';

describe.skipIf(!hasCorpus)('ids of the real pages', () => {
  it("are all of Hugo's and no others, by the full tree and by the outline alone", () => {
    const truth = hasCorpus ? readCorpusJson<Record<string, string[]>>('hugo-ids.json') : {};
    const full: string[] = [];
    const outlined: string[] = [];
    const wanted: string[] = [];
    for (const [path, ids] of Object.entries(truth)) {
      const text = readHandbook(path);
      wanted.push(...ids.map(id => `${path}#${id}`));
      full.push(...[...parsePage(text).ids].map(id => `${path}#${id}`));
      outlined.push(...[...outlinePage(text).ids].map(id => `${path}#${id}`));
    }
    const score = scoreOf(full, wanted);
    console.log(describeScore(`ids of ${Object.keys(truth).length} pages`, score), {
      missing: score.missing,
      extra: score.extra,
    });
    expect([score.missing, score.extra]).toEqual([[], []]);
    expect(scoreOf(outlined, full).f1).toBe(1);
  });
});
