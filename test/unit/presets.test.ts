import { describe, expect, it } from 'vitest';
import type { EditorSettings } from '../../server/src/linkedWorkspace.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { presetNames } from '../../server/src/rules/presets.ts';
import { LanguageService } from '../../server/src/service.ts';
import { defaultPath } from '../support/fixture.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const grade = (level: string, number: number): string =>
  `The ${level} is a [grade ${number}](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) and reports to the Director.`;
const shared = `## Performance Indicators

- [One](#gardener)
- [Two](#gardener)
- [Three](#gardener)

## Career Ladder

There is no next step.

## Hiring Process

- A talk
`;

/** Findings of a page as the editor shows them, as `severity code`. */
async function shown(page: string, settings: EditorSettings = {}, files: Record<string, string> = {}): Promise<string[]> {
  return (await findingsOf(page, settings, files)).map(({ severity, code }) => `${severity} ${code}`);
}

async function findingsOf(
  page: string,
  settings: EditorSettings = {},
  files: Record<string, string> = {},
): Promise<readonly Finding[]> {
  const host = new MemoryHost(new Map(Object.entries({ [defaultPath]: page, [gradePage.path]: gradePage.text, ...files })));
  const service = new LanguageService(host, { folders: [memoryRoot], settings });
  return (await service.findings(`${memoryRoot}/${defaultPath}`))!.findings;
}

const gardener = `---
title: Gardener
---

## Gardener

### Job Grade

${grade('Gardener', 6)}

### Responsibilities

- Water the beds

### Requirements

- Ability to use GitLab
- 3+ years of experience with roses
- At least two years of experience with hedges

${shared}`;

describe('presets', () => {
  it.each(presetNames)('%s reports nothing on a page without mistakes', async preset => {
    const healthy = gardener.replace(/^- .*years.*\n/gm, '- Fast watering\n');
    expect(await shown(healthy, { preset })).toEqual([]);
  });

  it('recommended reports house style as information, once a page, and strict at each place', async () => {
    expect(await shown(gardener)).toEqual(['information years-of-experience']);
    expect(await shown(gardener, { preset: 'strict' })).toEqual(['warning years-of-experience', 'warning years-of-experience']);
  });

  it('pipeline reports only what the CI job or the site lint rejects, as errors', async () => {
    const page = gardener.replace('- Ability to use GitLab\n', '').replace('## Hiring Process\n\n- A talk\n', '');
    expect(await shown(page, { preset: 'pipeline' })).toEqual(['error missing-section', 'error missing-required-bullet']);
    expect(
      await shown(page.replace('## Gardener\n', '## Gardener\n\nSee [it](https://about.gitlab.com/handbook/x/).\n'), {
        preset: 'pipeline',
      }),
    ).toContain('error absolute-site-link');
  });

  it('pipeline leaves out what a rule reports at a lower severity', async () => {
    const page = gardener.replace('- A talk', '- A talk about [this](/handbook/x/)');
    expect(await shown(page, {}, { 'content/handbook/_index.md': '' })).toContain('warning broken-link');
    const partial = page.replace('/handbook/x/', '/handbook/x/y/');
    expect(await shown(partial)).toContain('information broken-link');
    expect(await shown(partial, { preset: 'strict' })).toContain('warning broken-link');
  });

  it('are named in the file, and replaced by the settings of an editor', async () => {
    const strict = { '.job-family.yaml': 'preset: strict\n' };
    expect(await shown(gardener, {}, strict)).toHaveLength(2);
    expect(await shown(gardener, { preset: 'recommended' }, strict)).toHaveLength(1);
  });

  it('let settings of single rules through', async () => {
    expect(await shown(gardener, { rules: { 'years-of-experience': 'error' } })).toEqual([
      'error years-of-experience',
      'error years-of-experience',
    ]);
    expect(await shown(gardener, { rules: { 'years-of-experience': { report: 'each' } } })).toHaveLength(2);
    expect(await shown(gardener, { preset: 'pipeline', rules: { 'years-of-experience': 'hint' } })).toEqual([
      'hint years-of-experience',
    ]);
  });

  it('that do not exist are named, and the default one applies', async () => {
    const files = { '.job-family.yaml': 'preset: loud\n' };
    expect(await shown(gardener, {}, files)).toEqual(['information years-of-experience']);
  });
});

