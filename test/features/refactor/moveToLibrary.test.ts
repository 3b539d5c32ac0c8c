import { describe, expect, it } from 'vitest';
import { memoryRoot } from '../../support/memoryWorkspace.ts';
import { refactor } from './support.ts';

const move = 'refactor.move.jobFamily.toSuccessor';
const sentence = (name: string, number: number): string =>
  `The ${name} is a [grade ${number}](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).`;
const path = 'content/job-families/kitchen/baker.md';
const moved = 'content/job-description-library/kitchen/baker.md';
const baker = `//- ${path}
---
title: <|>Baker
---

## Baker

### Job Grade

${sentence('Baker', 6)} See also the [senior grade](#senior-baker-job-grade).

### Responsibilities

- Bake

## Senior Baker

### Senior Baker Job Grade

${sentence('Senior Baker', 7)}

### Responsibilities

- Extends the Baker responsibilities
`;
const others = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Cook

### Job Grade

${sentence('Cook', 6)}

### Responsibilities

- Extends the responsibilities of the [Baker](/job-families/kitchen/baker/#baker)

### Grades of Others

See [bakers](/job-families/kitchen/baker/#job-grade) and [seniors](../baker/#senior-baker-job-grade).
`;

describe('moving a page to the 2026 job description library', () => {
  it('says where to, and that grade sentences stay', async () => {
    expect(await refactor(baker).offered()).toContain('Move to the 2026 job description library, grade sentences as they are');
  });

  it('moves the file and calls its sections as they are called there, links to them too', async () => {
    const { service, all } = refactor(baker);
    service.configure({ leaveAliasOnMove: 'never' });
    const text = (await all(move))![moved]!;
    expect(text).toContain(`### Job Level\n\n${sentence('Baker', 6)} See also the [senior grade](#senior-baker-job-level).`);
    expect(text).toContain(`### Senior Baker Job Level\n\n${sentence('Senior Baker', 7)}`);
    expect(text.replaceAll('Job Level', 'Job Grade').replaceAll('job-level', 'job-grade')).toBe(
      baker.replace('<|>', '').replace(/^.*\n/, ''),
    );
  });

  it('takes the links of other pages along, and what they take over from it', async () => {
    const cook = (await refactor(`${baker}${others}`).all(move))!['content/job-families/kitchen/cook.md']!;
    expect(cook).toContain('(/job-description-library/kitchen/baker/#baker)');
    expect(cook).toContain('(/job-description-library/kitchen/baker/#job-level)');
    expect(cook).toContain('(../../../job-description-library/kitchen/baker/#senior-baker-job-level)');
    expect(cook).toContain('### Job Grade');
  });

  it('leaves an alias where that is wanted', async () => {
    const { service, all } = refactor(baker);
    service.configure({ leaveAliasOnMove: 'always' });
    expect((await all(move))![moved]).toContain('aliases: [/job-families/kitchen/baker/]');
  });

  it('is offered nowhere in the library, and not made where that has such a page', async () => {
    expect((await refactor(baker.replace(path, moved)).offered()).join()).not.toContain('Move to');
    expect(await refactor(`${baker}//- ${moved}\n---\ntitle: Baker\n---\n`).all(move)).toBeUndefined();
  });

  it('lets a page that has moved be a job family while most have not', async () => {
    const { service } = refactor(
      `${others}${others.replace('cook.md', 'chef.md')}${baker.replace(path, moved).replace('<|>', '')}`,
    );
    expect((await service.configuration()).profile.name).toBe('gitlab');
    expect(await service.isFamily(`${memoryRoot}/${moved}`)).toBe(true);
  });
});
