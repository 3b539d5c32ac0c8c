import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function validator(name: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, formats: { regex: isRegularExpression } });
  return ajv.compile(JSON.parse(read(`schemas/${name}.schema.json`)));
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}

describe('the profile schema', () => {
  const validate = validator('profile');

  it.each(readdirSync(join(root, 'profiles')))('takes %s', name => {
    expect(validate(parse(read(`profiles/${name}`)))).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it.each([
    ['an unknown key', (profile: Record<string, unknown>) => ({ ...profile, sektions: [] })],
    ['a wrong type', (profile: Record<string, unknown>) => ({ ...profile, sectionQualifiers: 'Base' })],
    ['an unknown kind of section', (profile: Record<string, unknown>) => ({ ...profile, baseSections: ['salary'] })],
    [
      'a pattern that is no regular expression',
      (profile: Record<string, unknown>) => ({ ...profile, placeholders: ['(unclosed'] }),
    ],
    ['a missing part', ({ grades: _, ...profile }: Record<string, unknown>) => profile],
  ])('refuses %s', (_, spoil) => {
    expect(validate(spoil(parse(read('profiles/gitlab.yaml')) as Record<string, unknown>))).toBe(false);
  });
});
