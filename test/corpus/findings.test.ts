import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { decode } from '../../server/src/workspace/routes.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { describeScore, handbookFolder, hasCorpus, readCorpusJson, scoreOf } from '../support/corpus.ts';

const folder = pathToFileURL(handbookFolder).href;
const pathOf = (uri: string): string => uri.slice(`${folder}/content/`.length);

describe.skipIf(!hasCorpus)('findings on the real pages', () => {
  const workspace = new Workspace(new DiskHost(() => {}), defaultProfile, [folder]);
  const failures: string[] = [];
  const byPage = new Map<string, readonly Finding[]>();

  const check = async (uri: string): Promise<readonly Finding[]> => {
    const linked = await LinkedFamily.load(uri, workspace);
    return linked
      ? runRules(linked, { onRuleFailed: (code, error) => failures.push(`${code} on ${pathOf(uri)}: ${error}`) })
      : [];
  };

  beforeAll(async () => {
    if (!hasCorpus) return;
    await workspace.loadListing();
    for (const uri of workspace.familyPages()) byPage.set(uri, await check(uri));
  });

  it('no rule throws', () => {
    expect(failures).toEqual([]);
    expect(byPage.size).toBeGreaterThan(100);
    const all = [...byPage.values()].flat();
    console.log(Object.fromEntries(rules.map(rule => [rule.code, all.filter(finding => finding.code === rule.code).length])));
  });

  it('broken links are those of Hugo: F1 at least 0.99', () => {
    const patterns = [...readFileSync(join(handbookFolder, '.hugolint.yaml'), 'utf8').matchAll(/- pattern: '(.*)'/g)].map(
      match => new RegExp(match[1]!),
    );
    const kept = (url: string): boolean => !patterns.some(pattern => pattern.test(url));
    const found = [...byPage].flatMap(([uri, findings]) =>
      findings.flatMap(({ data }) => (data ? [`${pathOf(uri)} ${siteUrl(pathOf(uri), data.url)} ${data.missing}`] : [])),
    );
    const truth = readCorpusJson<readonly [string, string, 'page' | 'anchor'][]>('hugo-broken-links.json')
      .map(([page, href, missing]) => ({ page, url: siteUrl(page, href), missing }))
      .filter(({ url }) => kept(url))
      .map(({ page, url, missing }) => `${page} ${url} ${missing}`);
    const score = scoreOf(found, truth);
    console.log(describeScore('broken links', score), { missing: score.missing, extra: score.extra });
    expect(score.f1).toBeGreaterThanOrEqual(0.99);
  });

  for (const rule of rules) {
    it(`${rule.code}: its preferred fixes mend what they were offered for, and lose no level`, async () => {
      for (const [uri, findings] of byPage) {
        const mendable = findings.filter(finding => finding.code === rule.code && finding.fixes.some(fix => fix.preferred));
        if (mendable.length === 0) continue;
        const before = workspace.family(uri)!.levels.length;
        const text = workspace.text(uri)!;
        workspace.setDocument(
          uri,
          applySpanEdits(
            text,
            mendable.flatMap(finding => finding.fixes.find(fix => fix.preferred)!.edits),
          ),
        );
        const left = (await check(uri)).filter(finding => finding.code === rule.code);
        expect(left.length, pathOf(uri)).toBeLessThanOrEqual(
          findings.filter(finding => finding.code === rule.code).length - mendable.length,
        );
        expect(workspace.family(uri)!.levels.length).toBeGreaterThanOrEqual(before);
        workspace.setDocument(uri, text);
      }
      expect(failures).toEqual([]);
    });
  }
});

/** A link in one form: as seen from the site's root, without host, decoded, a slash at the page's end. */
function siteUrl(page: string, href: string): string {
  const base = `https://site/${page.replace(/(?:_?index)?\.md$/, '').replace(/\/?$/, '/')}`.toLowerCase();
  const url = new URL(href, base);
  return `${decode(url.pathname).replace(/\/?$/, '/')}${decode(url.hash)}`;
}
