import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { appliedEdits } from '../support/appliedEdits.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const uriOf = (path: string): string => `${memoryRoot}/${path.split('/').map(encodeURIComponent).join('/')}`;

function open(target: string, links: string) {
  const files = new Map([
    ['.job-family.yaml', 'profile: plain\n'],
    [`job-families/${target}`, '# Clockmaker\n\n## Goals\n\nWe measure time.\n'],
    ['job-families/baker.md', `# Baker\n\n${links}\n`],
  ]);
  const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
  const broken = async () =>
    (await service.findings(uriOf('job-families/baker.md')))!.findings
      .filter(finding => finding.code === 'broken-link')
      .map(finding => finding.message);
  return { files, service, broken };
}

describe('links of a plain repository to files whose names are encoded', () => {
  it.each([
    ['spaces', 'Clock Maker.md', '[a](Clock%20Maker.md) [b](Clock%20Maker.md#goals) [c](<Clock Maker.md#goals>)'],
    ['umlauts', 'Türmer.md', '[a](T%C3%BCrmer.md) [b](Türmer.md#goals)'],
    ['brackets', 'Maker (clocks).md', '[a](Maker%20%28clocks%29.md) [b](<Maker (clocks).md#goals>)'],
    ['a number sign', 'C# maker.md', '[a](C%23%20maker.md#goals)'],
    ['a question mark', 'Who?.md', '[a](Who%3F.md#goals)'],
  ])('with %s lead to them', async (_, target, links) => {
    expect(await open(target, links).broken()).toEqual([]);
  });

  it('are broken if the file does not exist', async () => {
    expect(await open('Clock Maker.md', '[a](Clock%20Makers.md)').broken()).toHaveLength(1);
  });

  it.each(['Watch Maker.md', 'Watch (maker).md', 'C# maker.md', 'Who?.md', 'made/watch.md'])(
    'follow a file that moves to %s',
    async to => {
      const { files, service } = open(
        'Clock Maker.md',
        '[a](Clock%20Maker.md) [b](Clock%20Maker.md#goals) [c](<Clock Maker.md#goals>)',
      );
      const edits = await service.moveFiles([
        { oldUri: uriOf('job-families/Clock Maker.md'), newUri: uriOf(`job-families/${to}`) },
      ]);
      const path = 'job-families/baker.md';
      const text = appliedEdits(edits, one => files.get(decodeURIComponent(one.slice(memoryRoot.length + 1)))!).get(uriOf(path))!;
      const after = open(to, text.split('\n')[2]!);
      expect(await after.broken()).toEqual([]);
      expect(text).not.toContain('Clock');
    },
  );
});
