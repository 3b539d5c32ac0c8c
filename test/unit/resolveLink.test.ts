import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { gradePage, linkFamily, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;
const others = {
  'content/handbook/kitchen/_index.md':
    '---\ntitle: Kitchen\naliases: [/handbook/galley/]\n---\n\n## Stove\n\n<a id="sink"></a>\n',
  'content/handbook/kitchen/oven.md': '---\ntitle: Oven\n---\n\n## Heat {#hot}\n',
};

async function resolve(link: string, more: Record<string, string> = {}) {
  const linked = await linkFamily({ [path]: `---\ntitle: Baker\n---\n\n## Own\n\n${link}\n`, ...others, ...more });
  return linked.resolveLink(linked.family.page.links[0]!);
}

describe('a link leads to', () => {
  it.each([
    ['[x](#own)', path, 'own'],
    ['[x](/job-families/kitchen/baker/#own)', path, 'own'],
    ['[x](/handbook/kitchen/#stove)', 'content/handbook/kitchen/_index.md', 'stove'],
    ['[x](/handbook/kitchen#sink)', 'content/handbook/kitchen/_index.md', 'sink'],
    ['[x](/handbook/galley/#stove)', 'content/handbook/kitchen/_index.md', 'stove'],
    ['[x](../../../handbook/kitchen/oven/#hot)', 'content/handbook/kitchen/oven.md', 'hot'],
    ['[x](https://handbook.gitlab.com/handbook/kitchen/oven/)', 'content/handbook/kitchen/oven.md', undefined],
    ['[x]({{< ref "oven#hot" >}})', 'content/handbook/kitchen/oven.md', 'hot'],
    ['<a href="/handbook/kitchen/oven/">x</a>', 'content/handbook/kitchen/oven.md', undefined],
    ['[x][oven]\n\n[oven]: /handbook/kitchen/oven/#hot', 'content/handbook/kitchen/oven.md', 'hot'],
  ])('%s', async (link, file, anchor) => {
    expect(await resolve(link)).toEqual({ type: 'ok', uri: `${memoryRoot}/${file}`, anchor });
  });
});

describe('a link leads nowhere', () => {
  it.each([
    ['[x](/handbook/cellar/)', { type: 'missing-page', url: '/handbook/cellar/' }],
    ['[x]({{< ref "cellar" >}})', { type: 'missing-page', url: 'cellar' }],
    ['[x](#other)', { type: 'missing-anchor', uri, url: '/job-families/kitchen/baker/#other', anchor: 'other' }],
    ['[x](/handbook/kitchen/oven/#heat)', { type: 'missing-anchor', url: '/handbook/kitchen/oven/#heat', anchor: 'heat' }],
    ['[x](/handbook/galley/#heat)', { type: 'missing-anchor', url: '/handbook/kitchen/#heat', anchor: 'heat' }],
    // The site makes the list of a folder by itself; it has no headings.
    ['[x](/job-families/#kitchen)', { type: 'missing-anchor', uri: '', anchor: 'kitchen' }],
  ])('%s', async (link, expected) => {
    expect(await resolve(link)).toMatchObject(expected);
  });
});

describe('a link is not checked', () => {
  it.each([
    ['[x](https://example.com/)'],
    ['[x](mailto:baker@example.com)'],
    ['[x](/images/bread.png)'],
    ['[x](/job-families/)'],
    ['https://example.com/handbook/'],
  ])('%s', async link => {
    expect(await resolve(link)).toEqual({ type: 'unchecked' });
  });

  it('that the site’s own lint leaves out', async () => {
    const lint = { '.hugolint.yaml': "exclude:\n  - pattern: '^/handbook/cellar/'\n  - pattern: '(broken'\n" };
    expect(await resolve('[x](/handbook/cellar/#a)', lint)).toEqual({ type: 'unchecked' });
    expect(await resolve('[x](/handbook/attic/)', lint)).toMatchObject({ type: 'missing-page' });
  });
});

describe('the definition of a grade', () => {
  it.each([
    ['a URL', '/handbook/total-rewards/compensation/compensation-calculator/#customer-success'],
    ['a ref', '{{< ref "compensation-calculator#customer-success" >}}'],
  ])('is its row in the table to which %s leads', async (_, link) => {
    const text = `---\ntitle: Baker\n---\n\n## Job Grade\n\nThe Manager, Bakery is a [grade 9](${link}).\n`;
    const files = new Map([
      [path, text],
      [gradePage.path, gradePage.text],
    ]);
    const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
    const [target] = await service.definition(uri, new LineIndex(text).positionAt(text.indexOf('grade 9')));
    const line = target!.targetSelectionRange.start.line;
    const lines = new LineIndex(gradePage.text);
    expect(lines.lineText(line)).toMatch(/^\| 9 \|/);
    expect(line).toBeGreaterThan(lines.lineAt(gradePage.text.indexOf('Customer Success')));
  });
});
