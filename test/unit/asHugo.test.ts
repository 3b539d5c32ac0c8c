import { describe, expect, it } from 'vitest';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { addresses, fixtureFiles, ids, linkingPages, links } from '../support/hugoFixture.ts';
import { memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';

const files = fixtureFiles();
const uriOf = (file: string): string => `${memoryRoot}/${`content/${file}`.split('/').map(encodeURIComponent).join('/')}`;

function openSite() {
  const { workspace } = memoryWorkspace(
    Object.fromEntries(Object.entries(files).map(([file, text]) => [`content/${file}`, text])),
    { gradePage: false },
  );
  return workspace;
}

describe('as Hugo does it, a page’s address', () => {
  const site = openSite();
  it.each(addresses)('%s (%s): %s', async (file, _, url) => {
    await site.loadListing();
    const uri = uriOf(file);
    if (url === undefined) expect(site.index.shownInsteadOf(uri)).toBeDefined();
    else {
      expect(site.index.urlOf(uri)).toBe(url);
      expect(site.index.pageAt(url)).toBe(uri);
      expect(site.index.shownInsteadOf(uri)).toBeUndefined();
    }
  });
});

it('as Hugo does it, a page’s ids', () => {
  const wanted = ids.flatMap(([, ...given]) => given).sort();
  expect([...parsePage(files['handbook/ids.md']!).ids].sort()).toEqual(wanted);
  expect([...outlinePage(files['handbook/ids.md']!).ids].sort()).toEqual(wanted);
});

for (const [name, file] of Object.entries(linkingPages)) {
  describe(`as Hugo does it, what a link on ${file} lacks`, async () => {
    const linked = (await LinkedFamily.load(uriOf(file), openSite()))!;
    const { page } = linked.family;
    // Each link of the fixture has a line of its own.
    const missingAt = new Map(
      page.links.map(link => [page.lines.lineAt(link.span.start), linked.resolveLink(link).type.replace(/^missing-/, '')]),
    );
    let from = 0;
    for (const [link, missing] of links[name as keyof typeof links]) {
      from = page.text.indexOf(`${link}\n`, from);
      const line = page.lines.lineAt(from);
      from += link.length;
      it(`${link.replaceAll('\n', ' ')}: ${missing ?? 'nothing'}`, () => {
        const found = missingAt.get(line);
        expect(found === 'page' || found === 'anchor' ? found : undefined).toBe(missing);
      });
    }
  });
}
