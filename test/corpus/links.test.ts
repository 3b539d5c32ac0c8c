import { describe, expect, it } from 'vitest';
import { scanLinks } from '../../server/src/syntax/linkScan.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { describeScore, hasCorpus, readCorpusJson, readHandbook, scoreOf } from '../support/corpus.ts';

describe.skipIf(!hasCorpus)('links of the real pages', () => {
  // Mail addresses and what frames and scripts load are no links within the site: there the two may differ.
  const isOfSite = (place: string): boolean =>
    !/ (?:https?:|mailto:|www\.|\S+@)/i.test(place) || /handbook\.gitlab\.com/i.test(place);

  it('within the site, found by a look at each line, are those of the parsed page: F1 at least 0.999', () => {
    const scanned: string[] = [];
    const parsed: string[] = [];
    for (const path of Object.keys(hasCorpus ? readCorpusJson<Record<string, string[]>>('hugo-ids.json') : {})) {
      const text = readHandbook(path);
      const page = parsePage(text);
      const { contentSpan } = page.frontMatter ?? { contentSpan: { end: 0 } };
      for (const { line, character, destination } of scanLinks(text, contentSpan.end))
        scanned.push(`${path}:${line}:${character} ${destination}`);
      const places = page.links.map(({ destinationSpan }) => {
        const { line, character } = page.lines.positionAt(destinationSpan.start);
        return `${path}:${line}:${character} ${text.slice(destinationSpan.start, destinationSpan.end)}`;
      });
      // A definition is one place, however many links use it.
      parsed.push(...new Set(places));
    }
    const score = scoreOf(scanned.filter(isOfSite), parsed.filter(isOfSite));
    console.log(describeScore('links within the site', score), {
      missing: score.missing.slice(0, 20),
      extra: score.extra.slice(0, 20),
    });
    expect(parsed.length).toBeGreaterThan(5000);
    expect(score.f1).toBeGreaterThanOrEqual(0.999);
  });
});
