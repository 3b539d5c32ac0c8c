import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { appliedEdits } from '../support/appliedEdits.ts';
import { readFixture } from '../support/fixture.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

type Aliases = 'ask' | 'always' | 'never';

interface Moved {
  /** Lines that the edits change, as they are afterwards, by the file's path before the move. */
  readonly lines: Record<string, string[]>;
  /** What of it is only offered. */
  readonly offered: string[];
  /** Codes of links that are broken afterwards and were not before. */
  readonly broken: string[];
}

/** Moves a file or folder of a fixture. */
async function moved(source: string, from: string, to: string, leaveAliasOnMove: Aliases = 'never'): Promise<Moved> {
  const { files } = readFixture(source);
  const host = new MemoryHost(new Map([...Object.entries(files), [gradePage.path, gradePage.text] as const]));
  const uri = (path: string): string => `${memoryRoot}/${path}`;
  const service = new LanguageService(host, { folders: [memoryRoot], settings: { leaveAliasOnMove } });
  const brokenLinks = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const page of await service.familyPages())
      for (const finding of (await service.findings(page))?.findings ?? [])
        if (/^broken-/.test(finding.code)) found.push(`${page}: ${finding.message}`);
    return found;
  };
  expect(await brokenLinks()).toEqual([]);
  const edits = await service.moveFiles([{ oldUri: uri(from), newUri: uri(to) }]);
  const after = appliedEdits(edits, one => files[one.slice(memoryRoot.length + 1)]!);
  const lines: Record<string, string[]> = {};
  for (const [one, text] of after) {
    const path = one.slice(memoryRoot.length + 1);
    const before = new Set(files[path]!.split('\n'));
    lines[path] = text.split('\n').filter(line => !before.has(line));
    host.files.set(path, text);
  }
  const gone = await service.filesMoved([{ oldUri: uri(from), newUri: uri(to) }]);
  for (const path of [...host.files.keys()]) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    host.files.set(to + path.slice(from.length), host.files.get(path)!);
    host.files.delete(path);
  }
  for (const one of [...gone, ...after.keys()]) await service.fileChanged(one);
  return { lines, offered: edits.filter(edit => edit.reason === 'alias').map(edit => edit.newText), broken: await brokenLinks() };
}

const baker = 'content/job-families/kitchen/baker.md';
const kitchen = `//- content/job-families/kitchen/baker.md
---
title: Baker
---

## Job Grade

The Baker is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Responsibilities

- Talks to the [Cook](../cook/#job-grade), the [Cook](/job-families/kitchen/cook/) and [oneself](#job-grade)
- Reads [how]({{< ref "cook" >}}) and [this]({{< ref "./cook#job-grade" >}}), see [above](../baker/#job-grade)
//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Job Grade

The Cook is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Responsibilities

- Talks to the [Baker](../baker/#job-grade), the [Baker](/job-families/kitchen/baker?x=1#job-grade)
- Or <a href="/job-families/kitchen/baker/">them</a>, [here](https://handbook.gitlab.com/job-families/kitchen/baker/#job-grade)
- And [a]({{< ref "baker" >}}), [b]({{< relref "baker.md#job-grade" >}}), [c]({{< ref "/job-families/kitchen/baker" >}}) or \`[d](../baker/)\`
//- data/job_families.yml
- title: Baker
  description: /job-families/kitchen/baker/
`;

