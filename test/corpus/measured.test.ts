import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { withPreset } from '../../server/src/rules/presets.ts';
import { documentRules, rules } from '../../server/src/rules/registry.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { handbookFolder, hasCorpus, readCorpusJson } from '../support/corpus.ts';

interface TruthFinding {
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
}

/** Which rules tell what the reader of the pages wrote in free text; the first that fits counts. */
const TELLING: readonly (readonly [what: RegExp, codes: readonly string[]])[] = [
  [/^missing section Job Grade \(level/, ['missing-job-grade']],
  [/^missing section (?!Job Grade)/, ['missing-section']],
  [/^missing Ability to use GitLab/, ['missing-required-bullet', 'missing-section']],
  [/^vacancy wording/, ['vacancy-wording']],
  [/^level does not say whom/, ['reports-to-missing']],
  [/^intermediate as a prefix/, ['intermediate-as-prefix']],
  [/^grade sentence names/, ['grade-names-another-level']],
  [/swallowed by the bullet/, ['lost-bullet-marker']],
  [/^performance indicators without links/, ['performance-indicator-unlinked']],
  [/^PI count/, ['performance-indicator-count']],
  [/^(?:file name|duplicate page)/, ['file-name-style']],
  [/^(?:broken link|link to a page)/, ['broken-link']],
  [/^years of experience/, ['years-of-experience']],
  [/^prior experience/, ['prior-experience-at-entry-grade', 'years-of-experience']],
  [/^location/, ['location-named']],
  [/^gendered pronoun/, ['gendered-pronoun']],
  [/^skipped heading/, ['heading-skipped']],
  [/^unknown extended level/, ['unknown-extended-level']],
  [/^extends a more senior/, ['extends-more-senior']],
  [/^bullet repeats/, ['restated-bullet']],
  [/^Job Grade nested/, ['misplaced-section']],
  [/^title begins/, ['untidy-title']],
  [/^site link with a host/, ['absolute-site-link']],
  [/^typo in section name/, ['section-name-typo']],
  [/^grades not ascending/, ['grade-order', 'level-order']],
  [/^placeholder/, ['unfilled-placeholder']],
  [/^duplicate level/, ['missing-job-grade']],
];

describe.skipIf(!hasCorpus)('docs/rules/measured.md', () => {
  const folder = pathToFileURL(handbookFolder).href;
  const rows = readFileSync(new URL('../../docs/rules/measured.md', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => /^\| (?!rule |place )/.test(line))
    .map(line =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  const ofRules = rows.filter(cells => cells.length === 6 && /^[a-z]+(?:-[a-z]+)+$/.test(cells[0]!));
  const notTold = rows.filter(cells => cells.length === 3);
  const byPath = new Map<
    string,
    { readonly findings: readonly Finding[]; readonly linesOf: (finding: Finding) => readonly number[] }
  >();
  const settings = withPreset(
    'strict',
    {},
    [...rules, ...documentRules].map(({ code }) => code),
  );

  beforeAll(async () => {
    if (!hasCorpus) return;
    const workspace = new Workspace(new DiskHost(() => {}), defaultProfile, [folder]);
    await workspace.loadListing();
    for (const uri of workspace.familyPages()) {
      const linked = await LinkedFamily.load(uri, workspace);
      if (!linked) continue;
      const { lines } = linked.family.page;
      byPath.set(decodeURIComponent(uri.slice(folder.length + 1)), {
        findings: runRules(linked, { settings }),
        // A finding also reports other places of the page.
        linesOf: ({ span, related }) =>
          [span, ...related.filter(place => place.uri === uri).map(place => place.span)].map(
            ({ start }) => lines.lineAt(start) + 1,
          ),
      });
    }
  }, 120_000);

  it('has a row for each rule, with the number of its findings in either half', () => {
    const counts = [...rules, ...documentRules].map(({ code }) => {
      const inHalf = (half: 1 | 2): number =>
        [...byPath]
          .filter(([path]) => halfOf(path) === half)
          .flatMap(([, { findings }]) => findings)
          .filter(finding => finding.code === code).length;
      return [code, [inHalf(1), inHalf(2)]];
    });
    expect(Object.fromEntries(ofRules.map(([code, first, , second]) => [code, [Number(first), Number(second)]]))).toEqual(
      Object.fromEntries(counts),
    );
  });

  it('shows fewer than 1 % false findings in the second half for each error, and 3 % for each warning', () => {
    const severities = new Map([...rules, ...documentRules].map(rule => [rule.code, rule.severity]));
    for (const [code, , , found, wrong] of ofRules) {
      const severity = severities.get(code!)!;
      if (wrong === '–' || (severity !== 'error' && severity !== 'warning')) continue;
      expect(Number(wrong) / Number(found), code).toBeLessThan(severity === 'error' ? 0.01 : 0.03);
    }
  });

  it('names what the pages’ reader found and no rule tells, and nothing else', () => {
    const { families } = readCorpusJson<{
      readonly families: readonly { readonly path: string; readonly findings: readonly TruthFinding[] }[];
    }>('truth.json');
    const untold = families.flatMap(({ path, findings }) =>
      findings.flatMap(({ line, what }) => {
        const codes = TELLING.find(([pattern]) => pattern.test(what))?.[1] ?? [];
        const page = byPath.get(path)!;
        // The reader puts what is the whole page's on line 1, the rules put it on the title.
        const told = page.findings.some(
          finding => codes.includes(finding.code) && page.linesOf(finding).some(at => at === line || (line === 1 && at <= 2)),
        );
        return told ? [] : [`${path.slice(path.indexOf('job-families/') + 'job-families/'.length)}:${line}`];
      }),
    );
    expect(notTold.map(([place]) => place).sort()).toEqual(untold.sort());
  });
});

/** The half that a page is in, by its path: what was looked at while a rule was written, and what was read only then. */
function halfOf(path: string): 1 | 2 {
  const digest = createHash('sha256')
    .update(path.slice(path.indexOf('job-families/')))
    .digest();
  return digest[digest.length - 1]! % 2 === 0 ? 1 : 2;
}
