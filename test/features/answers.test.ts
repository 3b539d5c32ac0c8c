import { describe, expect, it } from 'vitest';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
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

  it('lie within each other', async () => {
    const { service, uri, lines } = openFixture(page);
    const check = (symbols: Awaited<ReturnType<typeof service.documentSymbols>>, start: number, end: number): void => {
      for (const symbol of symbols) {
        const from = lines.offsetAt(symbol.range.start);
        const to = lines.offsetAt(symbol.range.end);
        expect(from).toBeGreaterThanOrEqual(start);
        expect(to).toBeLessThanOrEqual(end);
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
