import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { canonicalUri } from '../../server/src/workspace/canonicalUri.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

describe('two spellings of a URI are one', () => {
  it.each([
    ['file:///a/b (c)+d,e.md', 'file:///a/b%20%28c%29%2Bd%2Ce.md'],
    ['file:///C:/handbook/a.md', 'file:///c%3A/handbook/a.md'],
    ['file:///a/%C3%BC.md', 'file:///a/ü.md'],
  ])('%s and %s', (one, other) => {
    expect(canonicalUri(one)).toBe(canonicalUri(other));
  });

  it.each([['file:///a/100%.md'], ['untitled:Untitled-1'], ['file:///a/b-c_d.md']])('%s is left alone', uri => {
    expect(canonicalUri(uri)).toBe(uri);
  });
});

it('a page that the editor spells in its own way stands over the file', async () => {
  const link = 'content/job-families/kitchen/cook.md';
  const files = new Map([
    ['content/job-families/kitchen/baker (bread).md', '---\ntitle: Baker\n---\n\n## Old\n'],
    [link, '---\ntitle: Cook\n---\n\nSee [bread](/job-families/kitchen/baker-bread/#new).\n'],
  ]);
  const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
  const codes = async (): Promise<string[]> =>
    (await service.findings(`${memoryRoot}/${link}`))!.findings.map(finding => finding.code);
  expect(await codes()).toContain('broken-link');
  service.setDocument(`${memoryRoot}/content/job-families/kitchen/baker%20%28bread%29.md`, '---\ntitle: Baker\n---\n\n## New\n');
  expect(await codes()).not.toContain('broken-link');
});
