import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EditedText } from '../../server/src/text/editedText.ts';
import { applySpanEdits, type SpanEdit } from '../../server/src/text/spanEdit.ts';

it('rounds of edits are one set of edits of the original, as small as they were made', () => {
  const text = new EditedText('one two three');
  text.apply([{ span: { start: 4, end: 7 }, newText: 'zwei' }]);
  text.apply([
    { span: { start: 0, end: 3 }, newText: 'eins' },
    { span: { start: 4, end: 5 }, newText: 'Z' },
  ]);
  expect(text.text).toBe('eins Zwei three');
  expect(text.edits()).toEqual([
    { span: { start: 0, end: 3 }, newText: 'eins' },
    { span: { start: 4, end: 7 }, newText: 'Zwei' },
  ]);
});

it('text put in at one place stays in order, and what is put in and taken out again is no edit', () => {
  const text = new EditedText('ab');
  text.apply([
    { span: { start: 1, end: 1 }, newText: '1' },
    { span: { start: 1, end: 1 }, newText: '2' },
  ]);
  expect(text.text).toBe('a12b');
  expect(applySpanEdits('ab', text.edits())).toBe('a12b');
  text.apply([{ span: { start: 1, end: 3 }, newText: '' }]);
  expect(text.edits()).toEqual([]);
});

it('whatever the rounds are, the edits make of the original what the rounds made', () => {
  const rounds = fc.array(fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 4 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), rounds, (original, all) => {
      const text = new EditedText(original);
      for (const round of all) {
        const edits: SpanEdit[] = [];
        let from = 0;
        for (const [skip, length, newText] of round) {
          const start = Math.min(text.text.length, from + skip);
          const end = Math.min(text.text.length, start + length);
          edits.push({ span: { start, end }, newText });
          from = end + 1;
          if (from > text.text.length) break;
        }
        text.apply(edits);
      }
      expect(applySpanEdits(original, text.edits())).toBe(text.text);
    }),
  );
});
