import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureHugo } from '../../scripts/hugo/ensureHugo.mjs';
import { compareWithHugo, describeComparison } from '../support/asHugo.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';

const root = resolve(import.meta.dirname, '../..');
const hugo = await ensureHugo();
/** Folders that `npm run test:hugo -- FOLDER…` names; without any, those of the project. */
const named: string[] = JSON.parse(process.env.JOB_FAMILY_HUGO_FOLDERS ?? '[]');

async function compare(name: string, folder: string) {
  const comparison = await compareWithHugo(hugo.executable!, folder);
  console.log(describeComparison(name, comparison));
  expect(comparison.differences.filter(difference => difference.why === undefined)).toEqual([]);
  return comparison;
}

describe.skipIf(hugo.reason !== undefined)(
  `ids and broken links as Hugo has them${hugo.reason ? ` (${hugo.reason})` : ''}`,
  () => {
    for (const folder of named)
      it(`in ${folder}`, async () => {
        const { pages } = await compare(folder, folder);
        expect(pages).toBeGreaterThan(0);
      }, 600_000);
    if (named.length > 0) return;

    it('in the sample', async () => {
      const { ids, links } = await compare('sample', join(root, 'sample'));
      expect([ids.f1, links.f1]).toEqual([1, 1]);
      // Its mistakes are on purpose: equal emptiness would prove nothing.
      expect(links.found).toBeGreaterThan(0);
    });

    it('in a generated workspace', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'job-family-generated-'));
      try {
        execFileSync(process.execPath, [join(root, 'bench/generate.mjs'), folder, '--pages', '300']);
        const { pages, families, ids, links } = await compare('generated', folder);
        expect(pages).toBe(300);
        expect(families).toBeGreaterThan(10);
        expect(links.found).toBeGreaterThan(0);
        expect([ids.f1, links.f1]).toEqual([1, 1]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it.skipIf(!hasCorpus)('in the real pages', async () => {
      const { ids, links } = await compare('real pages', handbookFolder);
      expect(ids.f1).toBeGreaterThanOrEqual(0.995);
      expect(links.f1).toBeGreaterThanOrEqual(0.995);
    });
  },
);
