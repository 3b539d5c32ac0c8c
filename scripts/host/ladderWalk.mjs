// @ts-check
// The ladder pane as a person uses it, step by step; each step is a test.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';
import { REAL_PAGE } from './sampleCopy.mjs';
import { THEMES } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

// What the page holds, and what is seen of it.
const PAGE = 'content/job-families/engineering/platform-engineer.md';
const OTHER_PAGE = 'content/job-families/customer-success/onboarding-specialist.md';
const OTHER_TITLE = 'Onboarding Specialist';
const TITLE = 'Platform Engineer';
const LEVEL = 'Senior Platform Engineer';
const LEVEL_ID = 'senior-platform-engineer';
const LEVEL_BELOW = 'Platform Engineer (Intermediate)';
const OWN_BULLET = 'Rehearse failures';
const INHERITED_BULLET = 'Own a service from its first sketch';
const LAST_BULLET = 'Patience with old code';
const BASE_BULLET = 'Keep shared services dependable';
const TYPED = 'carefully ';

/** Only in the handbook where the corpus stands beside the checkout. */
const REAL_TITLE = 'Manager of Professional Services';
const REAL_TITLE_LINE = 3;

/** A page that is just begun: its one level states no grade. */
const BEGUN_PAGE = 'content/job-families/engineering/lighthouse-guide.md';
const BEGUN =
  '---\ntitle: Lighthouse Guide\n---\n\n## Levels\n\n### Senior Lighthouse Guide\n\n#### Responsibilities\n\n- Greet every ship\n';
const WRITTEN = 'The Senior Lighthouse Guide is a [grade 7]';

/** The page that the walk begins on, what it needs besides, and its steps by what a person sees. */
export const ladderWalk = { page: PAGE, prepare, steps };

/** @param {string} folder */
function prepare(folder) {
  writeFileSync(path.join(folder, BEGUN_PAGE), BEGUN);
}

/**
 * @param {Workbench} workbench
 * @param {string} file the page
 * @param {string} pictures
 * @returns {Record<string, () => Promise<void | string>>}
 */
