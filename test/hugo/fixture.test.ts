import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureHugo } from '../../scripts/hugo/ensureHugo.mjs';
import { BROKEN_REF, buildWithHugo, type HugoSite } from '../../scripts/hugo/hugoSite.mjs';
import { addresses, fixtureFiles, ids, linkingPages, links } from '../support/hugoFixture.ts';

const hugo = await ensureHugo();

describe.skipIf(hugo.reason !== undefined)(`what the unit tests take for Hugo's${hugo.reason ? ` (${hugo.reason})` : ''}`, () => {
  let site: HugoSite;
  const content = mkdtempSync(join(tmpdir(), 'job-family-fixture-'));

  beforeAll(async () => {
    for (const [file, text] of Object.entries(fixtureFiles())) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
    site = await buildWithHugo(hugo.executable!, content);
  });
  afterAll(() => rmSync(content, { recursive: true, force: true }));

  it('addresses', () => {
    expect(addresses.map(([file]) => [file, site.pageOf(file)?.url])).toEqual(addresses.map(([file, , url]) => [file, url]));
  });

  it('ids', () => {
    expect([...site.pageOf('handbook/ids.md')!.ids].sort()).toEqual(ids.flatMap(([, ...given]) => given).sort());
  });

  for (const [name, file] of Object.entries(linkingPages)) {
    it(`links of ${file}`, () => {
      const wanted = links[name as keyof typeof links].filter(([link]) => !link.startsWith('`'));
      const page = site.pageOf(file)!;
      const isOwn = (url: URL): boolean =>
        url.hostname === 'handbook.gitlab.com' || url.href.startsWith('https://about.gitlab.com/handbook/');
      const found = page.hrefs.map(href => (href === BROKEN_REF ? 'page' : site.missing(page, href, isOwn)));
      expect(found.map((missing, at) => [wanted[at]?.[0], missing])).toEqual(wanted.map(([link, missing]) => [link, missing]));
    });
  }
});
