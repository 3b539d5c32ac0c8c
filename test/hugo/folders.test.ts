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
  expect(comparison.ids.f1).toBeGreaterThanOrEqual(0.995);
  expect(comparison.links.f1).toBeGreaterThanOrEqual(0.995);
  return comparison;
}

describe.skipIf(hugo.reason !== undefined)(
  `ids and broken links as Hugo has them${hugo.reason ? ` (${hugo.reason})` : ''}`,
  () => {
    it.each(named)(
      'in %s',
      async folder => {
        await compare(folder, folder);
      },
      600_000,
    );

    it.skipIf(named.length > 0)('in the sample', async () => {
      await compare('sample', join(root, 'sample'));
    });

    it.skipIf(named.length > 0)('in a generated workspace', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'job-family-generated-'));
      try {
        execFileSync(process.execPath, [join(root, 'bench/generate.mjs'), folder, '--pages', '300']);
        const { pages, families, links } = await compare('generated', folder);
        expect(pages).toBe(300);
        expect(families).toBeGreaterThan(10);
        // The generator breaks some of its links: equal emptiness would prove nothing.
        expect(links.missing.length + links.extra.length).toBeLessThan(links.found);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it.skipIf(named.length > 0 || !hasCorpus)('in the real pages', async () => {
      await compare('real pages', handbookFolder);
    });
  },
);
