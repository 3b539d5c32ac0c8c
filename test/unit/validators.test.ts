import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemasModule } from '../../scripts/schemaPlugin.mjs';
import { catalogueSchema, frontMatterSchema } from '../../server/src/schema/schemas.ts';

const folder = join(import.meta.dirname, '../../schemas');

describe('validators that are compiled at build time', () => {
  it('the code runs where nothing can be compiled or required', () => {
    const code = schemasModule();
    expect(code).not.toMatch(/\brequire\(|\beval\b|\bnew Function\b/);
    expect(code).toContain('export const validateCatalogue');
  });

  it('find what is wrong, and nothing else', () => {
    expect(catalogueSchema.errorsOf([{ title: 'Baker', description: ['/job-families/kitchen/baker/'] }])).toEqual([]);
    expect(catalogueSchema.errorsOf([{ title: '', description: [] }]).map(error => error.instancePath)).toEqual([
      '/0/title',
      '/0/description',
    ]);
    expect(frontMatterSchema.errorsOf({ title: ['a'] }).map(error => error.keyword)).toEqual(['type']);
  });

  it('every key of every schema that people write says what it is for', () => {
    const silent: string[] = [];
    const visit = (schema: Record<string, unknown>, at: string): void => {
      for (const [key, value] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>)) {
        if (typeof value.description !== 'string') silent.push(`${at}.${key}`);
        visit(value, `${at}.${key}`);
      }
    };
    for (const name of ['front-matter', 'catalogue'])
      visit(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as Record<string, unknown>, name);
    expect(silent).toEqual([]);
  });
});
