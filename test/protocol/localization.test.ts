import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baselineEntries, formatBaseline } from '../../server/src/configuration/baseline.ts';
import { speakWith } from '../../server/src/lsp/localization.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { connections, transports } from '../support/connections.ts';
import { gradePage, linkFamily } from '../support/memoryWorkspace.ts';

const german = JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.de.json'), 'utf8'));

const PAGE = `---
title: Baker
---

## Levels

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

### Junior Baker

#### Job Grade

The Junior Baker is a grade 5.
`;

const PATH = 'content/job-families/kitchen/baker.md';

describe.each(transports)('%s', (_, start) => {
  const connect = connections(start);

  /** What is said of levels in the wrong order. */
  async function said(localization: unknown): Promise<unknown> {
    const { open } = await connect({ [PATH]: PAGE }, { initializationOptions: { localization } });
    const found = await (await open(PATH)).diagnostics();
    return found.find(({ code }) => code === 'level-order')?.message;
  }

  it('findings are said in the editor’s language', async () => {
    expect(await said(german)).toMatch(/^„Junior Baker“ \(Grade 5\) steht hinter „Senior Baker“/);
  });

  it('what the editor has no words for is said in English', async () => {
    const english = /^“Junior Baker” \(grade 5\) stands behind/;
    expect(await said({})).toMatch(english);
    expect(await said(['nothing', 3])).toMatch(english);
    expect(await said('nothing')).toMatch(english);
  });

  it('what was written down in English is known again in another language', async () => {
    speakWith({});
    const family = await linkFamily({ [PATH]: PAGE });
    const baseline = formatBaseline({ [PATH]: baselineEntries(runRules(family), PAGE) });
    const { open } = await connect(
      { [PATH]: PAGE, '.job-family-baseline.json': baseline, [gradePage.path]: gradePage.text },
      { initializationOptions: { localization: german } },
    );
    const page = await open(PATH);
    expect(await page.diagnostics()).toEqual([]);
    await page.edit('### Junior Baker', '### Junior Baker\n\n#### Requirments');
    expect((await page.diagnostics()).map(({ message }) => message)).toContainEqual(expect.stringMatching(/„Requirments“/));
  });
});
