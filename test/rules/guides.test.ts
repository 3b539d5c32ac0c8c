import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfiguration } from '../../server/src/configuration/loadConfiguration.ts';
import { builtInProfiles } from '../../server/src/profile/builtIn.ts';
import { configurationSchema, customProfileSchema } from '../../server/src/schema/schemas.ts';

/** A block after this is a ladder to be saved under that name: `ownLadderGuide.test.ts` reads those. */
const SAVED_AS = /Save as `[^`]+`:\s*$/;

/** The configuration in a guide, with the line that it starts on, counted from 1. */
function yamlBlocks(guide: string): { readonly line: number; readonly text: string }[] {
  const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
    .filter(({ index }) => !SAVED_AS.test(text.slice(0, index)))
    .map(match => ({ line: text.slice(0, match.index).split('\n').length, text: match[1]! }));
}

describe.each(['configuration.md', 'own-ladder.md'])('docs/%s', guide => {
  it.each(yamlBlocks(guide))('line $line can be used as it stands', async ({ text }) => {
    const value = parse(text) as Record<string, unknown>;
    const isProfile = 'base' in value;
    expect((isProfile ? customProfileSchema : configurationSchema).errorsOf(value)).toEqual([]);
    const files = isProfile
      ? { 'file:///w/.job-family.yaml': 'profile: people/profile.yaml', 'file:///w/people/profile.yaml': text }
      : { 'file:///w/.job-family.yaml': text };
    const { troubles, profile } = await loadConfiguration(
      ['file:///w'],
      {},
      {
        readFile: uri => Promise.resolve((files as Record<string, string>)[uri]),
        listFiles: () => Promise.resolve([]),
      },
    );
    expect(troubles).toEqual([]);
    // It changes something.
    if ('overrides' in value || isProfile) expect([...builtInProfiles.values()]).not.toContainEqual(profile);
  });
});
