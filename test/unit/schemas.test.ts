import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtInProfiles } from '../../server/src/profile/builtIn.ts';
import { globTrouble } from '../../server/src/profile/globs.ts';
import { patternTrouble } from '../../server/src/profile/patterns.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function validator(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats });
  return ajv.compile(JSON.parse(read(`schemas/${name}.schema.json`)));
}

const formats = {
  glob: (glob: string) => globTrouble(glob) === undefined,
  regex: (source: string) => patternTrouble(source) === undefined,
};

describe('the schema of a whole profile', () => {
  const validate = validator('profile');
  const gitlab = builtInProfiles.get('gitlab')! as unknown as Record<string, unknown>;

  it.each([...builtInProfiles])('takes %s', (_, profile) => {
    expect(validate(profile)).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['an unknown key', { ...gitlab, sektions: [] }],
    ['a wrong type', { ...gitlab, sectionQualifiers: 'Base' }],
    ['an unknown kind of section', { ...gitlab, baseSections: ['salary'] }],
    ['a pattern that is no regular expression', { ...gitlab, placeholders: ['(unclosed'] }],
    ['a missing part', { ...gitlab, grades: undefined }],
  ])('refuses %s', (_, spoilt) => {
    expect(validate(JSON.parse(JSON.stringify(spoilt)))).toBe(false);
  });
});

describe('the schema of a profile’s file', () => {
  const validate = validator('custom-profile');

  it.each(readdirSync(join(root, 'profiles')).filter(name => name.endsWith('.yaml')))('takes %s', name => {
    expect(validate(parse(read(`profiles/${name}`)))).toBe(true);
    expect(validate.errors).toBeNull();
  });
});

describe('the schema of .job-family.yaml', () => {
  const validate = validator('config');

  it.each([
    ['an empty one', {}],
    ['a profile', { profile: 'plain' }],
    ['a rule turned off', { rules: { 'broken-link': 'off' } }],
    ['a list that is replaced', { overrides: { sectionQualifiers: ['Base'] } }],
    [
      'a list that is changed',
      { overrides: { sections: { add: [{ kind: 'levels', canonical: 'Steps', spellings: ['Steps'] }] } } },
    ],
  ])('takes %s', (_, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['an unknown rule', { rules: { 'brocken-link': 'off' } }],
    ['an unknown severity', { rules: { 'broken-link': 'fatal' } }],
    ['an unknown key', { profil: 'plain' }],
    ['a change that is none', { overrides: { sectionQualifiers: { plus: ['Base'] } } }],
  ])('refuses %s', (_, value) => {
    expect(validate(value)).toBe(false);
  });
});
