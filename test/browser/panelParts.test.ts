import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedParts } from '../../client/src/panels/panelParts.ts';
import { ensureBrowser, launchBrowser } from '../../scripts/host/browser.mjs';
import { ladderHtml } from '../../server/src/ladder/ladderHtml.ts';
import { ladderView } from '../../server/src/ladder/ladderView.ts';
import { type LadderShown, PART_MARK } from '../../server/src/lsp/messages.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';
import { panelPage } from '../support/panelPage.ts';

const search = await ensureBrowser({ install: false });
const size = { width: 900, height: 700 };
const before = `---
title: Cook
---

## Levels

### Cook

#### Job Grade

The Cook is a grade 6.

#### Responsibilities

- Cook soup

### Senior Cook

#### Job Grade

The Senior Cook is a grade 7.

#### Responsibilities

- Lead the kitchen
`;
/** A bullet that says more, and a finding: a hole that is left open. */
const after = before.replace('- Lead the kitchen', '- Lead the kitchen of {add a place}');

describe.skipIf(search.reason !== undefined)(`a panel whose text changes${search.reason ? ` (${search.reason})` : ''}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(search.executable!);
  });
  afterAll(() => browser?.close());

  const htmlOf = async (text: string, view: LadderShown['view']): Promise<string> => {
    const linked = await linkFamily({ 'content/job-families/kitchen/cook.md': text });
    return ladderHtml(ladderView(linked, runRules(linked)), { shown: { view, inherited: true } });
  };
  const contentOf = (page: Page): Promise<string> => page.locator('#pane').innerHTML();

  it.each(['ladder', 'matrix'] as const)('gets the parts that differ, and the others are left alone: %s', async view => {
    const [old, now] = [await htmlOf(before, view), await htmlOf(after, view)];
    const parts = changedParts(old.split(PART_MARK), now.split(PART_MARK));
    expect(parts?.length).toBeGreaterThan(0);
    const page = await panelPage(browser, 'ladder', old, size);
    const other = page.locator('[data-level="cook"] button').first();
    await other.focus();
    await page.evaluate(changed => postMessage({ type: 'change', parts: changed }), parts);
    await page.getByText('add a place').first().waitFor({ state: 'attached' });
    expect(await other.evaluate(button => button === document.activeElement)).toBe(true);
    const whole = await panelPage(browser, 'ladder', now, size);
    await whole.locator('[data-level="cook"] button').first().focus();
    expect(await contentOf(page)).toBe(await contentOf(whole));
    await page.close();
    await whole.close();
  });

  it('is told all of it where a level comes or goes', async () => {
    const old = (await htmlOf(before, 'matrix')).split(PART_MARK);
    const now = (await htmlOf(before.replace(/### Senior Cook[\s\S]*/, ''), 'matrix')).split(PART_MARK);
    expect(changedParts(old, now)).toBeUndefined();
  });
});
