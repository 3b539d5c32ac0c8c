import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ajvOptions, annotations } from '../../scripts/schemaPlugin.mjs';
import { patternTrouble } from '../../server/src/profile/patterns.ts';
import { nearKeyTroubles, schemaTroubles } from '../../server/src/rules/schemaTrouble.ts';
import type { JsonSchema } from '../../server/src/schema/jsonSchema.ts';
import { type CompiledSchema, compiledSchema } from '../../server/src/schema/schemas.ts';
import { YamlDocument } from '../../server/src/syntax/yamlDocument.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';

/** A schema of every form that settings take. */
const settings = {
  type: 'object',
  additionalProperties: false,
  required: ['profile'],
  properties: {
    profile: { type: 'string', pattern: '^[a-z-]+$' },
    limit: { type: 'integer', minimum: 1, maximum: 9 },
    strict: { type: 'boolean' },
    words: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
    names: { type: ['string', 'array'], items: { type: 'string' } },
    search: { type: 'string', format: 'regex' },
    rules: { type: 'object', additionalProperties: { $ref: '#/definitions/setting' } },
    mode: { enum: ['strict', 'loose', 1] },
  },
  definitions: {
    severity: { enum: ['error', 'warning', 'off'] },
    setting: {
      anyOf: [
        { $ref: '#/definitions/severity' },
        {
          type: 'object',
          additionalProperties: false,
          properties: { severity: { $ref: '#/definitions/severity' }, most: { type: 'number' } },
        },
      ],
    },
  },
};

function compiled(schema: JsonSchema): CompiledSchema {
  const ajv = new Ajv({ ...ajvOptions, formats: { regex: (source: string) => patternTrouble(source) === undefined } });
  ajv.addVocabulary(annotations);
  return compiledSchema(schema, ajv.compile(schema));
}

const schema = compiled(settings as JsonSchema);

/** Each trouble as “place: message”. */
function told(text: string): string[] {
  return schemaTroubles(new YamlDocument(text), schema).map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
  );
}

function mended(text: string): string {
  const fixes = schemaTroubles(new YamlDocument(text), schema).map(
    ({ fixes: all }) => (typeof all === 'function' ? all() : all)?.[0],
  );
  return applySpanEdits(
    text,
    fixes.flatMap(fix => fix?.edits ?? []),
  );
}

describe('what is wrong with a document by its schema', () => {
  it('nothing, where nothing is', () => {
    expect(
      told('profile: gitlab\nlimit: 3\nrules:\n  a-rule: off\n  b-rule: { severity: error, most: 2 }\n'.replace('off', '"off"')),
    ).toEqual([]);
  });

  it.each([
    ['profle: x\n', ['profle: “profle” is no key that is known here. Is “profile” meant?']],
    [
      'profile: x\ncolour: red\n',
      [
        'colour: “colour” is no key that is known here. Known are “profile”, “limit”, “strict”, “words”, “names”, “search”, “rules” and “mode”.',
      ],
    ],
    ['strict: true\n', ['strict: The file lacks the key “profile”.']],
    ['profile: 7\n', ['7: “profile” must be a text, not a number.']],
    ['profile:\n', ['profile: “profile” must be a text, not empty.']],
    ['profile: My Profile\n', ['My Profile: “My Profile” is not written as “profile” must be.']],
    ['profile: x\nlimit: 12\n', ['12: “limit” must be at most 9.']],
    ['profile: x\nlimit: 2.5\n', ['2.5: “limit” must be a whole number, not 2.5.']],
    ['profile: x\nstrict: "true"\n', ['"true": “strict” must be true or false, not a text.']],
    ['profile: x\nwords: [a, 2]\n', ['2: Entry 2 of “words” must be a text, not a number.']],
    ['profile: x\nwords: []\n', ['[]: “words” is empty.']],
    ['profile: x\nwords: [a, b, a]\n', ['a: An entry of “words” stands there twice.']],
    ['profile: x\nnames: {a: 1}\n', ['{a: 1}: “names” must be a text or a list, not a group of keys.']],
    ['profile: x\nsearch: (a\n', ['(a: The regular expression “(a” is not a valid regular expression.']],
    ['profile: x\nmode: lose\n', ['lose: “mode” cannot be “lose”. It is one of “strict”, “loose” or “1”.']],
    ['- profile\n', ['- profile: The file must be a group of keys, not a list.']],
    ['just words\n', ['just words: The file must be a group of keys, not a text.']],
  ])('%j', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('one finding a cause where a value may be of several kinds', () => {
    const rules = (setting: string): string[] => told(`profile: x\nrules:\n  a-rule: ${setting}\n`);
    expect(rules('eror')).toEqual(['eror: “a-rule” cannot be “eror”. It is one of “error”, “warning” or “off”.']);
    expect(rules('{ severity: eror }')).toEqual(['eror: “severity” cannot be “eror”. It is one of “error”, “warning” or “off”.']);
    expect(rules('{ sverity: error }')).toEqual(['sverity: “sverity” is no key that is known here. Is “severity” meant?']);
    expect(rules('{ most: many }')).toEqual(['many: “most” must be a number, not a text.']);
    expect(rules('7')).toEqual(['7: “a-rule” cannot be “7”. It is one of “error”, “warning” or “off”.']);
  });

  it('mends what is nearly right, quotes and line ends kept', () => {
    expect(mended('"profle": x\r\nlimit: 3\r\n')).toBe('"profile": x\r\nlimit: 3\r\n');
    expect(mended('profile: x\nrules:\n  a-rule: eror\n')).toBe('profile: x\nrules:\n  a-rule: error\n');
    expect(mended('profile: 7\nstrict: "false"\n')).toBe('profile: "7"\nstrict: false\n');
  });

  it('finds its place behind keys with slashes, tildes and quotes', () => {
    expect(told('profile: x\nrules:\n  "a/b~c": eror\n')).toEqual([
      'eror: “a/b~c” cannot be “eror”. It is one of “error”, “warning” or “off”.',
    ]);
  });
});

describe('keys of an open map', () => {
  const near = (text: string): string[] =>
    nearKeyTroubles(new YamlDocument(text), [], ['title', 'description', 'tags', 'date']).map(({ message }) => message);

  it('are told where they are nearly one that is not there', () => {
    expect(near('titel: x\n')).toEqual(['“titel” is no key that is known here. Is “title” meant?']);
    expect(near('tag: x\n')).toHaveLength(1);
  });

  it('are left alone where that one is there, where nothing is near, and where they are short', () => {
    expect(near('titel: x\ntitle: y\n')).toEqual([]);
    expect(near('audience: x\nTITLE: y\nrate: 1\ndata: 2\n')).toEqual([]);
  });
});
