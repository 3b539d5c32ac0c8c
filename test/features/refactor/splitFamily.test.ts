import { describe, expect, it } from 'vitest';
import { memoryRoot } from '../../support/memoryWorkspace.ts';
import { refactor } from './support.ts';

const split = 'refactor.move.jobFamily.splitFamily';
const grade = (number: number): string =>
  `[grade ${number}](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)`;

const folder = 'content/job-families/kitchen/baker';
const family = `//- ${folder}.md
---
title: Baker
---

Bakers make what we eat in the morning.

## Responsibilities

- Bake

## Requirements

- Ability to use GitLab

## Levels<|>

### Baker

The Baker reports to the Manager, Baking. Next is the [Senior Baker](#senior-baker).

#### Baker Job Grade

The Baker is a ${grade(6)}.

### Senior Baker

#### Senior Baker Job Grade

The Senior Baker is a ${grade(7)}.

#### Senior Baker Responsibilities

- Extends the Baker responsibilities
- Teach others

## Performance Indicators

- [Loaves](/handbook/kitchen/#loaves)

## Hiring Process

- A talk
`;
const kitchen = `//- content/handbook/kitchen.md
---
title: Kitchen
---

## Loaves

Counted by [senior bakers](/job-families/kitchen/baker/#senior-baker-responsibilities) and
[all others]({{< ref "/job-families/kitchen/baker#baker" >}}); see [the family](/job-families/kitchen/baker/#requirements).
`;

describe('splitting a family into one page a level', () => {
  it('says what it does', async () => {
    expect(await refactor(family).offered()).toContain('Split into one page a level: 2 pages in the folder “baker”');
  });

  it('makes a page of each level, which has what it had: of its own, over the levels, and of the family', async () => {
    const after = (await refactor(family).all(split))!;
    expect(after[`${folder}/baker.md`]).toBe(`---
title: Baker
---

## Baker

The Baker reports to the Manager, Baking. Next is the [Senior Baker](/job-families/kitchen/baker/senior-baker/#senior-baker).

### Baker Job Grade

The Baker is a ${grade(6)}.

### Baker Responsibilities

- Extends the [Baker](/job-families/kitchen/baker/#responsibilities) responsibilities

### Baker Requirements

- Extends the [Baker](/job-families/kitchen/baker/#requirements) requirements

### Performance Indicators

See the [Performance Indicators of the family](/job-families/kitchen/baker/#performance-indicators).

### Hiring Process

See the [Hiring Process of the family](/job-families/kitchen/baker/#hiring-process).
`);
    expect(after[`${folder}/senior-baker.md`]).toContain(
      '- Extends the [Baker](/job-families/kitchen/baker/baker/#baker) responsibilities\n- Teach others',
    );
  });

  it('leaves the page at its address, with a list of the levels in their place', async () => {
    const after = (await refactor(family).all(split))!;
    expect(after).not.toHaveProperty([`${folder}.md`], expect.anything());
    expect(after[`${folder}/_index.md`]).toContain(`## Levels

- [Baker](/job-families/kitchen/baker/baker/)
- [Senior Baker](/job-families/kitchen/baker/senior-baker/)

## Performance Indicators
`);
  });

  it('leads links of other pages to the new ones', async () => {
    const after = (await refactor(`${family}${kitchen}`).all(split))!;
    const text = after['content/handbook/kitchen.md'];
    expect(text).toContain('(/job-families/kitchen/baker/senior-baker/#senior-baker-responsibilities)');
    expect(text).toContain('{{< ref "/job-families/kitchen/baker/baker#baker" >}}');
    expect(text).toContain('(/job-families/kitchen/baker/#requirements)');
  });

  it('leaves a list page that lacks no grade, since it stands over the levels of its folder', async () => {
    const apart = Object.entries((await refactor(family).all(split))!).sort(([a], [b]) => a.localeCompare(b));
    const { service } = refactor(apart.map(([path, text]) => `//- ${path}\n${text}`).join(''));
    const codesOf = async (path: string) => (await service.findings(`${memoryRoot}/${path}`))!.findings.map(({ code }) => code);
    expect(await codesOf(`${folder}/_index.md`)).not.toContain('missing-job-grade');
    expect(await codesOf(`${folder}/baker.md`)).not.toContain('missing-required-bullet');
  });
});