describe('a finding that is reported once a page', () => {
  it('says how often, and names the other places', async () => {
    const [finding] = await findingsOf(gardener);
    expect(finding!.message).toMatch(/\(2 times on this page\)$/);
    expect(finding!.related.map(({ span }) => gardener.slice(span.start, span.end))).toEqual(['At least two years']);
  });

  it('keeps the quick fixes of every place', async () => {
    const page = gardener.replace('- At least two years of experience with hedges', '- 5+ years of experience with hedges');
    const host = new MemoryHost(new Map([[defaultPath, page]]));
    const service = new LanguageService(host, { folders: [memoryRoot] });
    const { lines } = (await service.findings(`${memoryRoot}/${defaultPath}`))!;
    const at = lines.positionAt(page.indexOf('5+ years'));
    const actions = await service.codeActions(`${memoryRoot}/${defaultPath}`, { start: at, end: at });
    expect(actions.some(({ edit }) => edit?.changes !== undefined)).toBe(true);
    expect(actions[0]!.isPreferred).toBe(true);
  });
});

describe('one cause is one finding', () => {
  const level = (name: string, number: number, requirements: string): string => `## ${name}

### Job Grade

${grade(name, number)}

### Responsibilities

- ${name} work

### Requirements

- ${requirements}

`;
  const page = (...levels: string[]): string => `---\ntitle: Gardener\n---\n\n${levels.join('')}${shared}`;
  const placesOf = async (text: string, code: string): Promise<string[]> =>
    (await findingsOf(text))
      .filter(finding => finding.code === code)
      .map(({ span, message, related }) => `${text.slice(span.start, span.end)}: ${message} +${related.length}`);

  it('a required bullet is missing where the chain starts', async () => {
    const chain = page(
      level('Gardener', 6, 'Roses'),
      level('Senior Gardener', 7, 'Extends the Gardener requirements'),
      level('Staff Gardener', 8, 'Extends the Senior Gardener requirements'),
    );
    expect(await placesOf(chain, 'missing-required-bullet')).toEqual([
      'Requirements: The requirements of “Gardener” lack the bullet “Ability to use GitLab”. +2',
    ]);
  });

  it('of levels in a circle it is the first', async () => {
    const circle = page(
      level('Gardener', 6, 'Extends the Senior Gardener requirements'),
      level('Senior Gardener', 7, 'Extends the Gardener requirements'),
    );
    expect(await placesOf(circle, 'missing-required-bullet')).toEqual([
      'Requirements: The requirements of “Gardener” lack the bullet “Ability to use GitLab”. +1',
    ]);
  });

  it('two chains are two findings, three on most levels are one with a fix for all', async () => {
    const two = page(level('Gardener', 6, 'Roses'), level('Manager, Gardening', 8, 'People'));
    expect(await placesOf(two, 'missing-required-bullet')).toHaveLength(2);
    const three = page(
      level('Gardener', 6, 'Roses'),
      level('Senior Gardener', 7, 'Hedges'),
      level('Manager, Gardening', 8, 'People'),
    );
    const findings = (await findingsOf(three)).filter(({ code }) => code === 'missing-required-bullet');
    expect(findings).toHaveLength(1);
    expect(findings[0]!.related).toHaveLength(2);
    expect(findings[0]!.fixes[0]!.edits).toHaveLength(3);
  });

  it('a section that most levels lack is one finding, with the levels as related places', async () => {
    const without = (text: string): string => text.replace(/### Requirements\n\n- .*\n\n/, '');
    const most = page(
      without(level('Gardener', 6, '')),
      without(level('Senior Gardener', 7, '')),
      level('Staff Gardener', 8, 'Ability to use GitLab'),
    );
    expect(await placesOf(most, 'missing-section')).toEqual([
      'Gardener: 2 of the 3 levels have no Requirements section and inherit none. +1',
    ]);
    const one = page(
      without(level('Gardener', 6, '')),
      level('Senior Gardener', 7, 'Ability to use GitLab'),
      level('Staff Gardener', 8, 'Ability to use GitLab'),
    );
    expect(await placesOf(one, 'missing-section')).toHaveLength(1);
  });

  it('grades without links in one table are one finding, and one fix links them all', async () => {
    const table = `---\ntitle: Gardener\n---\n\n## Job Grades\n\n| Title | Grade |\n|---|---|\n| [Gardener](#gardener) | Grade 6 |\n| [Senior Gardener](#senior-gardener) | Grade 7 |\n\n## Gardener\n\n## Senior Gardener\n`;
    expect(await placesOf(table, 'unlinked-grade')).toEqual([
      'Grade 6: 2 grades of this table have no link to the page with the grade table. +1',
    ]);
  });
});
