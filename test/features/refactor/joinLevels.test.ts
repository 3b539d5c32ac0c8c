import { describe, expect, it } from 'vitest';
import { refactor } from './support.ts';

const split = 'refactor.move.jobFamily.splitFamily';
const join = 'refactor.move.jobFamily.joinLevels';
const grade = (number: number): string =>
  `[grade ${number}](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)`;

const folder = 'content/job-families/kitchen/baker';
const list = `---
title: Baker
---

Bakers make what we eat. Others are [Senior Bakers](/job-families/kitchen/baker/senior/).

## Job Grade

The Baker is a ${grade(6)}.

## Responsibilities

- Bake

## Requirements

- Ability to use GitLab
`;
const senior = `---
title: Senior Baker
aliases: [/jobs/senior-baker/]
---

## Job Grade

The Senior Baker is a ${grade(7)}.

## Responsibilities

- Teach

## Requirements

- Extends the [Baker](/job-families/kitchen/baker/#requirements) requirements
`;
const others = `//- content/handbook/kitchen.md
---
title: Kitchen
---

[What seniors do](/job-families/kitchen/baker/senior/#responsibilities), and [who they are](/job-families/kitchen/baker/senior/).
`;
const pages = `//- ${folder}/_index.md\n<|>${list}//- ${folder}/senior.md\n${senior}${others}`;

describe('joining the level pages of a folder', () => {
  it('says what it does', async () => {
    expect(await refactor(pages).offered()).toContain('Join the level page of this folder into one page');
  });

  it('makes levels of the pages, in the order of their grades, where one shares nothing with the others by standing over them', async () => {
    const after = (await refactor(pages).all(join))!;
    const text = after[`${folder}.md`]!;
    expect(text).toContain('## Baker\n\n### Job Grade\n');
    expect(text).toContain('## Senior Baker\n\n### Job Grade\n');
    expect(text.indexOf('## Senior Baker')).toBeGreaterThan(text.indexOf('- Bake\n'));
    expect(text).toContain('- Extends the [Baker](#requirements) requirements');
  });

  it('leads links to the pages to their headings, and keeps the addresses that they had', async () => {
    const after = (await refactor(pages).all(join))!;
    expect(after['content/handbook/kitchen.md']).toContain('(/job-families/kitchen/baker/#responsibilities-1)');
    expect(after['content/handbook/kitchen.md']).toContain('(/job-families/kitchen/baker/#senior-baker)');
    expect(after[`${folder}.md`]).toContain('aliases: [/jobs/senior-baker/, /job-families/kitchen/baker/senior/]');
  });

  it('is not offered where the folder has no page of a level, and not made where a page has several', async () => {
    expect((await refactor(`//- ${folder}/_index.md\n<|>${list}`).offered()).join()).not.toContain('Join');
    const two = `${senior}\n## Staff Baker\n\n### Job Grade\n\nThe Staff Baker is a ${grade(8)}.\n`;
    expect(await refactor(`//- ${folder}/_index.md\n<|>${list}//- ${folder}/senior.md\n${two}`).all(join)).toBeUndefined();
  });

  it('gives back the page that was split, a specialty with sections of its own behind the levels', async () => {
    const family = `---
title: Baker
---

## Responsibilities

- Bake

## Levels

### Junior Baker

#### Junior Baker Job Grade

The Junior Baker is a ${grade(5)}.

#### Junior Baker Responsibilities

- Learn

### Baker

#### Baker Job Grade

The Baker is a ${grade(6)}.

#### Baker Responsibilities

- Extends the Junior Baker responsibilities
- Write down what was learnt

## Specialties

### Bread

#### Bread Responsibilities

- Bake bread

## Hiring Process

- A talk
`;
    const apart = (await refactor(`//- ${folder}.md\n${family.replace('## Levels', '## Levels<|>')}`).all(split))!;
    const [first, ...rest] = Object.entries(apart).sort(([a], [b]) => a.localeCompare(b));
    expect(first![0]).toBe(`${folder}/_index.md`);
    const source = [[first![0], `<|>${first![1]}`], ...rest].map(([path, text]) => `//- ${path}\n${text}`).join('');
    const { service, all } = refactor(source);
    service.configure({ leaveAliasOnMove: 'never' });
    expect((await all(join))![`${folder}.md`]).toBe(family);
  });
});
