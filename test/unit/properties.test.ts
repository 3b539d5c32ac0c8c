import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inheritedTooltip, inlayHints } from '../../server/src/features/inlayHints.ts';
import { semanticTokens, tokensOf } from '../../server/src/features/semanticTokens.ts';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { gradeOf, lineOfLevel } from '../../server/src/model/jobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { type PageSyntax, parsePage } from '../../server/src/syntax/page.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { linkFamily, memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';
import { plainBlocks } from '../support/plainBlocks.ts';
import { times } from '../support/randomTests.ts';

const path = 'content/job-families/kitchen/baker.md';

/** Pieces that job families, and markdown at its worst, are made of. */
const piece = fc.constantFrom(
  '---\n',
  'title: Baker\n',
  '## Levels\n\n',
  '### Senior Baker\n\n',
  '### Baker (Intermediate)\n\n',
  '#### Job Grade\n\n',
  '## Job Grade\n\n',
  'The Senior Baker is a [grade 7](/handbook/x/#y).\n',
  'grade 5 (/x).\n\n',
  '#### Responsibilities\n\n',
  '### Requirements\n',
  '- Extends the Baker responsibilities\n',
  '- All Senior requirements plus:\n',
  '- bake [bread](#senior-baker)\n',
  '  - a nested one\n',
  '| Title | Grade |\n|---|---|\n| [Baker](#baker) | Grade 6 |\n',
  '```\n',
  '> quoted\n',
  '{{< ref "x#y" >}}',
  '{{% a',
  '<a id="b">',
  '<!-- ',
  '[ref]: /x\n',
  '[ref]',
  '![i](j.png)',
  '**',
  '`',
  '\\',
  '\n',
  '\n\n',
  '    code\n',
  '***\n',
  '===\n',
  '\t',
  '<<<<<<< a\n',
  '\r\n',
  '\uFEFF',
  '\uD800',
  'é😀',
);
const page = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function checkSpans(syntax: PageSyntax): void {
  const spans = [
    ...syntax.headings.flatMap(heading => [heading.span, heading.contentSpan]),
    ...syntax.links.flatMap(link => [link.span, link.textSpan, link.destinationSpan]),
    ...syntax.blocks.map(block => block.span),
    ...syntax.shortcodes.map(call => call.span),
  ];
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(syntax.text.length);
  }
  for (const heading of syntax.headings) {
    expect(heading.contentSpan.start).toBeGreaterThanOrEqual(heading.span.start);
    expect(heading.contentSpan.end).toBeLessThanOrEqual(heading.span.end);
  }
}

describe('any text', () => {
  it('is parsed, read as a family and checked without a throw, every span within it', async () => {
    await fc.assert(
      fc.asyncProperty(page, async text => {
        const syntax = parsePage(text);
        checkSpans(syntax);
        outlinePage(text);
        buildJobFamily(syntax, defaultProfile);
        const failed: unknown[] = [];
        runRules(await linkFamily({ [path]: text }), { onRuleFailed: (code, error) => failed.push(code, error) });
        expect(failed).toEqual([]);
      }),
      { numRuns: times({ short: 100, full: 400 }) },
    );
  });

  it('has the same ids by its outline as by its whole tree', () => {
    fc.assert(
      fc.property(page, text => {
        expect([...outlinePage(text).ids]).toEqual([...parsePage(text).ids]);
      }),
      { numRuns: times({ short: 100, full: 400 }) },
    );
  });
});

describe('any page', () => {
  it('shows hints and colours within its lines, colours in order and apart', async () => {
    await fc.assert(
      fc.asyncProperty(page, async text => {
        const linked = await linkFamily({ [path]: text });
        const whole = { start: 0, end: text.length };
        for (const { position } of inlayHints(linked, whole, { grades: true, inherited: true })) {
          const { lines } = linked.family.page;
          expect(lines.positionAt(lines.offsetAt(position))).toEqual(position);
          inheritedTooltip(linked, position);
        }
        let end = 0;
        for (const { span } of tokensOf(linked.family, linked.profile)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(span.start, span.end)).toMatch(/^[^\r\n]+$/);
          end = span.end;
        }
        semanticTokens(linked.family, linked.profile);
      }),
      { numRuns: times({ short: 75, full: 300 }) },
    );
  });
});

describe('an edited text', () => {
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 20 }), insert: fc.oneof(piece, fc.constant('')) });

  it('is parsed from its earlier state as from scratch, a table that is one no more and ended a paragraph too', () => {
    const before = parsePage(`${'Some words of a paragraph. '.repeat(10)}\n| Title | Grade |\n|---|---|\n| Baker | 6 |\n`);
    const after = before.text.replace('|---|---|', '|---|');
    expect(plainBlocks(before)).toHaveLength(2);
    expect(plainBlocks(parsePage(after, before))).toEqual(plainBlocks(parsePage(after)));
  });

  it('is parsed from its earlier state as from scratch', () => {
    fc.assert(
      fc.property(page, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let syntax = parsePage(text);
        for (const { at, length, insert } of edits) {
          const start = at % (syntax.text.length + 1);
          const next = syntax.text.slice(0, start) + insert + syntax.text.slice(start + length);
          syntax = parsePage(next, syntax);
          const fresh = parsePage(next);
          expect(syntax.headings).toEqual(fresh.headings);
          expect(syntax.links).toEqual(fresh.links);
          expect(plainBlocks(syntax)).toEqual(plainBlocks(fresh));
          expect([...syntax.ids]).toEqual([...fresh.ids]);
        }
      }),
      { numRuns: times({ short: 75, full: 300 }) },
    );
  });

  it('leaves the workspace as one that was made of it from scratch', async () => {
    const other = 'content/job-families/kitchen/cook.md';
    const told = async (files: Record<string, string>, workspace = memoryWorkspace(files).workspace): Promise<string> => {
      const linked = (await LinkedFamily.load(`${memoryRoot}/${path}`, workspace))!;
      return JSON.stringify(runRules(linked).map(({ fixes: _, ...finding }) => finding));
    };
    await fc.assert(
      fc.asyncProperty(page, page, page, page, async (first, second, third, fourth) => {
        const { workspace } = memoryWorkspace({ [path]: first, [other]: second });
        await told({}, workspace);
        workspace.setDocument(`${memoryRoot}/${other}`, third);
        await told({}, workspace);
        workspace.setDocument(`${memoryRoot}/${path}`, fourth);
        expect(await told({}, workspace)).toBe(await told({ [path]: fourth, [other]: third }));
      }),
      { numRuns: times({ short: 25, full: 100 }) },
    );
  });
});

it('line ends make no difference to levels, grades, sections and findings', async () => {
  const told = async (text: string): Promise<unknown> => {
    const linked = await linkFamily({ [path]: text });
    const { family } = linked;
    return {
      levels: family.levels.map(level => [
        level.title,
        level.anchor,
        lineOfLevel(family, level),
        gradeOf(level)?.grade,
        level.sections.map(section => [section.kind, section.bullets.length]),
      ]),
      findings: runRules(linked).map(finding => [
        finding.code,
        finding.message.replaceAll('\r', ''),
        family.page.lines.lineAt(finding.span.start),
      ]),
    };
  };
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
      const text = pieces.join('').replaceAll('\r', '');
      expect(await told(text.replaceAll('\n', '\r\n'))).toEqual(await told(text));
    }),
    { numRuns: times({ short: 50, full: 200 }) },
  );
});
