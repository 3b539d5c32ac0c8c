import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { tellsMore } from '../../server/src/rules/fixAll.ts';
import { LanguageService } from '../../server/src/service.ts';
import { applySpanEdits, type SpanEdit } from '../../server/src/text/spanEdit.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';

const folder = pathToFileURL(handbookFolder).href;

describe.skipIf(!hasCorpus)('making every safe fix of a real page', () => {
  const failures: string[] = [];
  const service = new LanguageService(new DiskHost(() => {}), {
    folders: [folder],
    onRuleFailed: message => failures.push(message),
  });
  const findingsOf = async (uri: string): Promise<readonly Finding[]> => (await service.findings(uri))!.each;
  const anchorsOf = async (uri: string): Promise<unknown> =>
    (await service.exportedFamily(uri, one => one))!.model.levels.map(level => [level.anchor, level.grade, level.track]);
  let pages: readonly string[] = [];

  beforeAll(async () => {
    if (hasCorpus) pages = await service.familyPages();
  }, 120_000);

  /** What `wanted` leaves of each page, held to what must be true of it. */
  async function tryAll(
    wanted: (uri: string) => Promise<readonly SpanEdit[]>,
    levelsStay: boolean,
  ): Promise<{ pages: number; edits: number }> {
    let changed = 0;
    let made = 0;
    for (const uri of pages) {
      const { lines } = (await service.findings(uri))!;
      const before = await findingsOf(uri);
      const levels = await anchorsOf(uri);
      const edits = await wanted(uri);
      if (edits.length === 0) continue;
      changed++;
      made += edits.length;
      const name = uri.slice(folder.length);
      service.setDocument(uri, applySpanEdits(lines.text, edits));
      const after = await findingsOf(uri);
      expect(tellsMore(after, before), `${name} has a finding that it did not have`).toBe(false);
      expect(after.length, name).toBeLessThan(before.length);
      expect(after.filter(finding => finding.code === 'invalid-front-matter').length, name).toBeLessThanOrEqual(
        before.filter(finding => finding.code === 'invalid-front-matter').length,
      );
      if (levelsStay) expect(await anchorsOf(uri), `${name} has other levels than before`).toEqual(levels);
      expect(await wanted(uri), `${name} is changed a second time`).toEqual([]);
      await service.closeDocument(uri);
    }
    expect(failures).toEqual([]);
    return { pages: changed, edits: made };
  }

  it('loses no level, brings no new finding, and does nothing the second time', async () => {
    const done = await tryAll(uri => service.fixAll(uri), true);
    console.log('safe fixes:', done);
    expect(done.pages).toBeGreaterThan(10);
  });

  it('so it is with every fix that is the likeliest of its finding', async () => {
    const done = await tryAll(uri => service.fixAll(uri, fix => fix.preferred), false);
    console.log('preferred fixes:', done);
    expect(done.pages).toBeGreaterThan(50);
  });
});
