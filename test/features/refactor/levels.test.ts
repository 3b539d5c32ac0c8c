import { describe, expect, it } from 'vitest';
import { memoryRoot } from '../../support/memoryWorkspace.ts';
import { refactor } from './support.ts';

const sort = 'refactor.rewrite.jobFamily.sortLevels';
const add = 'refactor.rewrite.jobFamily.addLevel';
const grade = (number: number): string =>
  `[grade ${number}](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)`;

const senior = `### Senior Baker

#### Job Grade

The Senior Baker is a ${grade(7)}.

#### Responsibilities

- Extends the Baker responsibilities
- Teach`;

const baker = `### Baker

#### Job Grade

The Baker is a ${grade(6)}.

#### Responsibilities

- Bake bread`;

const manager = `### Manager, Baking

#### Job Grade

The Manager, Baking is a ${grade(8)}.

#### Responsibilities

- Lead bakers`;

const page = (...levels: readonly string[]): string =>
  `---\ntitle: Baker\n---\n\n## Levels\n\n${levels.join('\n\n')}\n\n## Hiring Process\n\n- A talk\n`;

const cursor = (text: string, at: string): string => text.replace(at, `${at}<|>`);

describe('sorting levels by grade', () => {
  it('moves whole levels, and each track keeps its place', async () => {
    const refactored = refactor(cursor(page(manager, senior, baker), '### Senior'));
    expect(await refactored.after(sort)).toBe(page(manager, baker, senior));
  });

  it('is offered on the heading over the levels too, and nowhere within a level', async () => {
    expect(await refactor(cursor(page(senior, baker), '## Levels')).offered()).toContain('Sort the levels by grade');
    expect(await refactor(cursor(page(senior, baker), 'Teach')).offered()).not.toContain('Sort the levels by grade');
  });

  it('is not offered where they are in order: applied twice it does nothing more', async () => {
    expect(await refactor(cursor(page(baker, senior, manager), '### Senior')).offered()).not.toContain(
      'Sort the levels by grade',
    );
  });

  it('leaves the line ends of a page and what stands between levels alone', async () => {
    const text = page(`${senior}\n\n<!-- nobody knows -->`, baker);
    const after = await refactor(cursor(text, '### Senior'), '\r\n').after(sort);
    expect(after).toBe(page(baker, `${senior}\n\n<!-- nobody knows -->`).replaceAll('\n', '\r\n'));
  });

  it('lets links follow sections whose ids are numbered, here and on other pages', async () => {
    const other = 'content/handbook/baking.md';
    const refactored = refactor(
      `${cursor(page(senior, `${baker}\n- [Teach](#responsibilities)`), '### Senior')}//- ${other}
---
title: Baking
---

See [what bakers do](/job-families/department/family/#responsibilities-1) and [seniors]({{< ref "family#responsibilities" >}}).
`,
    );
    const after = (await refactored.all(sort))!;
    expect(after[refactored.path]).toBe(page(`${baker}\n- [Teach](#responsibilities-1)`, senior));
    expect(after[other]).toContain('family/#responsibilities)');
    expect(after[other]).toContain('{{< ref "family#responsibilities-1" >}}');
  });

  it('is not made where a level would lose something: a fence that nobody closed would swallow what comes behind it', async () => {
    const refactored = refactor(cursor(page(senior, `${baker}\n\n\`\`\`\nnever closed`), '### Senior'));
    expect(await refactored.after(sort)).toBeUndefined();
  });

  it('is not offered where a level stands within another', async () => {
    const refactored = refactor(cursor(page(senior, baker).replace('### Baker', '#### Baker'), '### Senior'));
    expect(await refactored.offered()).not.toContain('Sort the levels by grade');
  });
});

describe('adding the next level', () => {
  it('puts its skeleton behind the levels below it', async () => {
    const refactored = refactor(cursor(page(baker, manager), '### Baker'));
    expect(await refactored.offered()).toContain('Add the level “Senior Baker”');
    const after = (await refactored.after(add))!;
    expect(after).toContain(`- Bake bread\n\n### Senior Baker\n`);
    expect(after).toContain(`The Senior Baker is a ${grade(7)}.`);
    expect(after).toContain('- Extends the Baker responsibilities');
    expect(after.indexOf('### Senior Baker')).toBeLessThan(after.indexOf('### Manager, Baking'));
  });

  it('leaves out what the page has, and is offered on the heading over the levels for the highest of them', async () => {
    expect(await refactor(cursor(page(baker, senior), '### Baker')).offered()).toContain('Add the level “Staff Baker”');
    expect(await refactor(cursor(page(baker, senior), '## Levels')).offered()).toContain('Add the level “Staff Baker”');
  });

  it('follows the track of the level that the cursor is on', async () => {
    const refactored = refactor(cursor(page(baker, manager), '### Manager, Baking'));
    expect(await refactored.offered()).toContain('Add the level “Senior Manager, Baking”');
    expect(await refactored.after(add)).toContain('- Lead bakers\n\n### Senior Manager, Baking\n');
  });

  it('is offered where the whole line of the heading is selected, its line end too', async () => {
    const { service, path } = refactor(page(baker));
    const line = page(baker).split('\n').indexOf('### Baker');
    const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
    expect((await service.refactorings(`${memoryRoot}/${path}`, range)).map(({ kind }) => kind)).toContain(add);
  });

  it('writes the line ends of the page', async () => {
    const after = (await refactor(cursor(page(baker), '### Baker'), '\r\n').after(add))!;
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
