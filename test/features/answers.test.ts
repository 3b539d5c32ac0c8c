import { describe, expect, it } from 'vitest';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { readFixture } from '../support/fixture.ts';
import { memoryRoot } from '../support/memoryWorkspace.ts';
import { openFixture } from './support.ts';

const page = `---
title: Baker
---

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bake bread

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Extends the Ba<|>ker responsibilities
`;

describe('document symbols', () => {
  it('are the headings as they are nested, levels with their grade', async () => {
    const { service, uri } = openFixture(page);
    const [levels] = await service.documentSymbols(uri);
    expect(levels!.name).toBe('Levels');
    expect(levels!.children!.map(level => [level.name, level.detail])).toEqual([
      ['Baker', 'grade 6'],
      ['Senior Baker', 'grade 7'],
    ]);
    expect(levels!.children![0]!.children!.map(section => section.name)).toEqual(['Job Grade', 'Responsibilities']);
  });

  it('have the page first where it is a level itself', async () => {
    const { service, uri } = openFixture(
      '---\ntitle: "Cook"\n---\n\n## Job Grade\n\nThe Cook is a grade 6.\n\n## Senior Cook\n\n### Job Grade\n\nThe Senior Cook is a grade 7.\n',
    );
    expect((await service.documentSymbols(uri)).map(one => [one.name, one.detail])).toEqual([
      ['Cook', 'grade 6'],
      ['Job Grade', undefined],
      ['Senior Cook', 'grade 7'],
    ]);
  });

  it.each([
    ['on a page', page],
    ['while a heading is typed behind all else', `${page.trimEnd()}\n\n### \n`],
  ])('lie within each other, %s', async (_, source) => {
    const { service, uri, lines } = openFixture(source);
    const check = (symbols: Awaited<ReturnType<typeof service.documentSymbols>>, start: number, end: number): void => {
      for (const symbol of symbols) {
        const from = lines.offsetAt(symbol.range.start);
        const to = lines.offsetAt(symbol.range.end);
        expect(from).toBeGreaterThanOrEqual(start);
        expect(to).toBeLessThanOrEqual(end);
        expect(lines.offsetAt(symbol.selectionRange.start)).toBeGreaterThanOrEqual(from);
        expect(lines.offsetAt(symbol.selectionRange.end)).toBeLessThanOrEqual(to);
        check(symbol.children ?? [], from, to);
      }
    };
    check(await service.documentSymbols(uri), 0, lines.text.length);
  });
});

describe('definition', () => {
  it('of an Extends bullet is the level it names', async () => {
    const { service, uri, position, lines } = openFixture(page);
    const [link] = await service.definition(uri, position);
    expect(link!.targetUri).toBe(uri);
    expect(lines.lineText(link!.targetRange.start.line)).toBe('### Baker');
  });

  /** Where the words with the cursor in them lead: file and line. */
  async function leads(source: string): Promise<string[]> {
    const { service, uri, position } = openFixture(source);
    const found = await service.definition(uri, position);
    const files = readFixture(source).files;
    return found.map(({ targetUri, targetRange }) => {
      const path = targetUri.slice(memoryRoot.length + 1);
      return `${path.split('/').at(-1)}: ${files[path]!.split('\n')[targetRange.start.line]}`;
    });
  }

  it('of a row of the grade table is the level, linked or not', async () => {
    const table = (row: string): string =>
      page.replace('<|>', '').replace('### Baker\n', `| Title | Grade |\n|---|---|\n| ${row} | Grade 7 |\n\n### Baker\n`);
    for (const row of ['Sen<|>ior Baker', '[Sen<|>ior Baker](#senior-baker)', '[Sr. <|>Baker](#gone)'])
      expect(await leads(table(row))).toEqual(['family.md: ### Senior Baker']);
    expect(await leads(table('Pastry <|>Chef'))).toEqual([]);
  });

  it('of whom somebody reports to is the level of that name, on this page or another, or the family', async () => {
    const others = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

Cooks cook.

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.

## Director of Kitchens

### Job Grade

The Director of Kitchens is a grade 10.
//- content/job-families/kitchen/apprentice.md
---
title: Apprentice
---

## Director, Kitchens

### Job Grade

The Director, Kitchens is a grade 10.
`;
    const saying = (sentence: string): string =>
      `//- content/job-families/kitchen/baker.md\n${page.replace('<|>', '').replace('- Bake bread', `- ${sentence}`)}${others}`;
    expect(await leads(saying('Reports to the Senior B<|>aker.'))).toEqual(['baker.md: ### Senior Baker']);
    expect(await leads(saying('Reports directly to the Sr. C<|>ook and many others.'))).toEqual(['cook.md: ## Senior Cook']);
    expect(await leads(saying('Reports to the **Co<|>ok**'))).toEqual(['cook.md: ---']);
    expect(await leads(saying('Reports to the [Senior C<|>ook](/job-families/kitchen/cook/)'))).toEqual([
      'cook.md: ## Senior Cook',
    ]);
    // Two are called so: nothing is guessed.
    expect(await leads(saying('Reports to the Director of K<|>itchens.'))).toEqual([]);
    expect(await leads(saying('Adds reports to the se<|>nior cook’s shelf'))).toEqual([]);
  });

  it('of a grade is its row in the ladder', async () => {
    const { service, uri, position } = openFixture(page.replace('<|>', '').replace('[grade 7]', '[grade<|> 7]'));
    const [link] = await service.definition(uri, position);
    expect(link!.targetUri).toContain('compensation-calculator/_index.md');
    expect(link!.targetRange.start.line).toBeGreaterThan(0);
  });
});

describe('code actions', () => {
  it('mend the finding at the cursor and leave every other character alone', async () => {
    const { service, uri, text, lines } = openFixture(page);
    const at = lines.positionAt(text.indexOf('grade 6') + 2);
    const [fix] = await service.codeActions(uri, { start: at, end: at });
    expect(fix!.isPreferred).toBe(true);
    expect(fix!.diagnostics!.map(diagnostic => diagnostic.code)).toEqual(['unlinked-grade']);
    const edits = fix!.edit!.changes![uri]!.map(edit => ({
      span: { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) },
      newText: edit.newText,
    }));
    const after = applySpanEdits(text, edits);
    expect(after).toBe(
      text.replace('grade 6', '[grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)'),
    );
    service.setDocument(uri, after);
    expect((await service.diagnostics(uri)).map(diagnostic => diagnostic.code)).not.toContain('unlinked-grade');
  });

  it('are none where nothing is wrong', async () => {
    const { service, uri, text, lines } = openFixture(page);
    const at = lines.positionAt(text.indexOf('Bake bread'));
    expect(await service.codeActions(uri, { start: at, end: at })).toEqual([]);
  });
});
