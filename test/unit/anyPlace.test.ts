import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentSymbol, LocationLink, SelectionRange, TypeHierarchyItem } from 'vscode-languageserver-types';
import type { Finding } from '../../server/src/rules/finding.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { LanguageService } from '../../server/src/service.ts';
import { LineIndex, type Position, type Range } from '../../server/src/text/lineIndex.ts';
import type { Span } from '../../server/src/text/span.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { gradePage, linkFamily, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { times } from '../support/randomTests.ts';
import { saidOfOnePlace } from '../support/saidOfOnePlace.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;
const other = {
  path: 'content/job-families/kitchen/cook.md',
  text: '---\ntitle: Cook\n---\n\n## Cook\n\nThe Cook is a grade 6.\n',
};

/** Lines of a family with all that can be wrong in one, in any order. */
const line = fc.constantFrom(
  '---',
  'title: Baker',
  'title: Baker: bread',
  '',
  '',
  '',
  '## Levels',
  '### Senior Baker',
  '### Sr. Baker',
  '### Baker (Intermediate)',
  '## Manager, Bakery',
  '#### Job Grade',
  '## Job Grade',
  'The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).',
  'The Senior Cook is a [grade 99](/handbook/total-rewards/compensation/compensation-calculator/#nowhere).',
  'The Baker is a [grade 6]({{< ref "compensation-calculator#job-grade" >}}).',
  'The Baker is a [grade 6] (/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)',
  'The {add the role name} is a grade',
  '#### Responsibilities',
  '#### Responsibilties',
  '### Senior Baker Requirements',
  '- Extends the Bakr responsibilities',
  '- Extends the Senior Baker requirements',
  '- Extends the responsibilities of the [Cook](/job-families/kitchen/cook/#coook)',
  '- Able to use GitLab',
  '- ',
  '[x](#senior-bakers) and [y](/job-families/kitchen/cok/) and [z](',
  '| Title | Grade |\n|---|---|\n| [Baker](#bakre) | Grade 8 |\n| Senior Baker | |',
  '## Career Ladder',
  '## Hiring Process',
  '```',
  '> ## Quoted',
  '<<<<<<< ours',
  '| ',
  '- Extends the co responsibilities of the black list of a driven ninja',
  '{{< ref "/job-families/kitchen/co#x" >}} {{% te %}}',
  'é😀 <|',
);
const page = fc
  .tuple(fc.array(line, { maxLength: 45 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join('\n').replaceAll('\n', end));

function expectWithin(text: string, { start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(text.length);
}

/** A range that clamping would move does not lie in the text. */
function expectInText(lines: LineIndex, range: Range): void {
  for (const position of [range.start, range.end]) expect(lines.positionAt(lines.offsetAt(position))).toEqual(position);
  expect(lines.offsetAt(range.end)).toBeGreaterThanOrEqual(lines.offsetAt(range.start));
}

/** VS Code shows an error where a symbol's name does not stand within the symbol. */
function expectSymbol(lines: LineIndex, { range, selectionRange, children }: DocumentSymbol): void {
  const isWithin = (inner: Range, outer: Range): boolean =>
    lines.offsetAt(outer.start) <= lines.offsetAt(inner.start) && lines.offsetAt(inner.end) <= lines.offsetAt(outer.end);
  expectInText(lines, range);
  expect(isWithin(selectionRange, range)).toBe(true);
  for (const child of children ?? []) {
    expect(isWithin(child.range, range)).toBe(true);
    expectSymbol(lines, child);
  }
}

/** A section that names a level further up, and one within a section that stands beside its level. */
const ANOTHERS_SECTION = `### Sr. Baker
The Baker is a [grade 6]({{< ref "compensation-calculator#job-grade" >}}).
### Baker (Intermediate)
#### Job Grade
### Senior Baker Requirements`;
const SECTION_BESIDE_LEVEL = `Baker
---
The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
## Job Grade
## Job Grade
#### Responsibilities`;

/** Two rows of one level: a link mended in the one must not make the other one the level that is missing. */
const TWO_TABLES = `| Title | Grade |
|---|---|
| [Baker](#bakre) | Grade 8 |
| Senior Baker | |
### Baker (Intermediate)
The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
#### Job Grade
| Title | Grade |
|---|---|
| [Baker](#bakre) | Grade 8 |
| Senior Baker | |
`;

describe('whatever a page says', () => {
  it('findings stand in it, and each of their fixes can be made and changes it', async () => {
    let fixes = 0;
    await fc.assert(
      fc.asyncProperty(page, async text => {
        const linked = await linkFamily({ [path]: text, [other.path]: other.text });
        const findings = runRules(linked);
        expect(saidOfOnePlace(findings)).toEqual([]);
        for (const finding of findings) {
          expectWithin(text, finding.span);
          expect(finding.message).not.toMatch(/undefined|NaN|\[object|\{\d\}/);
          for (const place of finding.related) if (place.uri === uri) expectWithin(text, place.span);
          for (const fix of finding.fixes) {
            for (const edit of fix.edits) expectWithin(text, edit.span);
            const fixed = applySpanEdits(text, fix.edits);
            expect(fixed, fix.title).not.toBe(text);
            if (text.includes('\r\n')) expect(fixed.replaceAll('\r\n', ''), fix.title).not.toMatch(/[\r\n]/);
            expect(fix.title + fix.edits.map(edit => edit.newText).join()).not.toMatch(/undefined|NaN|\[object|\{\d\}/);
          }
          expect(finding.fixes.filter(fix => fix.preferred).length).toBeLessThanOrEqual(1);
          fixes += finding.fixes.length;
        }
      }),
      { numRuns: times({ short: 100, full: 400 }) },
    );
    expect(fixes).toBeGreaterThan(100);
  });

  it('the preferred fix of a finding leaves fewer of its kind', async () => {
    let mended = 0;
    const countOf = (findings: readonly Finding[], code: string): number => findings.filter(one => one.code === code).length;
    await fc.assert(
      // A fence that is never closed swallows whatever a fix puts behind it.
      fc.asyncProperty(
        page.filter(text => !text.includes('```')),
        async text => {
          const check = async (current: string): Promise<Finding[]> =>
            runRules(await linkFamily({ [path]: current, [other.path]: other.text }));
          const findings = await check(text);
          for (const finding of findings) {
            const fix = finding.fixes.find(one => one.preferred);
            // Where a new section goes on a page without order is told by the templates' own tests; and without its empty
            // section a level may be none, which shows another empty one.
            if (!fix || /^(?:missing-(?:section|job-grade)|empty-section)$/.test(finding.code)) continue;
            const after = await check(applySpanEdits(text, fix.edits));
            expect(countOf(after, finding.code), `${finding.code}: ${fix.title}`).toBeLessThan(countOf(findings, finding.code));
            mended++;
          }
        },
      ),
      { numRuns: times({ short: 25, full: 100 }), examples: [[TWO_TABLES], [ANOTHERS_SECTION], [SECTION_BESIDE_LEVEL]] },
    );
    expect(mended).toBeGreaterThan(10);
  });

  it('every question at any place of it has an answer within it', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.array(fc.nat(), { minLength: 3, maxLength: 8 }), async (text, places) => {
        const files = new Map([
          [path, text],
          [other.path, other.text],
          [gradePage.path, gradePage.text],
        ]);
        const failed: string[] = [];
        const service = new LanguageService(new MemoryHost(files), {
          folders: [memoryRoot],
          onRuleFailed: message => failed.push(message),
        });
        const lines = new LineIndex(text);
        for (const place of places) {
          // As an editor tells places: never between \r and \n.
          const position = lines.positionAt(lines.offsetAt(lines.positionAt(place % (text.length + 1))));
          const hover = await service.hover(uri, position);
          if (hover?.range) expectInText(lines, hover.range);
          for (const link of await service.definition(uri, position)) expectTarget(link, files, lines);
          for (const { range } of await service.documentHighlights(uri, position)) expectInText(lines, range);
          for (const link of await service.documentLinks(uri)) expectInText(lines, link.range);
          for (const range of (await service.selectionRanges(uri, [position]))!) expectAround(lines, range, position);
          for (const item of await service.typeHierarchyItems(uri, position)) {
            expectItem(item, files);
            const around = [...(await service.supertypes(item)), ...(await service.subtypes(item))];
            for (const one of around) expectItem(one, files);
          }
          for (const place of await service.references(uri, position, true))
            expectInText(new LineIndex(textAt(place.uri, files)), place.range);
          for (const { startLine, endLine } of await service.foldingRanges(uri)) {
            expect(endLine).toBeGreaterThan(startLine);
            expect(endLine).toBeLessThan(lines.lineCount);
          }
          const asked = { snippets: true, insertReplace: place % 2 === 0 };
          for (const item of (await service.completion(uri, position, asked)).items) {
            const edit = item.textEdit!;
            for (const range of 'range' in edit ? [edit.range] : [edit.insert, edit.replace]) {
              expectInText(lines, range);
              // An editor throws away an item whose edit does not hold the cursor.
              expect(range.start.line).toBe(position.line);
              expect(lines.offsetAt(range.start)).toBeLessThanOrEqual(lines.offsetAt(position));
              expect(lines.offsetAt(range.end)).toBeGreaterThanOrEqual(lines.offsetAt(position));
            }
          }
          for (const action of await service.codeActions(uri, { start: position, end: position }))
            for (const edit of action.edit?.changes?.[uri] ?? []) expectInText(lines, edit.range);
        }
        const ladder = await service.ladder(uri);
        for (const level of ladder!.levels) expect(level.lastLine).toBeGreaterThanOrEqual(level.firstLine);
        expect(await service.exportedFamily(uri, one => one)).toMatchObject({ path: uri });
        for (const symbol of await service.documentSymbols(uri)) expectSymbol(lines, symbol);
        expect(failed).toEqual([]);
      }),
      { numRuns: times({ short: 37, full: 150 }) },
    );
  });
});

/** Each range of a selection holds the place, and the one before it. */
function expectAround(lines: LineIndex, first: SelectionRange, position: Position): void {
  let inner: Range = { start: position, end: position };
  for (let at: SelectionRange | undefined = first; at; at = at.parent) {
    expectInText(lines, at.range);
    expect(lines.offsetAt(at.range.start)).toBeLessThanOrEqual(lines.offsetAt(inner.start));
    expect(lines.offsetAt(at.range.end)).toBeGreaterThanOrEqual(lines.offsetAt(inner.end));
    inner = at.range;
  }
}

function textAt(at: string, files: ReadonlyMap<string, string>): string {
  const text = files.get(at.slice(memoryRoot.length + 1));
  expect(text).toBeDefined();
  return text!;
}

/** An editor throws when the name of an item is not within the item. */
function expectItem({ uri: at, range, selectionRange }: TypeHierarchyItem, files: ReadonlyMap<string, string>): void {
  const lines = new LineIndex(textAt(at, files));
  for (const one of [range, selectionRange]) expectInText(lines, one);
  expect(lines.offsetAt(range.start)).toBeLessThanOrEqual(lines.offsetAt(selectionRange.start));
  expect(lines.offsetAt(range.end)).toBeGreaterThanOrEqual(lines.offsetAt(selectionRange.end));
}

function expectTarget(link: LocationLink, files: ReadonlyMap<string, string>, lines: LineIndex): void {
  if (link.originSelectionRange) expectInText(lines, link.originSelectionRange);
  const target = files.get(link.targetUri.slice(memoryRoot.length + 1));
  expect(target).toBeDefined();
  expectInText(new LineIndex(target!), link.targetRange);
  expectInText(new LineIndex(target!), link.targetSelectionRange);
}
