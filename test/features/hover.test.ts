import { describe, expect, it } from 'vitest';
import { hoverText, lineIn, openFixture } from './support.ts';

const family = (body: string): string => `---
title: Baker
---

## Levels

### Baker (Intermediate)

#### Job Grade

The Baker (Intermediate) is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Bake bread
- Clean the oven

### Senior Baker

${body}
`;

const grade =
  'The Senior Baker is a [gra<|>de 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).';

describe('hover on a grade', () => {
  it('shows its rows in the ladder and the levels that have it, on this page and on others', async () => {
    const source = `${family(`#### Job Grade\n\n${grade}`)}//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.
`;
    const text = await hoverText(openFixture(source));
    const line = lineIn(source, 'content/job-families/kitchen/cook.md', '## Senior Cook');
    expect(text).toContain('**Grade 7**');
    expect(text).toContain('| Job Grades |');
    expect(text).toContain('Senior |');
    expect(text).toContain('2 levels in 2 families');
    expect(text).toContain(`[Senior Cook](<file:///workspace/content/job-families/kitchen/cook.md#L${line}>), Cook`);
  });

  it('says so where the ladder has no such grade', async () => {
    const text = await hoverText(openFixture(family('#### Job Grade\n\nThe Senior Baker is a grade 1<|>3.')));
    expect(text).toContain('The ladder has no such grade.');
  });
});

describe('hover on a level', () => {
  it('shows grade, track, own and inherited bullets', async () => {
    const text = await hoverText(
      openFixture(
        family(`#### Responsibilities\n\n- Extends the Baker responsibilities\n- Teach apprentices`).replace(
          '### Senior Baker',
          '### Sen<|>ior Baker',
        ),
      ),
    );
    expect(text).toContain('No grade · individual contributor');
    expect(text).toContain('Responsibilities: 1 own, 2 inherited');
    expect(text).toContain('Requirements: none');
  });
});

describe('hover on whom somebody reports to', () => {
  const reporting = (sentence: string): string =>
    `${family(`${sentence}\n\n#### Job Grade\n\nThe Senior Baker is a grade 7.`)}//- content/job-families/kitchen/head.md
---
title: Kitchen Management
---

## Head of Kitchen

### Job Grade

The Head of Kitchen is a grade 10.
//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.

## Staff Cook

### Job Grade

The Staff Cook is a grade 8.
`;

  it('shows the level of another page, by its name or by a link', async () => {
    for (const name of ['He<|>ad of Kitchen', '[Bo<|>ss](/job-families/kitchen/head/#head-of-kitchen)']) {
      const source = reporting(`The Senior Baker reports to the ${name}.`);
      const line = lineIn(source, 'content/job-families/kitchen/head.md', '## Head');
      expect(await hoverText(openFixture(source))).toBe(
        `**[Head of Kitchen](<file:///workspace/content/job-families/kitchen/head.md#L${line}>)**, in Kitchen Management\n\nGrade 10 · management`,
      );
    }
  });

  it('shows the family of that title where no level has it, and a level of the same page', async () => {
    expect(await hoverText(openFixture(reporting('The Senior Baker reports to the Co<|>ok brigade.')))).toBeUndefined();
    expect(await hoverText(openFixture(reporting('The Senior Baker reports to the Co<|>ok, who is kind.')))).toContain(
      'cook.md>)**\n\nA job family with 2 levels.',
    );
    expect(await hoverText(openFixture(reporting('All report to the Bak<|>er (Intermediate) or above.')))).toContain('Grade 6');
  });
});

describe('hover on an Extends bullet', () => {
  it('lists what is inherited', async () => {
    const text = await hoverText(
      openFixture(family('#### Responsibilities\n\n- Extends the Ba<|>ker responsibilities\n- Teach apprentices')),
    );
    expect(text).toContain('Takes over from **Baker \\(Intermediate\\)**');
    expect(text).toContain('- Bake bread\n- Clean the oven');
    expect(text).not.toContain('Teach apprentices');
  });

  it('says that nothing is inherited where the level is not known', async () => {
    const text = await hoverText(openFixture(family('#### Responsibilities\n\n- Extends the Pastry Ch<|>ef responsibilities')));
    expect(text).toContain('No level “Pastry Chef” is known');
  });

  it('shows the text of a hostile page as text', async () => {
    const source = family('#### Responsibilities\n\n- Extends the Ba<|>ker responsibilities').replace(
      '- Bake bread',
      '- Bake <img src=x onerror=alert(1)> [bread](javascript:alert(1))',
    );
    const text = await hoverText(openFixture(source));
    expect(text).not.toMatch(/<img|\]\(javascript/);
  });
});

describe('hover on the heading of a section', () => {
  const withSection = (heading: string, body: string, more = ''): string =>
    family(`#### Job Grade\n\nThe Senior Baker is a grade 7.\n\n#### ${heading}\n\n${body}`) + more;

  it('says what belongs there, what is asked of every level, and what there is', async () => {
    const text = await hoverText(
      openFixture(withSection('Senior Baker Respons<|>ibilities', '- Extends the Baker responsibilities\n- Teach apprentices')),
    );
    expect(text).toMatch(/^\*\*Responsibilities\*\*\n\nWhat somebody at this level does/);
    expect(text).toContain('- Every level needs one, its own or taken over.');
    expect(text).toContain('- Here: 1 own, 2 inherited.');
    expect(await hoverText(openFixture(withSection('Qualif<|>ications', '- Ability to read')))).toContain(
      '- The bullet “Ability to use GitLab” must be there.',
    );
    expect(await hoverText(openFixture(withSection('KP<|>Is', '- Sales')))).toContain(
      '- Every level needs one, or the page once for all.',
    );
  });

  it('says both where it names two', async () => {
    const text = await hoverText(openFixture(withSection('Responsibilities and <|>Requirements', '- Read')));
    expect(text?.match(/^\*\*\w+\*\*$/gm)).toEqual(['**Responsibilities**', '**Requirements**']);
  });

  it('says what the workspace’s own profile has instead', async () => {
    const source = withSection(
      'Nice-to-<|>haves',
      '- Sings',
      `//- .job-family.yaml
overrides:
  sections:
    add:
      - { kind: nice-to-haves, canonical: Extras, spellings: [Nice-to-haves], advice: 'What <b>delights</b> us.' }
`,
    );
    expect(await hoverText(openFixture(source))).toBe('**Extras**\n\nWhat \\<b\\>delights\\</b\\> us.');
  });
});

