import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { type ExtendsReference, ownBullets } from '../../server/src/model/jobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

function family(section: string, body: string, intro = '') {
  return buildJobFamily(
    parsePage(`---
title: Text Production
---

## Responsibilities

- Care for texts

## Requirements

- Ability to read

## Levels

### Editor (Intermediate)

#### Job Grade

The Editor (Intermediate) is a grade 6.

#### Editor (Intermediate) Responsibilities

- Edit texts

#### Editor (Intermediate) Requirements

- Patience

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.

### Director of Text Production

${intro}

#### Job Grade

The Director of Text Production is a grade 10.

#### ${section}

${body}
`),
    defaultProfile,
  );
}

const director = (section: string, body: string, intro?: string) => family(section, body, intro).levels.at(-1)!;

/** What a reference leads to, in words: a level's title, "base", "unknown NAME", "link NAME". */
function told({ target }: ExtendsReference): string {
  switch (target.type) {
    case 'level':
      return target.level.title;
    case 'base':
      return 'base';
    default:
      return `${target.type} ${target.name}`;
  }
}

const intermediate = 'Editor (Intermediate)';
const senior = 'Senior Editor';

describe('a bullet takes over', () => {
  it.each([
    ['Extends the Senior Editor requirements', [senior]],
    ['Extends that of the Senior Editor requirements', [senior]],
    ['Extends that of theSenior Editor requirements', [senior]],
    ['Extends the requirements of the Senior Editor', [senior]],
    ['Extends Senior Editor', [senior]],
    ['Extends the Sr. Editor requirements but with a focus on poems', [senior]],
    ['Extends the [Senior Editor](#senior-editor) requirements', [senior]],
    ['Extends the respsonsibilities of the Senior Editor by:', [senior]],
    ['Extends either the [Editor](#editor-intermediate) or the [Senior Editor](#senior-editor)', [intermediate, senior]],
    ['All Senior Editor requirements plus:', [senior]],
    ['All of the requirements of a Senior Editor, plus the following:', [senior]],
    ['Own all Senior Editor requirements while leading a team', [senior]],
    ['Same requirements as the Senior Editor listed above and also:', [senior]],
    ['The same requirements of a Senior Editor, plus the below:', [senior]],
    ['Includes [base-level requirements](#requirements)', ['base']],
    ['Includes all [Intermediate level requirements listed](#editor-intermediate-requirements)', [intermediate]],
    ['Includes all Senior level requirements listed.', [senior]],
    ['Includes all requirements of the Intermediate and Senior Editor roles and expands on them', [intermediate, senior]],
    ['Inherits all requirements of the Senior Editor', [senior]],
    ['In addition to the requirements of Senior Editor:', [senior]],
    ['All of the requirements above, plus:', [senior]],
    ['The requirements of the Director extend the Senior Editor role and include:', [senior]],
    ['The Director meets all of the requirements of a Senior Editor, plus:', [senior]],
    ['Meets the requirements of the Senior Editor role and the following requirements:', [senior]],
    ['All requirements of previous roles plus:', [senior]],
    ['Extends the Pastry Chef requirements', ['unknown Pastry Chef']],
    ['Extends the requirements of the [Cook](/job-families/kitchen/cook/)', ['link Cook']],
  ])('%s', (bullet, expected) => {
    const level = director('Requirements', `- ${bullet}\n- Experience with authors`);
    expect(level.extends.map(told)).toEqual(expected);
    expect(level.extends[0]!.kinds).toEqual(['requirements']);
    expect(
      level.sections.flatMap(section => (section.kind === 'requirements' ? ownBullets(section).map(own => own.text) : [])),
    ).toEqual(['Experience with authors']);
  });

  it('both sections where it names both', () => {
    const [reference] = director(
      'Responsibilities',
      '- Extends the responsibilities and requirements of the Senior Editor',
    ).extends;
    expect(reference!.kinds).toEqual(['responsibilities', 'requirements']);
  });
});

describe('a paragraph takes over', () => {
  it.each([
    ['The Director role extends the [Senior Editor](#senior-editor) role.', [senior], ['responsibilities', 'requirements']],
    ['In addition to meeting all of the requirements of a Senior Editor, the Director leads.', [senior], ['requirements']],
    ['The Director extends the [Cook](/job-families/kitchen/cook/).', ['link Cook'], ['responsibilities', 'requirements']],
  ])('under the heading: %s', (paragraph, expected, kinds) => {
    const level = director('Responsibilities', '- Lead', paragraph);
    expect(level.extends.map(told)).toEqual(expected);
    expect(level.extends[0]!.kinds).toEqual(kinds);
  });

  it.each([
    ['Everything in the Senior Editor role, plus:', [senior]],
    ['The Director requirements match those of the [Senior Editor](#senior-editor).', [senior]],
    ['All requirements for the Senior Editor role apply to the Director role', [senior]],
    ['Beyond the [base requirements](#requirements) and Senior Editor requirements, the Director reads much.', ['base', senior]],
    ['Director requirements extend those of the [Cook](/job-families/kitchen/cook/) with more.', ['link Cook']],
    ['The requirements match those of a [Cook](/job-families/kitchen/cook/#cook).', ['link Cook']],
    ['Director of Text Production requirements mirror those of the [Cook](../kitchen/cook.md).', ['link Cook']],
    ['The Director is expected to meet the [base requirements](#requirements).', ['base']],
    ['The Director has all the same requirements as the intermediate position plus the following:', [intermediate]],
    ['The Director has all the same requirements as the ones outlined above plus the following:', [senior]],
    ['This role includes all of the requirements above, plus:', [senior]],
    ['This role requires all of the Senior Editor requirements listed above, amended with more.', [senior]],
  ])('in its section: %s', (paragraph, expected) => {
    expect(director('Requirements', `${paragraph}\n\n- Experience with authors`).extends.map(told)).toEqual(expected);
  });
});

describe('nothing is taken over by', () => {
  it.each([
    ['Extend and translate what authors write'],
    ['Extends our reach to new readers'],
    ['Knowledge of all printing requirements'],
    ['Ability to extend the deadline of a text'],
    ['All texts are read twice'],
    ['Includes [team metrics](/handbook/metrics/)'],
  ])('%s', bullet => {
    const level = director('Requirements', `- ${bullet}`);
    expect(level.extends).toEqual([]);
    expect(level.sections.find(section => section.kind === 'requirements')!.bullets.every(one => !one.extends)).toBe(true);
  });

  it('a bullet among the nice-to-haves', () => {
    expect(director('Nice-to-haves', '- Extends the Senior Editor requirements').extends).toEqual([]);
  });
});

it('“above” is the most senior of the levels above that are no more senior', () => {
  const page = (grade: number) => `---
title: Editor
---

## Job Grade

The Editor is a grade 6.

## Requirements

- Patience

## Junior Editor

### Job Grade

The Junior Editor is a grade 5.

## Later Editor

### Job Grade

The Later Editor is a grade ${grade}.

### Requirements

- All of the requirements above, plus:
`;
  expect(
    buildJobFamily(parsePage(page(7)), defaultProfile)
      .levels.at(-1)!
      .extends.map(told),
  ).toEqual(['Editor']);
  expect(
    buildJobFamily(parsePage(page(5)), defaultProfile)
      .levels.at(-1)!
      .extends.map(told),
  ).toEqual(['Junior Editor']);
});
