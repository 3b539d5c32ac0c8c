import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../server/src/configuration/baseline.ts';
import type { EditorSettings } from '../../server/src/linkedWorkspace.ts';
import { speakWith } from '../../server/src/lsp/localization.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { LanguageService } from '../../server/src/service.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { defaultPath } from '../support/fixture.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const page = `---
title: Editor
---

## Job Grade

The Editor is a grade 6.

## Responsibilties

- Edit [texts](/handbook/texts/)
`;
const uri = `${memoryRoot}/${defaultPath}`;

function open(files: Record<string, string>, settings: EditorSettings = {}) {
  const host = new MemoryHost(new Map(Object.entries({ [defaultPath]: page, [gradePage.path]: gradePage.text, ...files })));
  const service = new LanguageService(host, { folders: [memoryRoot], settings });
  const codes = async (): Promise<string[]> => (await service.findings(uri))!.findings.map(finding => finding.code);
  const change = async (path: string, text: string | undefined): Promise<void> => {
    if (text === undefined) host.files.delete(path);
    else host.files.set(path, text);
    await service.fileChanged(`${memoryRoot}/${path}`);
  };
  return { host, service, codes, change };
}

describe('.job-family.yaml', () => {
  it('turns rules off and makes them graver, and changes apply at once', async () => {
    const { service, codes, change } = open({
      '.job-family.yaml': 'rules:\n  unlinked-grade: off\n  section-name-typo: error\n',
    });
    expect(await codes()).not.toContain('unlinked-grade');
    const typo = (await service.findings(uri))!.findings.find(finding => finding.code === 'section-name-typo');
    expect(typo?.severity).toBe('error');
    await change('.job-family.yaml', undefined);
    expect(await codes()).toContain('unlinked-grade');
  });

  it('counts as it stands in the editor, and what is no YAML for a moment changes nothing', async () => {
    const { service, codes } = open({ '.job-family.yaml': 'rules: { unlinked-grade: off }\n' });
    expect(await codes()).not.toContain('unlinked-grade');
    service.setDocument(`${memoryRoot}/.job-family.yaml`, 'rules: { unlinked-grade: off, broken-link: \n');
    expect(await codes()).not.toContain('unlinked-grade');
    service.setDocument(`${memoryRoot}/.job-family.yaml`, 'rules: { broken-link: off }\n');
    expect(await codes()).toContain('unlinked-grade');
    expect(await codes()).not.toContain('broken-link');
    await service.closeDocument(`${memoryRoot}/.job-family.yaml`);
    expect(await codes()).not.toContain('unlinked-grade');
  });

  it('is overridden by the editor’s settings, rule by rule', async () => {
    const { service, codes } = open(
      { '.job-family.yaml': 'rules: { unlinked-grade: off, broken-link: off }\n' },
      { rules: { 'broken-link': 'hint' } },
    );
    expect(await codes()).toContain('broken-link');
    expect(await codes()).not.toContain('unlinked-grade');
    service.configure({});
    expect(await codes()).not.toContain('broken-link');
  });

  it('changes the profile: another name of a section, another required bullet', async () => {
    const changes = `overrides:
  sections:
    add:
      - { kind: responsibilities, canonical: Duties, spellings: [Duties, Responsibilties] }
