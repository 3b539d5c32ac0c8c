import { describe, expect, it } from 'vitest';
import type { DocumentHighlight, SelectionRange } from 'vscode-languageserver-types';
import { defaultPath } from '../support/fixture.ts';
import { memoryRoot } from '../support/memoryWorkspace.ts';
import { lineIn, type OpenFixture, openFixture } from './support.ts';

const page = (body: string): string => `---
title: Baker
---

Bakers bake.

${body}`;

const levels = page(`## Levels

| Title | Grade |
|---|---|
| [Baker](#baker-intermediate) | Grade 6 |
| Senior Baker | Grade 7 |

### Baker (Intermediate)

#### Baker Responsibilities

- Bake bread:
  - white
  - brown
- Sweep

### Senior Baker

#### Senior Baker Job Grade

The Senior Baker is a grade 7. See [the baker](#baker-intermediate) and [duties](#baker-responsibilities).

#### Senior Baker Responsibilities

- Extends the Baker responsibilities, **plus the [big ovens](/handbook/ovens/#large)**
`);

/** A page with a cursor before, or within, some words. */
const at = (text: string, words: string, into = ''): OpenFixture =>
  openFixture(text.replace(words, words.replace(into, `<|>${into}`)));

describe('folding ranges', () => {
  const folded = async (text: string): Promise<string[]> => {
    const { service, uri, lines } = openFixture(text);
    return (await service.foldingRanges(uri)).map(
      ({ startLine, endLine }) => `${lines.lineText(startLine)} … ${lines.lineText(endLine)}`,
    );
  };

  it('are the front matter, levels, sections, lists of several points and points with some below', async () => {
    expect(await folded(levels)).toEqual([
      '--- … ---',
      '## Levels … - Extends the Baker responsibilities, **plus the [big ovens](/handbook/ovens/#large)**',
      '### Baker (Intermediate) … - Sweep',
      '#### Baker Responsibilities … - Sweep',
      '- Bake bread: … - Sweep',
      '- Bake bread: …   - brown',
      '  - white …   - brown',
      '### Senior Baker … - Extends the Baker responsibilities, **plus the [big ovens](/handbook/ovens/#large)**',
      '#### Senior Baker Job Grade … The Senior Baker is a grade 7. See [the baker](#baker-intermediate) and [duties](#baker-responsibilities).',
      '#### Senior Baker Responsibilities … - Extends the Baker responsibilities, **plus the [big ovens](/handbook/ovens/#large)**',
    ]);
  });

  it('are none where nothing would be hidden', async () => {
    expect(await folded('## Levels\n\n### Baker\n')).toEqual(['## Levels … ### Baker']);
    expect(await folded('## Levels\n')).toEqual([]);
  });
});

describe('a selection', () => {
  const grown = async ({ service, uri, position, text, lines }: OpenFixture): Promise<string[]> => {
    const steps: string[] = [];
    const [first] = (await service.selectionRanges(uri, [position]))!;
    for (let range: SelectionRange | undefined = first; range; range = range.parent)
      steps.push(text.slice(lines.offsetAt(range.range.start), lines.offsetAt(range.range.end)));
    return steps;
  };
  const beginnings = (steps: readonly string[]): string[] => steps.map(step => step.split('\n')[0]!);

  it('grows from a word by the link and the emphasis to the bullet, the section, the level and the page', async () => {
    const link = '[big ovens](/handbook/ovens/#large)';
    const bullet = `Extends the Baker responsibilities, **plus the ${link}**`;
    expect(beginnings(await grown(at(levels, 'big ovens', 'ovens')))).toEqual([
      'ovens',
      'big ovens',
      link,
      `**plus the ${link}**`,
      bullet,
      `- ${bullet}`,
      '#### Senior Baker Responsibilities',
      // What stands under a heading, and then with it.
      '#### Senior Baker Job Grade',
      '### Senior Baker',
      '| Title | Grade |',
      '## Levels',
      '---',
    ]);
  });

  it('grows from a point to its list, and from a list below to that above', async () => {
    const steps = await grown(at(levels, 'white', 'hite'));
    expect(steps.slice(0, 5)).toEqual([
      'white',
      '- white',
      '- white\n  - brown',
      '- Bake bread:\n  - white\n  - brown',
      '- Bake bread:\n  - white\n  - brown\n- Sweep',
    ]);
  });

  it('grows from a cell to its row and its table, and from a value to the front matter', async () => {
    expect((await grown(at(levels, 'Senior Baker |', 'nior'))).slice(0, 4)).toEqual([
      'Senior',
      'Senior Baker',
      '| Senior Baker | Grade 7 |',
      expect.stringMatching(/^\| Title.*\| Grade 7 \|$/s),
    ]);
    expect((await grown(at(levels, 'title: Baker', 'aker'))).slice(0, 2)).toEqual(['Baker', 'title: Baker']);
  });

  it('never shrinks, wherever it begins', async () => {
    const { service, uri, lines, text } = openFixture(levels);
    const positions = Array.from(text, (_, offset) => lines.positionAt(offset));
    for (const [offset, first] of (await service.selectionRanges(uri, positions))!.entries()) {
      let [start, end] = [offset, offset];
      for (let range: SelectionRange | undefined = first; range; range = range.parent) {
        const [nextStart, nextEnd] = [lines.offsetAt(range.range.start), lines.offsetAt(range.range.end)];
        expect(nextStart <= start && end <= nextEnd && (range === first || nextEnd - nextStart > end - start)).toBe(true);
        [start, end] = [nextStart, nextEnd];
      }
      expect([start, end]).toEqual([0, text.length]);
    }
  });
});

