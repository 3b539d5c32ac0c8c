import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));

/** What of a text must be the same in every language: places to fill in, commands, settings and keys. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d\}|\((?:command|https?):[^)]+\)|`[^`]+`/g) ?? []).sort();
}

describe.each([
  ['package.nls.json', 'package.nls.de.json'],
  ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
])('%s in German', (english, german) => {
  const texts = read(english);
  const translated = read(german);

  it('has every text, and none that is no longer used', () => {
    expect(Object.keys(translated).sort()).toEqual(Object.keys(texts).sort());
    expect(Object.entries(translated).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('keeps places to fill in, commands and settings', () => {
    for (const [key, text] of Object.entries(texts)) expect(fixedParts(translated[key] ?? ''), key).toEqual(fixedParts(text));
  });
});

it('every text that package.json names is there, and each that is there is named', () => {
  const manifest = JSON.stringify(read('package.json'));
  const named = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(match => match[1]!));
  expect([...named].sort()).toEqual(Object.keys(read('package.nls.json')).sort());
});
