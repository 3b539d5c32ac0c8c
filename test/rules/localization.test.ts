import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../server/src/configuration/baseline.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { documentRules, rules } from '../../server/src/rules/registry.ts';
import { checkExample } from '../support/checkExample.ts';
import { readFixture } from '../support/fixture.ts';
import { saidOfOnePlace } from '../support/saidOfOnePlace.ts';

const english: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.json'), 'utf8'),
);

/** A language in which every text stands between marks, so that one that is not looked up shows. */
const marked = Object.fromEntries(Object.keys(english).map(text => [text, `⟦${text}⟧`]));

/** What of a text stands outside all marks. */
function unmarked(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '⟧') depth--;
    if (depth === 0 && character !== '⟦' && character !== '⟧') outside += character;
    if (character === '⟦') depth++;
  }
  return outside.trim();
}

/** Each text of a finding that is shown: its message, those of related places, and what its fixes are called. */
function shownTexts({ message, related, fixes }: Finding): string[] {
  return [message, ...related.map(one => one.message), ...fixes.map(one => one.title)];
}

/** Word lists give reasons, which are data: they follow the message. */
const REASONED = ['misused-word', 'fixed-mindset-language'];

afterEach(() => l10n.config({ contents: {} }));

describe.each([...rules, ...documentRules].map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  /** The findings of every page of its examples that has some, of all rules, with the page's text. */
  async function found(contents: Record<string, string>): Promise<(readonly [string, readonly Finding[]])[]> {
    l10n.config({ contents });
    const pages: (readonly [string, readonly Finding[]])[] = [];
    for (const example of rule.examples) {
      const { files } = readFixture(example.bad);
      const { findings, failures } = await checkExample(files, rule, example);
      expect(failures).toEqual([]);
      pages.push([Object.values(files)[0]!, findings]);
    }
    return pages;
  }

  it('says all in the editor’s language', async () => {
    const findings = (await found(marked)).flatMap(([, ofPage]) => ofPage.filter(one => one.code === code));
    expect(findings).not.toEqual([]);
    for (const text of findings.flatMap(shownTexts)) {
      expect(text).toMatch(/^⟦/);
      if (!REASONED.includes(code)) expect(unmarked(text), text).toBe('');
    }
  });

  it('is known again by a baseline of another language', async () => {
    const fingerprints = (pages: Awaited<ReturnType<typeof found>>): string[][] =>
      pages.map(([text, findings]) => findings.map(finding => fingerprintOf(finding, text)));
    expect(fingerprints(await found(marked))).toEqual(fingerprints(await found({})));
  });

  it('is about something else where it says several things of one place', async () => {
    for (const [, findings] of await found({})) expect(saidOfOnePlace(findings)).toEqual([]);
  });
});
