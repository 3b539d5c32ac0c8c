import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { LanguageService } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const root = join(import.meta.dirname, '../..');

function openSample(folder: string) {
  const base = join(root, folder);
  const service = new LanguageService(new DiskHost(() => {}), { folders: [pathToFileURL(base).href] });
  const uri = (path: string): string => pathToFileURL(join(base, path)).href;
  const read = (path: string): string => readFileSync(join(base, path), 'utf8');
  const findings = async (path: string) => (await service.findings(uri(path)))!.findings;
  return {
    service,
    uri,
    read,
    findings,
    codes: async (path: string) => (await findings(path)).map(finding => finding.code),
    fixed: async (path: string, code: string) => {
      const finding = (await findings(path)).find(one => one.code === code)!;
      return finding.fixes[0]!.edits[0]!.newText;
    },
    levels: async (path: string) =>
      (await service.exportedFamily(uri(path), one => one))!.model.levels.map(level => [level.title, level.grade]),
  };
}

describe('a company’s own ladder in a plain repository', () => {
  const sample = openSample('sample-plain');
  const tidy = 'job-families/product/product-designer.md';
  const mistakes = 'job-families/bakeries/bakery-manager.md';

  it('is told from its folders, and its own part of the profile is laid over', async () => {
    const { profile } = await sample.service.configuration();
    expect(profile.name).toBe('plain');
    expect(profile.ladder.tables.map(table => table.title)).toEqual(['Steps']);
    expect((await sample.service.familyPages()).map(page => page.split('/').at(-1))).toEqual([
      'bakery-manager.md',
      'product-designer.md',
    ]);
  });

  it('has no finding on its tidy page, whose levels and steps are read', async () => {
    expect(await sample.codes(tidy)).toEqual([]);
    expect(await sample.levels(tidy)).toEqual([
      ['Product Designer', 2],
      ['Senior Product Designer', 3],
    ]);
  });

  it('has the mistakes of the other told, in its own words', async () => {
    expect((await sample.codes(mistakes)).sort()).toEqual([
      'broken-link',
      'grade-order',
      'level-order',
      'missing-required-bullet',
      'missing-section',
      'section-name-typo',
      'unknown-extended-level',
      'unknown-grade',
    ]);
    expect(await sample.fixed(mistakes, 'missing-section')).toMatch(
      /^\n\n#### What you bring\n\n- Kindness to guests and colleagues\n- \{add something/,
    );
    expect(await sample.fixed(mistakes, 'broken-link')).toBe('../product/product-designer.md');
  });
});

describe('the 2026 library', () => {
  const sample = openSample('sample-library');
  const tidy = 'content/job-description-library/finance/payroll-specialist.md';
  const mistakes = 'content/job-description-library/support/support-guide.md';

  it('is told from its folder', async () => {
    expect((await sample.service.configuration()).profile.name).toBe('gitlab-library-2026');
  });

  it('has no finding on its tidy page, whose levels have no grade of their own', async () => {
    expect(await sample.codes(tidy)).toEqual([]);
    expect(await sample.levels(tidy)).toEqual([
      ['Payroll Specialist', null],
      ['Senior Payroll Specialist', null],
    ]);
  });

  it('has the mistakes of the other told', async () => {
    const codes = await sample.codes(mistakes);
    for (const code of ['grade-names-another-level', 'missing-job-grade', 'unknown-extended-level', 'unlinked-grade'])
      expect(codes).toContain(code);
  });

  it('mends a Job Level that leads nowhere as the page’s others are, by fix and by completion', async () => {
    const sentence = (name: string): string =>
      `The ${name} is outlined in the [Job Levels](https://sheets.tideline.example/job-levels) resource.`;
    expect((await sample.fixed(mistakes, 'missing-job-grade')).trim()).toBe(sentence('Staff Support Guide'));
    const text = sample.read(mistakes).replace('### Job Level\n\n### Resp', '### Job Level\n\nThe \n\n### Resp');
    sample.service.setDocument(sample.uri(mistakes), text);
    const position = new LineIndex(text).positionAt(text.indexOf('The \n') + 4);
    const { items } = await sample.service.completion(sample.uri(mistakes), position, { snippets: false });
    expect(items.map(item => (item.textEdit as TextEdit).newText)).toContain(sentence('Staff Support Guide'));
  });
});

it.each([
  [
    ['content/job-families/a/x.md', 'content/job-description-library/a/x.md', 'content/job-description-library/a/y.md'],
    'gitlab-library-2026',
  ],
  [['content/job-families/a/x.md', 'content/job-families/a/_index.md', 'README.md'], 'gitlab'],
  [['source/job-families/a/x/index.html.md'], 'gitlab'],
  [['job-families/x.md'], 'plain'],
  [['docs/x.md'], 'gitlab'],
])('files %s speak for the profile %s', async (paths, name) => {
  const host = new MemoryHost(new Map(paths.map(path => [path, ''])));
  const service = new LanguageService(host, { folders: [memoryRoot] });
  expect((await service.configuration()).profile.name).toBe(name);
});

it('a new grade is linked by ref where the configuration says so and the page has no other link', async () => {
  const path = 'content/job-families/kitchen/cook.md';
  const text = '---\ntitle: Cook\n---\n\n## Job Grade\n\nThe Cook is a grade 6.\n';
  const files = new Map([
    [path, text],
    [gradePage.path, gradePage.text],
    ['.job-family.yaml', 'overrides: { site: { linkStyle: ref } }\n'],
  ]);
  const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
  const [edit] = await service.fixAll(`${memoryRoot}/${path}`);
  expect(edit?.newText).toBe(
    '[grade 6]({{< ref "/handbook/total-rewards/compensation/compensation-calculator#gitlab-job-grades" >}})',
  );
});
