import { describe, expect, it } from 'vitest';
import { defaultProfile as profile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { readDestination } from '../../server/src/workspace/linkTarget.ts';
import { SiteIndex } from '../../server/src/workspace/siteIndex.ts';

const root = 'file:///books';

function indexOf(paths: readonly string[], folder = root): SiteIndex {
  const index = new SiteIndex(profile, [folder]);
  for (const path of paths) index.add(`${root}/${path}`);
  return index;
}

describe('the URL of a page', () => {
  it.each([
    ['content/job-families/kitchen/baker.md', '/job-families/kitchen/baker/'],
    ['content/job-families/kitchen/baker/_index.md', '/job-families/kitchen/baker/'],
    ['content/job-families/kitchen/baker/index.md', '/job-families/kitchen/baker/'],
    ['source/job-families/kitchen/baker/index.html.md', '/job-families/kitchen/baker/'],
    ['content/_index.md', '/'],
    ['content/handbook/Two Words.md', '/handbook/two-words/'],
    ['content/handbook/two%20words.md', '/handbook/two-words/'],
    ['sites/main/content/handbook/x.md', '/handbook/x/'],
    ['content/handbook/index-of-all.md', '/handbook/index-of-all/'],
  ])('%s: %s', (path, url) => {
    expect(indexOf([path]).urlOf(`${root}/${path}`)).toBe(url);
    expect(indexOf([path]).pageAt(url)).toBe(`${root}/${path}`);
  });

  it('is none outside of the site', () => {
    expect(indexOf(['docs/x.md']).urlOf(`${root}/docs/x.md`)).toBeUndefined();
    expect(indexOf([]).urlOf('file:///elsewhere/content/x.md')).toBeUndefined();
  });

  it('is the same where only a part of the site is opened, but then missing pages cannot be told', () => {
    const page = `${root}/content/job-families/kitchen/baker.md`;
    const part = indexOf(['content/job-families/kitchen/baker.md'], `${root}/content/job-families`);
    expect(part.urlOf(page)).toBe('/job-families/kitchen/baker/');
    expect(part.knowsSiteOf(page)).toBe(false);
    expect(indexOf([]).knowsSiteOf(page)).toBe(true);
  });
});

describe('a job family by its path', () => {
  it.each([
    ['content/job-families/kitchen/baker.md', true],
    ['content/job-families/kitchen/baker/_index.md', true],
    ['content/job-families/kitchen/baker/senior.md', true],
    ['source/job-families/kitchen/baker/index.html.md', true],
    ['content/job-families/kitchen/_index.md', false],
    ['content/job-families/kitchen/overview/baker.md', false],
    ['content/handbook/kitchen/baker.md', false],
    ['content/job-families/kitchen/baker.png', false],
  ])('%s: %s', (path, expected) => {
    expect(indexOf([path]).isFamilyPath(`${root}/${path}`)).toBe(expected);
    expect(indexOf([path]).familyPages()).toEqual(expected ? [`${root}/${path}`] : []);
  });
});

describe('a ref', () => {
  const from = `${root}/content/job-families/kitchen/baker.md`;
  const index = indexOf([
    'content/job-families/kitchen/baker.md',
    'content/job-families/kitchen/cook/_index.md',
    'content/handbook/kitchen/oven.md',
    'content/handbook/garden/oven.md',
  ]);
  it.each([
    ['baker', 'content/job-families/kitchen/baker.md'],
    ['baker.md', 'content/job-families/kitchen/baker.md'],
    ['Baker', 'content/job-families/kitchen/baker.md'],
    ['cook', 'content/job-families/kitchen/cook/_index.md'],
    ['job-families/kitchen/cook', 'content/job-families/kitchen/cook/_index.md'],
    ['/job-families/kitchen/cook/_index.md', 'content/job-families/kitchen/cook/_index.md'],
    ['/handbook/garden/oven', 'content/handbook/garden/oven.md'],
    ['handbook/garden/oven.md', 'content/handbook/garden/oven.md'],
  ])('%s finds %s', (ref, path) => {
    expect(index.pageOfRef(ref, from)).toBe(`${root}/${path}`);
  });

  it.each([['oven'], ['chef'], ['/job-families/garden/baker']])('%s finds none, or no single one', ref => {
    expect(index.pageOfRef(ref, from)).toBeUndefined();
  });

  it('finds the one page of a name as soon as the other is gone', () => {
    const two = indexOf(['content/handbook/kitchen/oven.md', 'content/handbook/garden/oven.md']);
    two.remove(`${root}/content/handbook/garden/oven.md`);
    expect(two.pageOfRef('oven', from)).toBe(`${root}/content/handbook/kitchen/oven.md`);
  });
});

describe('aliases', () => {
  const path = 'content/handbook/kitchen/oven.md';
  const withAliases = (text: string): SiteIndex => {
    const index = indexOf([path]);
    index.readFrontMatter(`${root}/${path}`, text);
    return index;
  };

  it.each([
    ['/handbook/stove/', '/handbook/stove/'],
    ['/handbook/stove', '/handbook/stove/'],
    ['/handbook/stove/index.html', '/handbook/stove/'],
    // Hugo: beside the page, not below it.
    ['stove', '/handbook/kitchen/stove/'],
    ['../stove', '/handbook/stove/'],
  ])('%s leads from %s to the page', (alias, url) => {
    expect(withAliases(`---\ntitle: Oven\naliases:\n  - ${alias}\n---\n`).pageAt(url)).toBe(`${root}/${path}`);
  });

  it('are read behind a byte order mark, and as one value', () => {
    expect(withAliases('\uFEFF---\naliases: /stove/\n---\n').pageAt('/stove/')).toBe(`${root}/${path}`);
  });

  it('are gone when the page no longer has them, or is gone itself', () => {
    const index = withAliases('---\naliases: [/stove/]\n---\n');
    index.readFrontMatter(`${root}/${path}`, '---\ntitle: Oven\n---\n');
    expect(index.pageAt('/stove/')).toBeUndefined();
    index.readFrontMatter(`${root}/${path}`, '---\naliases: [/stove/]\n---\n');
    index.remove(`${root}/${path}`);
    expect(index.pageAt('/stove/')).toBeUndefined();
    expect([...index.urls()]).toEqual([]);
  });
});

it('no URL of a page that is gone is known any more', () => {
  const index = indexOf(['content/handbook/oven.md', 'content/handbook/stove.md']);
  index.remove(`${root}/content/handbook/oven.md`);
  expect([...index.urls()]).toEqual(['/handbook/stove/']);
  expect(index.isGeneratedPage('/handbook/')).toBe(true);
  index.remove(`${root}/content/handbook/stove.md`);
  expect(index.isGeneratedPage('/handbook/')).toBe(false);
});

describe('a link’s destination', () => {
  const at = (markdown: string) =>
    readDestination(
      parsePage(markdown).links[0]!,
      { pageUrl: '/job-families/kitchen/baker/', folderUrl: '/job-families/kitchen/baker/' },
      profile,
    );
  it.each([
    ['[x](#top)', { type: 'site', url: '/job-families/kitchen/baker/', anchor: 'top', absolute: false }],
    ['[x](/handbook/x)', { type: 'site', url: '/handbook/x/', anchor: undefined, absolute: false }],
    ['[x](/handbook/x/index.html#a)', { type: 'site', url: '/handbook/x/', anchor: 'a', absolute: false }],
    ['[x](/handbook//x/?tab=1#a)', { type: 'site', url: '/handbook/x/', anchor: 'a', absolute: false }],
    ['[x](../cook/#senior)', { type: 'site', url: '/job-families/kitchen/cook/', anchor: 'senior', absolute: false }],
    ['[x](senior/)', { type: 'site', url: '/job-families/kitchen/baker/senior/', anchor: undefined, absolute: false }],
    ['[x](/handbook/%C3%BC/#%C3%A4)', { type: 'site', url: '/handbook/ü/', anchor: 'ä', absolute: false }],
    ['[x](/handbook/100%/#5%)', { type: 'site', url: '/handbook/100%/', anchor: '5%', absolute: false }],
    ['[x](https://handbook.gitlab.com/handbook/x#a)', { type: 'site', url: '/handbook/x/', anchor: 'a', absolute: true }],
    ['<https://About.GitLab.com/job-families/>', { type: 'site', url: '/job-families/', anchor: undefined, absolute: true }],
    ['[x](https://about.gitlab.com/pricing/)', { type: 'external' }],
    ['[x](https://example.com/handbook/x/)', { type: 'external' }],
    ['[x](mailto:a@example.com)', { type: 'external' }],
    ['[x](//handbook/x/#a)', { type: 'site', url: '//handbook/x/', anchor: 'a', absolute: true }],
    ['[x](//example.com/x)', { type: 'external' }],
    ['[x](/images/x.png)', { type: 'file', url: '/images/x.png' }],
    ['[x]({{< ref "cook#senior" >}})', { type: 'ref', page: 'cook', anchor: 'senior' }],
    ['[x]({{< relref "#here" >}})', { type: 'site', url: '/job-families/kitchen/baker/', anchor: 'here', absolute: false }],
    ['[x]({{< param "home" >}})', { type: 'external' }],
  ])('%s', (markdown, expected) => {
    expect(at(markdown)).toEqual(expected);
  });
});