describe('a page that moves', () => {
  it('takes along the links to it and the links on it, each in the form it has', async () => {
    const { lines, broken } = await moved(kitchen, baker, 'content/job-families/bakery/bread/oven-baker.md');
    expect(lines).toEqual({
      [baker]: [
        '- Talks to the [Cook](../../../kitchen/cook/#job-grade), the [Cook](/job-families/kitchen/cook/) and [oneself](#job-grade)',
        '- Reads [how]({{< ref "cook" >}}) and [this]({{< ref "job-families/kitchen/cook#job-grade" >}}), see [above](./#job-grade)',
      ],
      'content/job-families/kitchen/cook.md': [
        '- Talks to the [Baker](../../bakery/bread/oven-baker/#job-grade), the [Baker](/job-families/bakery/bread/oven-baker?x=1#job-grade)',
        '- Or <a href="/job-families/bakery/bread/oven-baker/">them</a>, [here](https://handbook.gitlab.com/job-families/bakery/bread/oven-baker/#job-grade)',
        '- And [a]({{< ref "oven-baker" >}}), [b]({{< relref "oven-baker.md#job-grade" >}}), [c]({{< ref "/job-families/bakery/bread/oven-baker" >}}) or `[d](../baker/)`',
      ],
      'data/job_families.yml': ['  description: /job-families/bakery/bread/oven-baker/'],
    });
    expect(broken).toEqual([]);
  });

  it('with its folder leaves alone the links within the folder', async () => {
    const { lines, broken } = await moved(kitchen, 'content/job-families/kitchen', 'content/job-families/bakery');
    expect(lines).toEqual({
      [baker]: ['- Talks to the [Cook](../cook/#job-grade), the [Cook](/job-families/bakery/cook/) and [oneself](#job-grade)'],
      'content/job-families/kitchen/cook.md': [
        '- Talks to the [Baker](../baker/#job-grade), the [Baker](/job-families/bakery/baker?x=1#job-grade)',
        '- Or <a href="/job-families/bakery/baker/">them</a>, [here](https://handbook.gitlab.com/job-families/bakery/baker/#job-grade)',
        '- And [a]({{< ref "baker" >}}), [b]({{< relref "baker.md#job-grade" >}}), [c]({{< ref "/job-families/bakery/baker" >}}) or `[d](../baker/)`',
      ],
      'data/job_families.yml': ['  description: /job-families/bakery/baker/'],
    });
    expect(broken).toEqual([]);
  });

  it('that gives itself its address changes no link', async () => {
    const fixed = kitchen
      .replace('title: Baker\n', 'title: Baker\nurl: /job-families/kitchen/baker/\n')
      .replace(/- And .*\n/, '');
    const { lines, broken } = await moved(fixed, baker, 'content/job-families/kitchen/bread-baker.md', 'always');
    expect(lines).toEqual({});
    expect(broken).toEqual([]);
  });

  it('is renamed in links of a repository’s view by its file', async () => {
    const plain = `//- .job-family.yaml
profile: plain
//- job-families/kitchen/baker.md
# Baker

## Level

See [the cook](cook.md) and [the guide](../../guides/a.md#b).
//- job-families/kitchen/cook.md
# Cook

See [the baker](baker.md#level) or [the baker](./baker.md).
//- guides/a.md
# B

See [the baker](../job-families/kitchen/baker.md).
`;
    const { lines } = await moved(plain, 'job-families/kitchen/baker.md', 'job-families/oven-baker.md', 'always');
    expect(lines).toEqual({
      'job-families/kitchen/baker.md': ['See [the cook](kitchen/cook.md) and [the guide](../guides/a.md#b).'],
      'job-families/kitchen/cook.md': ['See [the baker](../oven-baker.md#level) or [the baker](../oven-baker.md).'],
      'guides/a.md': ['See [the baker](../job-families/oven-baker.md).'],
    });
  });
});

describe('the old address', () => {
  const to = 'content/job-families/kitchen/bread-baker.md';
  const lone = (frontMatter: string): string => `//- ${baker}\n---\ntitle: Baker\n${frontMatter}---\n\n## Job Grade\n`;

  it('is offered as an alias, and left only where that is wanted', async () => {
    expect(await moved(lone(''), baker, to, 'ask')).toMatchObject({ offered: ['aliases: [/job-families/kitchen/baker/]\n'] });
    const always = await moved(lone(''), baker, to, 'always');
    expect(always).toMatchObject({ offered: [], lines: { [baker]: ['aliases: [/job-families/kitchen/baker/]'] } });
    expect(await moved(lone(''), baker, to, 'never')).toMatchObject({ offered: [], lines: {} });
  });

  it.each([
    ['aliases: [/a/, /b/]\n', ['aliases: [/a/, /b/, /job-families/kitchen/baker/]']],
    ['aliases: []\n', ['aliases: [/job-families/kitchen/baker/]']],
    ['aliases: /a/\n', ['aliases: [/a/, /job-families/kitchen/baker/]']],
    ['aliases:\n  - /a/\n  - /b/\nlayout: x\n', ['  - /job-families/kitchen/baker/']],
    ['aliases:\n- /a/\n', ['- /job-families/kitchen/baker/']],
    ['aliases:\n', ['aliases: [/job-families/kitchen/baker/]']],
  ])('is added to %j', async (frontMatter, expected) => {
    expect((await moved(lone(frontMatter), baker, to, 'always')).lines).toEqual({ [baker]: expected });
  });

  it('is not left where another page takes it over', async () => {
    const { offered } = await moved(
      `${kitchen}//- content/job-families/x/_index.md\n---\ntitle: X\naliases: [/job-families/kitchen/baker/]\n---\n`,
      baker,
      to,
      'ask',
    );
    expect(offered).toEqual([]);
  });
});