describe('highlights', () => {
  const highlighted = async ({ service, uri, position, text, lines }: OpenFixture): Promise<string[]> => {
    const lineOf = ({ range: { start, end } }: DocumentHighlight): string => {
      const from = lines.lineStart(start.line);
      const line = lines.lineText(start.line);
      return `${line.slice(0, start.character)}«${text.slice(lines.offsetAt(start), lines.offsetAt(end))}»${line.slice(lines.offsetAt(end) - from)}`;
    };
    return (await service.documentHighlights(uri, position)).map(one => `${one.kind === 3 ? '! ' : ''}${lineOf(one)}`);
  };

  it('of a level are all places that name it, in full or shortened, and links to it', async () => {
    const expected = [
      '| [«Baker»](#baker-intermediate) | Grade 6 |',
      '! ### «Baker (Intermediate)»',
      '#### «Baker» Responsibilities',
      'The Senior Baker is a grade 7. See «[the baker](#baker-intermediate)» and [duties](#baker-responsibilities).',
      '- Extends the «Baker» responsibilities, **plus the [big ovens](/handbook/ovens/#large)**',
    ];
    for (const place of ['### Baker (', '#### Baker', 'Extends the Baker', '[Baker](', '[the baker'])
      expect(await highlighted(at(levels, place, 'aker'))).toEqual(expected);
  });

  it('of a senior level are its sentence and its row too', async () => {
    expect(await highlighted(at(levels, '### Senior', 'enior'))).toEqual([
      '| «Senior Baker» | Grade 7 |',
      '! ### «Senior Baker»',
      '#### «Senior Baker» Job Grade',
      'The «Senior Baker» is a grade 7. See [the baker](#baker-intermediate) and [duties](#baker-responsibilities).',
      '#### «Senior Baker» Responsibilities',
    ]);
  });

  it('of another heading, or of a link to one, are the heading and the links to it', async () => {
    const expected = [
      '! #### «Baker Responsibilities»',
      'The Senior Baker is a grade 7. See [the baker](#baker-intermediate) and «[duties](#baker-responsibilities)».',
    ];
    expect(await highlighted(at(levels, '#### Baker Responsibilities', 'sibilities'))).toEqual(expected);
    expect(await highlighted(at(levels, '[duties]', 'ties'))).toEqual(expected);
  });

  it('of plain words are none', async () => {
    expect(await highlighted(at(levels, 'Bakers bake', 'bake'))).toEqual([]);
  });
});

describe('document links', () => {
  const links = async (source: string): Promise<string[]> => {
    const { service, uri, text, lines } = openFixture(source);
    return (await service.documentLinks(uri)).map(
      ({ range, target, tooltip }) =>
        `${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))} → ${target!.slice(memoryRoot.length + 1)} (${tooltip})`,
    );
  };

  it('lead where the site does, to the heading’s line, and say what is there', async () => {
    const source = `${page(`## Baker

[a](/handbook/food/#ovens) [b]({{< ref "kitchen#ovens" >}}) [c][d] [e](#baker) [f](https://example.com/) [g](/gone/) [h](https://handbook.gitlab.com/handbook/kitchen/)

[d]: ../../../handbook/kitchen/#tins
`)}//- content/handbook/kitchen.md
---
title: Kitchen
aliases: [/handbook/food/]
---

## Ovens

<a id="tins"></a>
`;
    const line = (path: string, words: string): number => lineIn(source, path, words);
    expect(await links(source)).toEqual([
      `/handbook/food/#ovens → content/handbook/kitchen.md#L${line('content/handbook/kitchen.md', '## Ovens')} (Kitchen › Ovens)`,
      `{{< ref "kitchen#ovens" >}} → content/handbook/kitchen.md#L${line('content/handbook/kitchen.md', '## Ovens')} (Kitchen › Ovens)`,
      '../../../handbook/kitchen/#tins → content/handbook/kitchen.md (Kitchen)',
      `#baker → content/job-families/department/family.md#L${line(defaultPath, '## Baker')} (Baker › Baker)`,
      'https://handbook.gitlab.com/handbook/kitchen/ → content/handbook/kitchen.md (Kitchen)',
    ]);
  });
});

it('a page that is no job family is left to the editor', async () => {
  const { service, uri, position } = openFixture('//- notes.md\n## Levels\n\n- a\n- [b](#levels)\n');
  expect(await service.foldingRanges(uri)).toEqual([]);
  expect(await service.selectionRanges(uri, [position])).toBeUndefined();
  expect(await service.documentHighlights(uri, position)).toEqual([]);
  expect(await service.documentLinks(uri)).toEqual([]);
});
