import { describe, expect, it } from 'vitest';
import { semanticTokensLegend } from '../../server/src/features/semanticTokens.ts';
import type { Range } from '../../server/src/text/lineIndex.ts';
import { type OpenFixture, openFixture } from './support.ts';

const url = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

/** The words of a page that have a colour, each with its kind. */
async function coloured({ service, uri, lines }: OpenFixture, range?: Range): Promise<string[]> {
  const { data } = await service.semanticTokens(uri, range);
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, modifiers] = data.slice(at, at + 5) as [number, number, number, number, number];
    character = down === 0 ? character + right : right;
    line += down;
    const kind = semanticTokensLegend.tokenTypes[type]!;
    const modifier = semanticTokensLegend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit)).map(one => ` ${one}`);
    words.push(`${kind}${modifier.join('')}: ${lines.lineText(line).slice(character, character + length)}`);
  }
  return words;
}

describe('semantic tokens', () => {
  it('are the names of levels and sections, grades, holes and shortcodes', async () => {
    const fixture = openFixture(`---
title: Baker
---

## Base Requirements

- Knows flour

## Levels

### Baker {#plain}

#### Baker Job Grade

The Baker is a [grade 6](${url}).

#### Responsibilities

- {add a responsibility}

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7]({{< ref "compensation-calculator#gitlab-job-grades" >}}).

#### Responsibilities

- Extends the Baker responsibilities
- Includes the [base requirements](#base-requirements)
- Extends the [Pastry Chef](/job-families/kitchen/pastry-chef/) responsibilities

{{% note %}}
`);
    expect(await coloured(fixture)).toEqual([
      'property: Requirements',
      'property: Levels',
      'class declaration: Baker',
      'class: Baker',
      'property: Job Grade',
      'class: Baker',
      'number: grade 6',
      'property: Responsibilities',
      'macro: {add a responsibility}',
      'class declaration: Senior Baker',
      'property: Job Grade',
      'class: Senior Baker',
      'number: grade 7',
      'function: ref',
      'property: Responsibilities',
      'class: Baker',
      'class: Pastry Chef',
      'function: note',
    ]);
  });

  it('are those of a grade table, too', async () => {
    const fixture = openFixture(`---
title: Baker
---

## Job Grades

| Title | Grade |
|---|---|
| [Baker](#baker) | [Grade 6](${url}) |

## Baker

### Responsibilities
`);
    expect(await coloured(fixture)).toEqual([
      'property: Job Grades',
      'class: Baker',
      'number: Grade 6',
      'class declaration: Baker',
      'property: Responsibilities',
    ]);
  });

  it('are only those of the lines that are asked for', async () => {
    const fixture = openFixture('---\ntitle: Baker\n---\n\n## Responsibilities\n\n## Job Grade\n\nThe Baker is a grade 6.\n');
    const at = (words: string) => fixture.lines.positionAt(fixture.text.indexOf(words));
    expect(await coloured(fixture, { start: at('## Job'), end: at('The Baker') })).toEqual(['property: Job Grade']);
  });

  it('of a name over several lines are one a line', async () => {
    const fixture = openFixture(
      '---\ntitle: Baker\n---\n\nSenior\nBaker\n------\n\n### Job Grade\n\nThe Senior Baker is a grade 7.\n',
    );
    expect((await coloured(fixture)).slice(0, 2)).toEqual(['class declaration: Senior', 'class declaration: Baker']);
  });

  it('are none on a page that is no job family', async () => {
    expect(await coloured(openFixture('//- content/handbook/kitchen.md\n## Senior Baker {a hole}\n'))).toEqual([]);
  });
});