describe('hover on a link', () => {
  const kitchen = `//- content/handbook/kitchen.md
---
title: Kitchen
---

Where it is warm.

## Ovens

Hot & *many*, see <b>there</b>.

- One of [stone](/x/)
- ![picture](https://example.com/x.png)

| Oven | Heat |
|---|---|
| Old | 300 |

### Doors

## Parts

### Left

#### Deep

### Right
`;
  const linking = (href: string): string => family(`See [the <|>page](${href}).`) + kitchen;
  const at = (words: string): string =>
    `(<file:///workspace/content/handbook/kitchen.md#L${lineIn(kitchen, 'content/handbook/kitchen.md', words)}>)`;

  it('shows the page’s title, the heading and the first lines under it as plain words', async () => {
    expect(await hoverText(openFixture(linking('/handbook/kitchen/#ovens')))).toBe(
      [
        `**[Kitchen › Ovens]${at('## Ovens')}**`,
        '',
        'Hot & many, see there.',
        '',
        '- One of stone',
        '',
        '- picture',
        '',
        'Oven · Heat',
        '',
        'Old · 300',
      ].join('\n'),
    );
  });

  it('shows the page’s beginning, or the headings under one without words of its own', async () => {
    expect(await hoverText(openFixture(linking('/handbook/kitchen/')))).toBe(
      '**[Kitchen](<file:///workspace/content/handbook/kitchen.md>)**\n\nWhere it is warm.',
    );
    expect(await hoverText(openFixture(linking('/handbook/kitchen/#parts')))).toBe(
      `**[Kitchen › Parts]${at('## Parts')}**\n\nIn it: Left · Right`,
    );
  });

  it('shows the grade of a level', async () => {
    expect(await hoverText(openFixture(linking('#baker-intermediate')))).toContain(
      '\n\nGrade 6 · individual contributor\n\nIn it: ',
    );
  });

  it('shows nothing of a page that is elsewhere or nowhere', async () => {
    for (const href of ['https://example.com/', '/handbook/gone/', '/handbook/kitchen/#gone'])
      expect(await hoverText(openFixture(linking(href)))).toBeUndefined();
  });
});

describe('hover on a hole of the template', () => {
  it('says what belongs there, and what the level’s name makes likely', async () => {
    const said = async (line: string): Promise<string> => (await hoverText(openFixture(family(`#### Job Grade\n\n${line}`))))!;
    expect(await said('The {add the <|>role name} is a grade 7.')).toContain("The level's name, written as in its heading.");
    expect(await said('The Senior Baker is a {add the gra<|>de}.')).toContain(
      'Here: the level Senior Baker, by its name a grade 7.',
    );
    expect(await said('The Senior Baker reports to the {the position it <|>reports to}.')).toContain(
      'The position that this level reports to',
    );
    expect(await said('{Add so<|>mething new}')).toContain('what the words in braces ask for');
  });

  it('is none on what is no hole', async () => {
    expect(await hoverText(openFixture(family('Mix {flour <|>and water}')))).toBeUndefined();
  });
});

describe('hover on a word to avoid', () => {
  const saying = (bullet: string, more = ''): string => family(`#### Responsibilities\n\n- ${bullet}\n`) + more;

  it('says why and what to write instead', async () => {
    const text = await hoverText(openFixture(saying('Keeps the black<|>lists of flour')));
    expect(text).toContain('**“blacklists”** is a word to avoid.');
    expect(text).toContain('Instead: “denylists”');
    expect(await hoverText(openFixture(saying('A brill<|>iant baker')))).toContain('It praises a gift');
  });

  it('gives the company’s own reason', async () => {
    const own = '//- data/misused_terms.yml\n- avoid: [Crumb]\n  use_instead: [Bit]\n  reason: It is small.\n';
    expect(await hoverText(openFixture(saying('Sweeps every cr<|>umb', own)))).toBe(
      '**“crumb”** is a word to avoid.\n\nIt is small.\n\nInstead: “bit”',
    );
  });

  it('says of a masculine-coded word what is counted, and a neutral one', async () => {
    const text = await hoverText(openFixture(saying('Works in a dri<|>ven, competitive team and supports it')));
    expect(text).toContain('**“driven”** is masculine-coded.');
    expect(text).toMatch(/Instead: “\w+”/);
    expect(text).toContain('On this page: 2 masculine-coded words, 1 feminine-coded word.');
  });

  it('is none where the rule is off', async () => {
    const off = '//- .job-family.yaml\nrules: { misused-word: off, gender-coded-language: off }\n';
    expect(await hoverText(openFixture(saying('Keeps the black<|>list', off)))).toBeUndefined();
    expect(await hoverText(openFixture(saying('A dri<|>ven team', off)))).toBeUndefined();
  });
});

it('there is no hover on plain words', async () => {
  expect(await hoverText(openFixture(family('Mixes do<|>ugh.')))).toBeUndefined();
});