`;
    const { codes } = open({ '.job-family.yaml': changes });
    expect(await codes()).not.toContain('section-name-typo');
  });

  it.each([
    ['a profile that is not there', 'profile: gitlub\n', 'no profile “gitlub”'],
    ['a file that is not there', 'profile: ./ours.yaml\n', 'cannot be read'],
    ['changes that leave no profile', 'overrides: { grades: { patterns: ["("] } }\n', 'not a valid regular expression'],
    ['no YAML', 'rules: [\n', 'no valid YAML'],
  ])('%s is told, and the rest goes on', async (_, text, told) => {
    const { host, codes } = open({ '.job-family.yaml': text });
    expect(await codes()).toContain('unlinked-grade');
    expect(host.logged.join('\n')).toContain(told);
  });

  it('a profile of the workspace is read from its file, over its base, and followed', async () => {
    const ours = 'base: gitlab\nname: ours\ntitle: Ours\nrequired: { sections: [responsibilities], bullets: [] }\n';
    const { codes, change } = open({ '.job-family.yaml': 'profile: profiles/ours.yaml\n', 'profiles/ours.yaml': ours });
    expect((await codes()).filter(code => code === 'missing-section')).toHaveLength(0);
    await change('profiles/ours.yaml', ours.replace('[responsibilities]', '[responsibilities, requirements]'));
    expect((await codes()).filter(code => code === 'missing-section')).toHaveLength(1);
  });
});

describe('the baseline', () => {
  it('keeps present findings back wherever their lines move to, tells new ones, and what is gone', async () => {
    const { service, codes, change } = open({});
    const text = await service.baselineText([uri]);
    await change('.job-family-baseline.json', text);
    expect(await codes()).toEqual([]);
    service.setDocument(uri, page.replace('## Job Grade', 'An editor edits.\n\n## Job Grade').replace('a grade 6', 'grade 6'));
    expect(await codes()).toEqual([]);
    service.setDocument(uri, `${page}- Read [more](/handbook/more/)\n`);
    expect(await codes()).toEqual(['broken-link']);
    service.setDocument(uri, page.replace('Responsibilties', 'Responsibilities'));
    const { gone } = (await service.findings(uri))!;
    expect(gone.map(entry => entry.code)).toContain('section-name-typo');
  });

  it('shows what it keeps back as hints where the setting says so', async () => {
    const { service, change } = open({}, { showBaselined: true });
    await change('.job-family-baseline.json', await service.baselineText([uri]));
    const shown = await service.diagnostics(uri);
    expect(shown.length).toBeGreaterThan(2);
    expect(new Set(shown.map(one => one.severity))).toEqual(new Set([4]));
  });

  it('keeps what it holds of pages that are not written anew', async () => {
    const other = 'content/job-families/department/other.md';
    const { service, change } = open({ [other]: page });
    await change('.job-family-baseline.json', await service.baselineText([`${memoryRoot}/${other}`]));
    const both = JSON.parse(await service.baselineText([uri])) as { pages: Record<string, unknown> };
    expect(Object.keys(both.pages).sort()).toEqual([defaultPath, other].sort());
  });

  it.each([
    ['profile: gitlub\n', 'There is no profile “{0}”. There are {1}, and the path of a file of your own.'],
    ['profile: ./ours.yaml\n', 'The profile {0} cannot be read. Its path is relative to the folder of {1}.'],
  ])('knows again in another language that the configuration as a whole is wrong: %s', async (text, message) => {
    const { service, change } = open({ '.job-family.yaml': text });
    const note = async (): Promise<Finding> => (await service.findings(`${memoryRoot}/.job-family.yaml`))!.findings[0]!;
    const inEnglish = await note();
    speakWith({ [message]: 'So geht das nicht: {0}.' });
    await change('.job-family.yaml', text);
    const inGerman = await note();
    speakWith({});
    expect(inGerman.message).toMatch(/^So geht das nicht/);
    expect(inEnglish.message).not.toMatch(/^So geht das nicht/);
    expect(fingerprintOf(inGerman, text)).toBe(fingerprintOf(inEnglish, text));
  });

  it('that is damaged is passed over, and said', async () => {
    const { host, codes } = open({ '.job-family-baseline.json': '{' });
    expect(await codes()).toContain('unlinked-grade');
    expect(host.logged.join('\n')).toContain('no baseline');
  });
});

describe('fixing all', () => {
  it('makes every safe fix, leaves the rest byte for byte, and finds nothing the second time', async () => {
    const { service } = open({});
    const fixed = applySpanEdits(page, await service.fixAll(uri));
    expect(fixed).toBe(
      page
        .replace('a grade 6', 'a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)')
        .replace('Responsibilties', 'Responsibilities'),
    );
    service.setDocument(uri, fixed);
    expect(await service.fixAll(uri)).toEqual([]);
    expect(await service.fixAllAction(uri)).toBeUndefined();
  });

  it('of one kind is offered where there are several, with the comments that turn a rule off at the end', async () => {
    const twice = page.replace('a grade 6.', 'a grade 6. It was a grade 5.');
    const { service } = open({ [defaultPath]: `${twice}\n## Requirments\n\n- Read\n` });
    const at = { line: twice.split('\n').indexOf('## Responsibilties'), character: 4 };
    const titles = (await service.codeActions(uri, { start: at, end: at })).map(action => action.title);
    expect(titles).toEqual([
      'Change to “Responsibilities”',
      'Fix all 2 findings of “section-name-typo” on this page',
      'Turn “section-name-typo” off for this line',
      'Turn “section-name-typo” off on this page',
    ]);
  });

  it.each(['for this line', 'on this page'])(
    'a finding that is turned off %s is told no more, and the comment is no unused one',
    async where => {
      const { service } = open({});
      for (const finding of (await service.findings(uri))!.findings) {
        const range = (await service.findings(uri))!.lines.rangeOf(finding.span);
        const action = (await service.codeActions(uri, { start: range.start, end: range.start })).find(
          one => one.title === `Turn “${finding.code}” off ${where}`,
        );
        if (!action) continue;
        const { newText } = action.edit!.changes![uri]![0]!;
        const offset = (await service.findings(uri))!.lines.offsetAt(action.edit!.changes![uri]![0]!.range.start);
        service.setDocument(uri, page.slice(0, offset) + newText + page.slice(offset));
        const left = (await service.findings(uri))!.findings;
        expect(
          left.map(one => one.code),
          finding.code,
        ).not.toContain('unused-suppression');
        expect(left.filter(one => one.code === finding.code && one.message === finding.message)).toEqual([]);
        service.setDocument(uri, page);
      }
    },
  );

  it.each([
    ['baseline', '5'],
    ['baseline', '[a, b]'],
    ['baseline', 'null'],
    ['baseline', '{ a: 1 }'],
    ['profile', '7'],
    ['profile', '[gitlab]'],
    ['rules', 'off'],
    ['rules', '[broken-link]'],
    ['rules', '3'],
    ['words', 'none'],
    ['words', '[none]'],
    ['words', '{ vacancy: 5 }'],
    ['overrides', 'true'],
    ['overrides', '{ pages: [x] }'],
    ['overrides', '{ grades: 5, sections: 6, seniority: [7] }'],
  ])('%s: %s is a finding at its place, and the pages are checked', async (key, value) => {
    const yaml = key === 'rules' ? `rules: ${value}\n` : `rules: {}\n${key}: ${value}\n`;
    const { service, codes } = open({ '.job-family.yaml': yaml });
    expect(await codes()).toContain('section-name-typo');
    const { findings } = (await service.findings(`${memoryRoot}/.job-family.yaml`))!;
    expect(findings.map(finding => finding.code)).toContain('invalid-configuration');
    expect(findings.every(({ span }) => span.start >= yaml.indexOf(`${key}:`))).toBe(true);
    expect(await service.diagnostics(uri)).not.toEqual([]);
  });

  it('a pattern that cannot be used is a finding at its place', async () => {
    const yaml = "words:\n  vacancy: { add: ['(?<!no )fun', 'we\\s+hire'] }\n";
    const { service, codes } = open({ '.job-family.yaml': yaml });
    const { findings } = (await service.findings(`${memoryRoot}/.job-family.yaml`))!;
    expect(findings.map(({ span, message }) => [yaml.slice(span.start, span.end), message])).toEqual([
      ["'(?<!no )fun'", expect.stringMatching(/lookaround/)],
    ]);
    expect(await codes()).toContain('section-name-typo');
  });
});
