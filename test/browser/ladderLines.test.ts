import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser, launchBrowser } from '../../scripts/host/browser.mjs';
import { ladderHtml } from '../../server/src/ladder/ladderHtml.ts';
import { ladderView } from '../../server/src/ladder/ladderView.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';
import { panelPage } from '../support/panelPage.ts';

const search = await ensureBrowser({ install: false });
const grades = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';
const level = (title: string, grade: number, target?: string): string => `### ${title}

#### Job Grade

The ${title} is a [grade ${grade}](${grades}).

#### Responsibilities

${target ? `- Extends the ${target} responsibilities\n` : ''}- Works as ${title}

`;
const page = `---\ntitle: Cook\n---\n\n## Levels\n\n${[
  level('Cook (Intermediate)', 6),
  level('Senior Cook', 7, 'Cook (Intermediate)'),
  level('Pastry Cook', 7, 'Staff Cook'),
  level('Staff Cook', 8, 'Cook (Intermediate)'),
  level('Principal Cook', 9, 'Senior Cook'),
  level('Manager, Kitchen', 8, '[Chef](/job-families/kitchen/chef/)'),
  level('Director, Kitchen', 10, 'Manager, Kitchen'),
].join('')}`;
const chef = '---\ntitle: Chef\n---\n\n## Job Grade\n\nThe Chef is a grade 9.\n\n## Responsibilities\n\n- Cooks\n';

const box = (locator: string) => `document.querySelector('${locator}').getBoundingClientRect()`;

describe.skipIf(search.reason !== undefined)(`the lines of the ladder${search.reason ? ` (${search.reason})` : ''}`, () => {
  let browser: Browser;
  let shown: Page;
  beforeAll(async () => {
    browser = await launchBrowser(search.executable!);
    const linked = await linkFamily({
      'content/job-families/kitchen/cook.md': page,
      'content/job-families/kitchen/chef.md': chef,
    });
    shown = await panelPage(browser, 'ladder', ladderHtml(ladderView(linked, [])), { width: 900, height: 700 });
    await shown.locator('.extends-lines path').first().waitFor();
  });
  afterAll(() => browser?.close());

  /** Where the points of arrows are, in the page. */
  const ends = (of: string): Promise<{ x: number; y: number }[]> =>
    shown.evaluate(selector => {
      const { left, top } = document.querySelector('.extends-lines svg')!.getBoundingClientRect();
      return [...document.querySelectorAll<SVGPathElement>(selector)].map(path => {
        // The last of its pieces is the head of the arrow, whose middle is the point.
        const numbers = (path.getAttribute('d') ?? '').split('M').at(-1)!.match(/-?\d+/g)!.map(Number);
        return { x: numbers[2]! + left, y: numbers[3]! + top };
      });
    }, `.extends-lines path${of}`);

  it.each([900, 480, 320, 240])('end at the cards that they lead to, in a pane %s pixels wide', async width => {
    await shown.setViewportSize({ width, height: 700 });
    // Drawn anew once the browser has laid the page out.
    await shown.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const skipping = await ends('.skips');
    expect(skipping).toHaveLength(2);
    for (const [index, id] of ['card-senior-cook', 'card-cook-intermediate'].entries()) {
      const card: DOMRect = await shown.evaluate(box(`#${id}`));
      expect(Math.abs(skipping[index]!.x - card.left), id).toBeLessThan(2);
      expect(skipping[index]!.y).toBeGreaterThan(card.top);
      expect(skipping[index]!.y).toBeLessThan(card.top + card.height);
    }
    expect(await ends('.upwards')).toHaveLength(1);
    const [out] = await ends('.elsewhere');
    const manager: DOMRect = await shown.evaluate(box('#card-manager-kitchen'));
    expect(out!.x).toBeGreaterThan(manager.left + manager.width);
    expect(out!.x).toBeLessThanOrEqual(width);
    expect(await ends('.next')).toHaveLength(0);
    expect(await shown.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  it('are nothing to who hears the page, whom the text tells', async () => {
    expect(await shown.locator('.extends-lines').getAttribute('aria-hidden')).toBe('true');
    await shown.getByText('skips a step').first().waitFor();
  });
});
