import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { bakeryPage, type ExpectedSentence, extendingSentences, otherSentences } from '../support/extendsSentences.ts';

/** What the last level of the sentence's page extends, as `{sentence, extended}` with the sections where they are not the sentence's own. */
function read(expected: ExpectedSentence): ExpectedSentence {
  const director = buildJobFamily(parsePage(bakeryPage(expected)), defaultProfile).levels.at(-1)!;
  const extended = director.extends.flatMap(({ kinds, target }) => {
    const name = target.type === 'level' ? target.level.title : target.type === 'base' ? 'base' : `${target.type} ${target.name}`;
    return kinds.map(kind => (kind === expected.section.toLowerCase() ? name : `${kind}: ${name}`));
  });
  return { ...expected, extended: extended.sort() };
}

const extending = extendingSentences();
const others = otherSentences();

it('there are at least 300 sentences that extend and 100 that do not', () => {
  expect(extending.flatMap(([, sentences]) => sentences).length).toBeGreaterThanOrEqual(300);
  expect(others.length).toBeGreaterThanOrEqual(100);
});

describe('extends', () => {
  it.each(extending)('%s', (_, sentences) => {
    expect(sentences.map(read)).toEqual(sentences);
  });
});

describe('extends nothing', () => {
  it.each(others.map(one => [one.sentence, one] as const))('%s', (_, sentence) => {
    expect(read(sentence)).toEqual(sentence);
  });
});
