import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Finding, Severity } from '../../server/src/rules/finding.ts';
import { type PresetName, presetNames } from '../../server/src/rules/presets.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { LanguageService } from '../../server/src/service.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { decode } from '../../server/src/workspace/routes.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { describeScore, handbookFolder, hasCorpus, readCorpusJson, scoreOf } from '../support/corpus.ts';
import { saidOfOnePlace } from '../support/saidOfOnePlace.ts';

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
  }, 120_000);

  it('no rule throws', () => {
    expect(failures).toEqual([]);
    expect(byPage.size).toBeGreaterThan(100);
    const all = [...byPage.values()].flat();
    console.log(Object.fromEntries(rules.map(rule => [rule.code, all.filter(finding => finding.code === rule.code).length])));
  });

  it('what a baseline knows a finding by tells apart what a rule says of one place', () => {
    for (const [uri, findings] of byPage) expect(saidOfOnePlace(findings), pathOf(uri)).toEqual([]);
  });

  it('broken links are those of Hugo: F1 at least 0.995, and every difference has its reason', async () => {
    const patterns = await workspace.lists.loadLintPatterns();
    const found = [...byPage].flatMap(([uri, findings]) =>
      findings.flatMap(({ data }) => (data ? [`${pathOf(uri)} ${siteUrl(pathOf(uri), data.url)} ${data.missing}`] : [])),
    );
    const told = readCorpusJson<readonly [string, string, 'page' | 'anchor'][]>('hugo-broken-links.json')
      .map(([page, href, missing]) => ({ page, href, url: siteUrl(page, href), missing }))
      .filter(({ url }) => !patterns.some(pattern => pattern.test(url)));
    const lineOf = ({ page, url, missing }: (typeof told)[number]): string => `${page} ${url} ${missing}`;
    const score = scoreOf(found, told.map(lineOf));
    console.log(describeScore('broken links', score), { missing: score.missing, extra: score.extra });
    expect(score.f1).toBeGreaterThanOrEqual(0.995);
    expect(score.extra).toEqual([]);
    // Where the list was made, what stands behind a question mark was read as a part of the path.
    const byQuery = told.filter(({ href, url }) => href.includes('?') && workspace.index.pageAt(url) !== undefined);
    expect(score.missing).toEqual(byQuery.map(lineOf));
  });

  it('of two files with one address the one that Hugo shows is checked, the other is told once', () => {
    const files = [...byPage.keys()];
    const hidden = files.filter(uri => workspace.index.shownInsteadOf(uri) !== undefined);
    const ofHugo = readCorpusJson<Record<string, string[]>>('hugo-ids.json');
    const notMade = files.filter(uri => ofHugo[pathOf(uri)] === undefined);
    expect(hidden).toEqual(notMade);
    for (const uri of hidden) {
      expect(files.some(other => other !== uri && other.toLowerCase() === uri.toLowerCase())).toBe(true);
      const found = byPage.get(uri)!;
      expect(found.filter(finding => finding.code === 'broken-link')).toEqual([]);
      expect(found.filter(finding => finding.code === 'file-name-style')).toHaveLength(1);
    }
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

describe.skipIf(!hasCorpus)('the presets on the real pages', () => {
  it.each(presetNames)(
    '%s: how many findings of each severity an average page has',
    async preset => {
      const service = new LanguageService(new DiskHost(() => {}), {
        folders: [folder],
        settings: { preset },
        mostWhole: Number.POSITIVE_INFINITY,
      });
      const pages = await service.familyPages();
      const found: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
      for (const uri of pages) for (const { severity } of (await service.findings(uri))!.findings) found[severity]++;
      const average = Object.fromEntries(Object.entries(found).map(([severity, count]) => [severity, count / pages.length]));
      console.log(preset, average);
      for (const [severity, most] of Object.entries(MOST[preset])) expect(average[severity], severity).toBeLessThanOrEqual(most);
    },
    120_000,
  );
});

/** Of the information 1.9 a page are links to pages that this selection of the handbook leaves out. */
const MOST: Readonly<Record<PresetName, Readonly<Record<Severity, number>>>> = {
  recommended: { error: 1.1, warning: 3, information: 5, hint: 0 },
  strict: { error: 1.1, warning: 8, information: 7, hint: 1 },
  pipeline: { error: 6, warning: 0, information: 0, hint: 0 },
};

/** A link in one form: as seen from the site's root, without host, decoded, a slash at the page's end. */
function siteUrl(page: string, href: string): string {
  const base = `https://site/${page.replace(/(?:_?index)?\.md$/, '').replace(/\/?$/, '/')}`.toLowerCase();
  const url = new URL(href, base);
  return `${decode(url.pathname).replace(/\/?$/, '/')}${decode(url.hash)}`;
}
