import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { compareLevels } from '../../server/src/ladder/comparison.ts';
import { comparisonHtml } from '../../server/src/ladder/comparisonHtml.ts';
import { nextLevelDown } from '../../server/src/ladder/levelOrder.ts';
import { levelText } from '../../server/src/ladder/levelText.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { brokenPromise } from '../support/compared.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';

describe.skipIf(!hasCorpus)('levels of the real pages beside those below them', () => {
  it('hold what a comparison promises, and every bullet stands in the text of its level', { timeout: 600_000 }, async () => {
    const workspace = new Workspace(new DiskHost(() => {}), defaultProfile, [pathToFileURL(handbookFolder).href]);
    await workspace.loadListing();
    const broken: string[] = [];
    const tally = { pairs: 0, same: 0, changed: 0, onlyBelow: 0, onlyAbove: 0, bytes: 0 };
    for (const uri of workspace.familyPages()) {
      const linked = await LinkedFamily.load(uri, workspace);
      for (const level of linked?.family.levels ?? []) {
        const below = nextLevelDown(linked!.family, level);
        const text = levelText(linked!, level);
        for (const { bullet, family } of linked!.effective(level, 'responsibilities').bullets) {
          const first = family.page.text.slice(bullet.item.contentSpan.start, bullet.item.contentSpan.end).split(/\r?\n/)[0]!;
          if (!text.includes(first.trim())) broken.push(`${uri} ${level.title}: “${first}” is not in its text`);
        }
        if (!below) continue;
        const [here, there] = [
          { linked: linked!, level: below },
          { linked: linked!, level },
        ];
        const promise = brokenPromise(here, there);
        if (promise) broken.push(`${uri} ${below.title} beside ${level.title}: ${promise}`);
        const comparison = compareLevels(here, there);
        tally.pairs++;
        tally.bytes += comparisonHtml(comparison).length;
        for (const section of comparison.sections) {
          tally.same += section.same.length;
          tally.changed += section.changed.length;
          tally.onlyBelow += section.onlyHere.length;
          tally.onlyAbove += section.onlyThere.length;
        }
      }
    }
    console.log(tally);
    expect(tally.pairs).toBeGreaterThan(100);
    expect(broken).toEqual([]);
  });
});