function steps(workbench, file, pictures) {
  const { page } = workbench;
  const pane = () => workbench.webview();
  const view = (/** @type {string} */ name) => pane().getByRole('button', { name, exact: true }).click();
  const inherited = () => pane().getByLabel('Inherited');
  const readable = async () => assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
  return {
    'the ladder has a card for each level, and the base once': async () => {
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
      await pane().locator('.card', { hasText: LEVEL }).first().waitFor();
      await pane().locator('tr.base', { hasText: 'applies to every level' }).waitFor();
      await readable();
    },
    'the text of a level is shown with where each part comes from': async () => {
      await pane().locator('[data-level-choice]').selectOption({ label: LEVEL });
      const text = pane().locator(`#level-${LEVEL_ID}`);
      await text.locator('.part.inherited', { hasText: LEVEL_BELOW }).filter({ hasText: INHERITED_BULLET }).waitFor();
      await text.locator('.part.inherited', { hasText: BASE_BULLET }).waitFor();
      await text.locator('.part.own', { hasText: OWN_BULLET }).waitFor();
      await readable();
    },
    'a click on a bullet lands on its line': async () => {
      await pane().getByText(OWN_BULLET).click();
      await workbench.cursorIn(lineOf(file, OWN_BULLET));
      await pane().locator('.at-cursor', { hasText: OWN_BULLET }).waitFor();
    },
    'what is typed in the editor is seen in the pane': async () => {
      await page.locator('.part.editor .monaco-editor.focused').waitFor();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(TYPED);
      await pane().getByText(`${TYPED}${OWN_BULLET}`).waitFor();
      await workbench.save();
    },
    'inherited bullets are left out, and come back': async () => {
      await inherited().uncheck();
      await pane().getByText(INHERITED_BULLET).waitFor({ state: 'detached' });
      await pane().getByText(OWN_BULLET).waitFor();
      await inherited().check();
      await pane().getByText(INHERITED_BULLET).waitFor();
    },
    'in the matrix one part unfolds by itself, and all by the box': async () => {
      await view('Matrix');
      const folded = pane().locator(`#inherited-responsibilities-${LEVEL_ID}`);
      await folded.locator('summary').click();
      await folded.getByText(INHERITED_BULLET).waitFor();
      await readable();
      await inherited().check();
      await pane().locator('details.inherited:not([open])').first().waitFor({ state: 'detached' });
      await inherited().uncheck();
      await pane().locator('details.inherited[open]').first().waitFor({ state: 'detached' });
    },
    'a filter leaves what has its words; Escape takes it away': async () => {
      const filter = pane().getByRole('searchbox', { name: 'Filter' });
      await filter.fill(OWN_BULLET);
      await pane().getByText(INHERITED_BULLET).first().waitFor({ state: 'detached' });
      await pane().getByText(OWN_BULLET).first().waitFor();
      await filter.press('Escape');
      await pane().getByText(BASE_BULLET).first().waitFor();
      await filter.fill('zeppelin');
      await pane().getByRole('button', { name: 'Clear the filter' }).click();
      await pane().getByText(BASE_BULLET).first().waitFor();
    },
    'the pane scrolls with the editor, and the editor with the pane': async () => {
      await pane().locator('[data-level-choice]').selectOption({ label: LEVEL });
      await pane().locator(`#level-${LEVEL_ID}`).waitFor();
      const frame = await workbench.webviewFrame('#pane');
      const editor = await workbench.editor(PAGE);
      await workbench.goToLine(1);
      await workbench.cursorIn(1);
      await frame.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      await editor.locator('.view-line', { hasText: LAST_BULLET }).waitFor();
      const bottom = /** @type {number} */ (await frame.evaluate('scrollY'));
      assert.ok(bottom > 0, 'the pane is too tall to be scrolled');
      // The cursor stays where it is: who looks about in the pane wants to come back.
      await workbench.cursorIn(1);
      // Whoever scrolls at once behind the pane is taken for its echo, so the editor may have to be moved again.
      await workbench.untilShown(
        async () => {
          await workbench.goToLine(1);
          await workbench.goToLine(lineOf(file, OWN_BULLET));
        },
        () => frame.waitForFunction(before => scrollY < before, bottom, { timeout: 5000 }),
      );
    },
    'a locked pane stays with its family, one that is not locked follows the editor': async () => {
      const tab = (/** @type {string} */ title) => page.locator('.tab', { hasText: `Ladder: ${title}` });
      await pane().getByRole('button', { name: 'Lock', exact: true }).click();
      await pane().getByRole('button', { name: 'Lock', exact: true, pressed: true }).waitFor();
      await page.keyboard.press('Control+1');
      await workbench.openFile(OTHER_PAGE);
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
      await tab(OTHER_TITLE).waitFor();
      await tab(TITLE).waitFor();
      await tab(OTHER_TITLE).getByRole('button', { name: /Close/u }).click();
      await tab(OTHER_TITLE).waitFor({ state: 'detached' });
      await tab(TITLE).click();
      await page
        .getByRole('button', { name: /Let Ladder Follow/u })
        .first()
        .click();
      await pane().getByRole('button', { name: 'Lock', exact: true, pressed: false }).waitFor();
      await page.keyboard.press('Control+1');
      await workbench.openFile(PAGE);
      await workbench.openFile(OTHER_PAGE);
      await tab(OTHER_TITLE).waitFor();
      await workbench.openFile(PAGE);
      await tab(TITLE).waitFor();
    },
    'it can be read in every kind of theme': async () => {
      mkdirSync(pictures, { recursive: true });
      for (const theme of THEMES) {
        await workbench.chooseTheme(theme);
        for (const name of ['Ladder', 'Matrix', 'Level']) {
          await view(name);
          await pane().locator(`#view-${name.toLowerCase()}`).waitFor();
          await readable();
          await workbench.screenshot(path.join(pictures, `ladder-${theme.replaceAll(' ', '-')}-${name}.png`.toLowerCase()));
        }
      }
    },
    'in a narrow pane nothing reaches over the edge, and words have room': async () => {
      for (const name of ['Ladder', 'Matrix', 'Level']) {
        await view(name);
        const shown = pane().locator(`#view-${name.toLowerCase()}`);
        await shown.waitFor();
        await workbench.narrowed('#pane', async frame => {
          await readable();
          const { width = 0 } = (await shown.locator('.card, .level-text, .matrix').first().boundingBox()) ?? {};
          const room = /** @type {number} */ (await frame.evaluate('innerWidth'));
          assert.ok(width > room * 0.75, `${name}: what it shows is ${width} pixels wide, of ${room}`);
          await workbench.screenshot(path.join(pictures, `ladder-narrow-${name}.png`.toLowerCase()));
        });
      }
    },
    'in a narrow pane the matrix shows one level at a time, and another where one wants it': async () => {
      await view('Matrix');
      await pane().locator('#view-matrix').waitFor();
      await workbench.narrowed('#pane', async () => {
        const heads = pane().locator('.matrix thead th').filter({ visible: true });
        const other = pane().locator('.column-switch').getByRole('button', { pressed: false }).last();
        const title = (await other.textContent()) ?? '';
        await other.click();
        await heads.filter({ hasText: title }).waitFor();
        assert.equal(await heads.count(), 1);
      });
    },
    'with all twice as large the first level is in sight below the controls': async () => {
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      try {
        await page.setViewportSize({ width: width / 2, height: height / 2 });
        for (const [name, first] of Object.entries({ Ladder: '.card .title', Matrix: 'thead .title', Level: '.level-head' })) {
          await view(name);
          await pane().locator(`#view-${name.toLowerCase()}`).waitFor();
          const frame = await workbench.webviewFrame('#pane');
          await frame.waitForFunction(selector => {
            const { top, bottom } = document.querySelector(`.view ${selector}`)?.getBoundingClientRect() ?? {
              top: -1,
              bottom: 0,
            };
            return top >= 0 && bottom <= innerHeight;
          }, first);
        }
      } finally {
        await page.setViewportSize({ width, height });
      }
    },
    'on a real page each view can be read, and typing is seen': async () => {
      const realFile = path.join(path.dirname(file), '../../..', REAL_PAGE);
      if (!existsSync(realFile)) return 'the corpus of real pages is not present';
      await page.keyboard.press('Control+1');
      await workbench.openFile(REAL_PAGE);
      await page.locator('.tab', { hasText: `Ladder: ${REAL_TITLE}` }).waitFor();
      for (const name of ['Ladder', 'Matrix', 'Level']) {
        await view(name);
        await pane().locator(`#view-${name.toLowerCase()}`).waitFor();
        await readable();
      }
      await page.keyboard.press('Control+1');
      await workbench.goToLine(REAL_TITLE_LINE);
      await page.keyboard.press('End');
      await page.keyboard.type(' indeed');
      await page.locator('.tab', { hasText: / indeed/u }).waitFor();
      await workbench.save();
      await workbench.openFile(PAGE);
      await page.locator('.tab', { hasText: `Ladder: ${TITLE}` }).waitFor();
      return undefined;
    },
    'after a reload of the window the pane shows what it showed': async () => {
      await view('Matrix');
      const unfolded = () => pane().locator(`#inherited-responsibilities-${LEVEL_ID}[open]`).getByText(INHERITED_BULLET);
      await pane().locator(`#inherited-responsibilities-${LEVEL_ID} summary`).click();
      await unfolded().waitFor();
      await workbench.reload(unfolded());
      await pane().getByRole('button', { name: 'Matrix', exact: true, pressed: true }).waitFor();
    },
    'where no level has a grade a button writes the section, and the ladder is drawn': async () => {
      await page.keyboard.press('Control+1');
      await workbench.openFile(BEGUN_PAGE);
      await pane().getByRole('button', { name: 'Add a Job Grade section' }).click();
      await (await workbench.editor(BEGUN_PAGE)).locator('.view-line', { hasText: WRITTEN }).waitFor();
      await pane().locator('#empty-state').waitFor({ state: 'detached' });
      await pane().getByText('grade 7').first().waitFor();
    },
  };
}
