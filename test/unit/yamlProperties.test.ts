import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaCompletion } from '../../server/src/features/schema/schemaCompletion.ts';
import { schemaHover } from '../../server/src/features/schema/schemaHover.ts';
import { runDocumentRules } from '../../server/src/rules/runRules.ts';
import { catalogueSchema, frontMatterSchema } from '../../server/src/schema/schemas.ts';
import { YamlDocument } from '../../server/src/syntax/yamlDocument.ts';
import { placeInYaml } from '../../server/src/syntax/yamlPlace.ts';
import { linkDocument } from '../support/memoryWorkspace.ts';

/** Pieces that catalogues and front matter, and YAML at its worst, are made of. */
const piece = fc.constantFrom(
  'title: ',
  '- title: Baker\n',
  '  description: /job-families/kitchen/baker/\n',
  '  description:\n    - /job-families/x/\n',
  '    - ',
  '- ',
  '-',
  '\n',
  '  ',
  'tags: [a, ',
  ']',
  '{ b: c',
  '}',
  '"',
  "'",
  ': ',
  ':',
  '# remark\n',
  '&a ',
  '*a',
  '|\n  text\n',
  '>-\n',
  '---\n',
  '? ',
  '!!str ',
  '%YAML 1.2\n',
  '\t',
  '\uFEFF',
  'true',
  '7',
  '\u{1F600}',
);
const yaml = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string()), { maxLength: 25 }).map(pieces => pieces.join(''));

describe('any text', () => {
  it('is read as YAML, completed and hovered over without a throw, every span within it', () => {
    fc.assert(
      fc.property(yaml, fc.nat(), (text, at) => {
        const document = new YamlDocument(text);
        const offset = at % (text.length + 1);
        const place = placeInYaml(document, offset);
        const spans = [...document.errors.map(error => error.span), ...(place ? [place.span] : [])];
        for (const { key, keySpan, valueSpan } of document.entriesAt([])) {
          spans.push(keySpan, valueSpan);
          expect(document.keySpan([key])).toBeDefined();
        }
        for (const span of spans) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        if (place) expect(place.span.start <= offset && offset <= place.span.end).toBe(true);
        for (const { schema } of [catalogueSchema, frontMatterSchema]) {
          schemaCompletion(document, schema, offset, () => ['/a/']);
          schemaHover(document, schema, offset);
        }
      }),
    );
  });

  it('is checked as a catalogue without a throw, every finding within it', async () => {
    await fc.assert(
      fc.asyncProperty(yaml, async text => {
        const failures: unknown[] = [];
        const found = runDocumentRules(await linkDocument({ 'data/job_families.yml': text }), {
          onRuleFailed: (code, error) => failures.push(code, error),
        });
        expect(failures).toEqual([]);
        for (const { span } of found) expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
    );
  });

  it('has the same places with either line end', () => {
    fc.assert(
      fc.property(yaml, fc.nat(), (mixed, at) => {
        const unix = mixed.replaceAll('\r', '');
        const windows = unix.replaceAll('\n', '\r\n');
        const offset = at % (unix.length + 1);
        const moved = (place: number): number => place + unix.slice(0, place).split('\n').length - 1;
        const one = placeInYaml(new YamlDocument(unix), offset);
        const other = placeInYaml(new YamlDocument(windows), moved(offset));
        expect(other).toEqual(one && { ...one, span: { start: moved(one.span.start), end: moved(one.span.end) } });
      }),
    );
  });
});
