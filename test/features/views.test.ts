import { describe, expect, it } from 'vitest';
import { memoryRoot } from '../support/memoryWorkspace.ts';
import { openFixture } from './support.ts';

const pages = `//- content/job-families/fresh-food/baker.md
---
title: Baker
---

## Job Grade

The Baker is a grade 6.

## Levels

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

### Manager, Baking

#### Responsibilities

- Bakes
//- content/job-families/fresh-food/cook/_index.md
---
title: Cook
---

## Responsibilities
//- content/handbook/kitchen.md
# Kitchen
`;

describe('the list of all levels', () => {
  it('has each family with its department, and each level with its grade, track and place', async () => {
    const { service, lines, text } = openFixture(pages);
    const at = (words: string) => lines.positionAt(text.indexOf(words));
    const { families } = await service.levels();
    expect(families.map(({ title, department }) => [title, department])).toEqual([
      ['Baker', 'Fresh Food'],
      ['Cook', 'Fresh Food'],
    ]);
    expect(families[0]!.levels).toEqual([
      { title: 'Baker', anchor: '', grade: 6, track: 'individual-contributor', ...at('Baker') },
      { title: 'Senior Baker', anchor: 'senior-baker', grade: 7, track: 'individual-contributor', ...at('Senior Baker') },
      { title: 'Manager, Baking', anchor: 'manager-baking', grade: null, track: 'management', ...at('Manager') },
    ]);
  });

  it('follows what is typed', async () => {
    const { service, uri, text } = openFixture(pages);
    await service.levels();
    service.setDocument(uri, text.replace('is a grade 7', 'is a grade 8'));
    expect((await service.levels()).families[0]!.levels[1]).toMatchObject({ title: 'Senior Baker', grade: 8 });
  });
});

describe('the status of a page', () => {
  it('tells the profile and how many levels it has', async () => {
    const { service, uri } = openFixture(pages);
    expect(await service.pageStatus(uri)).toEqual({ profile: 'GitLab handbook', levels: 3, reason: null });
  });

  it('says why nothing happens on a page that is no job family', async () => {
    const { service } = openFixture(pages);
    const other = await service.pageStatus(`${memoryRoot}/content/handbook/kitchen.md`);
    expect(other.levels).toBeNull();
    expect(other.reason).toContain('**/content/job-families/*/**/*.md');
    expect(other.reason).toContain('layout: job_family_page');
    expect((await service.pageStatus('untitled:Untitled-1')).reason).toContain('.md');
  });
});
