import { describe, expect, it } from 'vitest';
import { findLevel, nearestLevel, readLevelName, trackOf } from '../../server/src/model/levelName.ts';
import { defaultProfile as profile } from '../../server/src/profile/builtIn.ts';

const candidates = (titles: readonly string[]) => titles.map(title => ({ title, name: readLevelName(title, profile) }));

/** The title that a name means, `?` where several could be meant, undefined where none. */
function meant(name: string, titles: readonly string[], known: readonly string[] = []): string | undefined {
  const match = findLevel(name, candidates(titles), profile, known);
  return match.type === 'found' ? match.level.title : match.type === 'ambiguous' ? '?' : undefined;
}

const editors = [
  'Junior Editor',
  'Editor (Intermediate)',
  'Senior Editor',
  'Staff Editor',
  'Manager, Editing',
  'Senior Manager, Editing',
  'Director of Editing',
];

describe('a level is found by', () => {
  it.each([
    ['its name in full', 'Senior Editor', 'Senior Editor'],
    ['“Sr.” for Senior', 'Sr. Editor', 'Senior Editor'],
    ['“Jr” for Junior', 'Jr Editor', 'Junior Editor'],
    ['“Associate” for Junior', 'Associate Editor', 'Junior Editor'],
    ['no case', 'SENIOR editor', 'Senior Editor'],
    ['a plural', 'Senior Editors', 'Senior Editor'],
    ['“level”', 'Senior level', 'Senior Editor'],
    ['the seniority alone', 'Staff', 'Staff Editor'],
    ['“(Intermediate)” left out', 'Editor', 'Editor (Intermediate)'],
    ['“Intermediate” before the role', 'Intermediate Editor', 'Editor (Intermediate)'],
    ['“of” for a comma', 'Manager of Editing', 'Manager, Editing'],
    ['a comma for “of”', 'Director, Editing', 'Director of Editing'],
    ['“X Manager” for “Manager, X”, where only that exists', 'Editing Manager', 'Manager, Editing'],
    ['the part before the comma', 'Senior Manager', 'Senior Manager, Editing'],
    ['an article', 'the Senior Editor', 'Senior Editor'],
  ])('%s', (_, name, title) => {
    expect(meant(name, editors)).toBe(title);
  });

  it.each([
    [
      '“&” for “and”',
      'Senior Manager, Texts & Pictures',
      ['Senior Manager, Texts and Pictures'],
      'Senior Manager, Texts and Pictures',
    ],
    ['“VP” for Vice President', 'VP, Texts', ['Vice President of Texts'], 'Vice President of Texts'],
    ['initials of the role', 'Sr Director of TP', ['Senior Director of Text Production'], 'Senior Director of Text Production'],
    [
      'initials in brackets',
      'CTE (Associate)',
      ['Associate Chief Text Editor', 'Senior Chief Text Editor'],
      'Associate Chief Text Editor',
    ],
    [
      'the head of a longer name, where another contains it',
      'Regional Manager',
      ['Regional Manager, Texts', 'Senior Regional Manager, Texts'],
      'Regional Manager, Texts',
    ],
    [
      'a word of the role left out',
      'Senior Text Editor',
      ['Senior Sales Text Editor', 'Sales Text Editor'],
      'Senior Sales Text Editor',
    ],
  ])('%s', (_, name, titles, title) => {
    expect(meant(name, titles)).toBe(title);
  });

  it.each([
    ['the seniority alone as heading', 'Senior Text Editor', ['Intermediate', 'Senior', 'Staff'], 'Senior'],
    ['a heading without words of the title', 'Manager, Text Editing', ['Manager', 'Senior Manager'], 'Manager'],
    [
      'a heading with some words of the title',
      'Senior Manager, Text Editing',
      ['Manager, Text', 'Senior Manager, Text'],
      'Senior Manager, Text',
    ],
    ['an unmarked heading never', 'Text Editing', ['Intermediate', 'Senior'], undefined],
    ['words that are not the title’s never', 'Senior Wine Editor', ['Intermediate', 'Senior'], undefined],
  ])('with words of the page’s title left out: %s', (_, name, titles, title) => {
    expect(meant(name, titles, ['Text Editing', 'Text Editor'])).toBe(title);
  });

  it.each([
    ['Lead Editor', ['Staff Editor', 'Senior Editor']],
    ['Head of Editing', ['Director of Editing']],
    ['Group Manager, Editing', ['Senior Manager, Editing']],
    ['Senior Editor (Books)', ['Senior Editor (News)', 'Editor (News)']],
  ])('never by another word of the same seniority, or other brackets: %s', (name, titles) => {
    expect(meant(name, titles)).toBeUndefined();
  });

  it.each([
    ['Snr. Editor', 'Senior Editor'],
    ['Assoc. Editor', 'Junior Editor'],
    ['Mgr. of Editing', 'Manager, Editing'],
  ])('an abbreviation: %s', (name, title) => {
    expect(meant(name, editors)).toBe(title);
  });

  it('initials that the page’s title stands for', () => {
    expect(meant('Director, TP', ['Director, Text Production (TP)'], ['Text Production'])).toBe('Director, Text Production (TP)');
  });
});

describe('no level is found', () => {
  it.each([
    ['a typo', 'Senior Edtior'],
    ['another role', 'Senior Baker'],
    ['nothing', ''],
  ])('by %s', (_, name) => {
    expect(meant(name, editors)).toBeUndefined();
  });

  it('where several could be meant', () => {
    expect(meant('Senior', ['Senior Editor', 'Senior Proofreader'])).toBe('?');
  });

  it('by “X Manager” where both exist: it is the one of that very name', () => {
    expect(meant('Editing Manager', ['Manager, Editing', 'Editing Manager'])).toBe('Editing Manager');
  });
});

it('the nearest level is offered for a typo, and none for something else', () => {
  expect(nearestLevel('Senior Edtior', candidates(editors), profile)?.title).toBe('Senior Editor');
  expect(nearestLevel('Pastry Chef', candidates(editors), profile)).toBeUndefined();
});

describe('seniority and track', () => {
  it.each([
    ['Editor', 'Intermediate', 'individual-contributor'],
    ['Senior Editor', 'Senior', 'individual-contributor'],
    ['Lead Editor', 'Staff', 'individual-contributor'],
    ['Editing Manager', 'Intermediate', 'individual-contributor'],
    ['Senior Editing Manager', 'Senior', 'individual-contributor'],
    ['Manager, Editing', 'Manager', 'management'],
    ['Editing Senior Manager', 'Senior Manager', 'management'],
    ['Senior Director of Editing', 'Senior Director', 'management'],
    ['VP of Editing', 'Vice President', 'management'],
    ['Chief Editing Officer', 'Chief Officer', 'management'],
    ['Chief of Staff to the CEO', 'Intermediate', 'individual-contributor'],
    ['Distinguished Editor', 'Distinguished', 'individual-contributor'],
  ])('%s: %s, %s', (title, seniority, track) => {
    const name = readLevelName(title, profile);
    expect(name.seniority.name).toBe(seniority);
    expect(trackOf(name, undefined, 8, profile)).toBe(track);
  });

  it('“W Manager, X” manages from the lowest grade of management on', () => {
    const name = readLevelName('Regional Manager, Texts', profile);
    expect(trackOf(name, 9, 8, profile)).toBe('management');
    expect(trackOf(name, 6, 8, profile)).toBe('individual-contributor');
  });
});
