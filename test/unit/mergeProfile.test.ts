import { expect, it } from 'vitest';
import { builtInProfiles } from '../../server/src/profile/builtIn.ts';
import { mergeProfile } from '../../server/src/profile/mergeProfile.ts';
import { profileTroubles } from '../../server/src/profile/profileTroubles.ts';

it('changes are laid over part by part: a list is replaced', () => {
  const base = { a: { b: 1, c: 2 }, list: ['x', 'y'] };
  expect(mergeProfile(base, { a: { c: 3 }, list: ['z'] })).toEqual({ a: { b: 1, c: 3 }, list: ['z'] });
});

it('a list may be changed by what is added and removed, whatever its case; what is added stands in for its namesake', () => {
  const base = {
    words: [
      { avoid: 'Hero', useInstead: ['helper'] },
      { avoid: 'guru', useInstead: [] },
    ],
    places: ['EMEA', 'APAC'],
  };
  expect(
    mergeProfile(base, {
      words: { add: [{ avoid: 'guru', useInstead: ['expert'] }], remove: ['hero'] },
      places: { add: ['DACH'], remove: ['apac'] },
    }),
  ).toEqual({ words: [{ avoid: 'guru', useInstead: ['expert'] }], places: ['EMEA', 'DACH'] });
});

it('without a base, what is added is the list', () => {
  expect(mergeProfile(undefined, { places: { add: ['DACH'] } })).toEqual({ places: { add: ['DACH'] } });
  expect(mergeProfile({}, { places: { add: ['DACH'] } })).toEqual({ places: ['DACH'] });
});

it.each([...builtInProfiles])('the built-in profile %s is a whole one', (_, profile) => {
  expect(profileTroubles(profile)).toEqual([]);
});

it('what keeps a value from being a profile is said with its place', () => {
  const gitlab = builtInProfiles.get('gitlab')!;
  expect(profileTroubles(mergeProfile(gitlab, { grades: { anchor: 7 } }))).toEqual([
    '“grades › anchor” must be of the type string',
  ]);
  expect(profileTroubles(mergeProfile(gitlab, { sektions: [] }))).toEqual(['it has an unknown key “sektions”']);
  expect(profileTroubles(mergeProfile(gitlab, { placeholders: ['(unclosed'] }))).toEqual([
    'the pattern at “placeholders › 0” is not a valid regular expression',
  ]);
});
