// @ts-check
// The career map as a person uses it, and an export as it is read and printed, step by step; each step is a test.

import assert from 'node:assert/strict';
import path from 'node:path';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';
import { THEMES } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

// What the page holds, and what the map shows around it.
const PAGE = 'content/job-families/engineering/platform-engineer.md';
const FAMILY = 'Platform Engineer';
const LEVEL = 'Staff Platform Engineer';
const NEXT = 'Engineering Management';
const NEXT_PAGE = 'content/job-families/engineering/engineering-management.md';
const NEXT_LEVEL = 'Senior Manager, Engineering';
const FARTHER = 'Senior Quality Engineer';
const DEPARTMENT = 'Engineering';
const MAP_COMMAND = 'jobFamily.openCareerMap';
const EXPORT_COMMAND = 'jobFamily.exportLadder';
const NEW_NAME = 'Staff Harbour Engineer';

/** The page that the walk begins on, and its steps by what a person sees. */
export const mapWalk = { page: PAGE, steps };

/**
 * @param {Workbench} workbench
 * @param {string} file the page
 * @param {string} pictures
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench, file, pictures) {
  const pane = () => workbench.webview();
  const drawn = (/** @type {string} */ name) => pane().locator('svg').getByRole('link', { name, exact: true }).first();
  const reach = (/** @type {string} */ name, pressed = false) => pane().getByRole('button', { name, pressed });
  return {
    'the career map opens beside the page, with the families around this one': async () => {
      await workbench.knownAsFamily();
      await workbench.hideSideBar();
      await workbench.runCommand(commandTitle(MAP_COMMAND));
      await drawn(FAMILY).waitFor();
      await drawn(NEXT).waitFor();
      await reach('1 step around', true).waitFor();
    },
    'the career map can be read by everybody: axe finds no violation': async () => {
      assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
    },
    'the career map can be read in a narrow pane, in every kind of theme': async () => {
      for (const theme of THEMES) {
        await workbench.chooseTheme(theme);
        await workbench.narrowed('#pane', async () => {
          assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
          await workbench.screenshot(path.join(pictures, `map-narrow-${theme.replaceAll(' ', '-')}.png`.toLowerCase()));
        });
      }
    },
    'the arrow keys lead from level to level, Enter to the source': async () => {
      await drawn(LEVEL).focus();
      await workbench.page.keyboard.press('ArrowDown');
      await pane().locator('svg [role="link"]:focus', { hasText: 'Senior Platform Engineer' }).waitFor();
      await workbench.page.keyboard.press('ArrowUp');
      await pane().locator('svg [role="link"]:focus', { hasText: LEVEL }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.cursorIn(lineOf(file, `### ${LEVEL}`));
    },
    'a click on another family’s level opens its page': async () => {
      await drawn(NEXT_LEVEL).click();
      await workbench.editor(NEXT_PAGE);
      await workbench.cursorIn(lineOf(path.join(path.dirname(file), path.basename(NEXT_PAGE)), `## ${NEXT_LEVEL}`));
    },
    'the list says the same in words, and leads there too': async () => {
      const listed = pane()
        .getByRole('article')
        .filter({ has: pane().getByRole('heading', { name: FAMILY }) });
      await listed.first().getByText('leads to').first().waitFor();
      await listed.first().getByRole('button', { name: LEVEL }).click();
      await workbench.cursorIn(lineOf(file, `### ${LEVEL}`));
    },
    'it reaches farther where one wants it to': async () => {
      await drawn(FARTHER).waitFor({ state: 'detached' });
      await reach('2 steps around').click();
      await drawn(FARTHER).waitFor();
      await reach(`All of ${DEPARTMENT}`).click();
      await reach(`All of ${DEPARTMENT}`, true).waitFor();
      assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
    },
    'it goes with what is typed': async () => {
      const editor = await workbench.editor(PAGE);
      await workbench.clickOn(editor, `### ${LEVEL}`);
      await workbench.page.keyboard.press('End');
      for (const _ of 'Platform Engineer') await workbench.page.keyboard.press('Backspace');
      await workbench.page.keyboard.type(NEW_NAME.slice('Staff '.length));
      await drawn(NEW_NAME).waitFor();
      await workbench.screenshot(path.join(pictures, 'career-map-walk.png'));
      await workbench.save();
    },
    'after a reload of the window the map is there again, as far as it reached': async () => {
      // A window that is asked to open a file opens that file, and nothing that was open before.
      await workbench.page.evaluate(
        "history.replaceState(null, '', location.pathname + location.search.replace(/&payload=[^&]*/, ''))",
      );
      // By the command, which waits until VS Code has kept what is open.
      const loaded = workbench.page.waitForEvent('load');
      await workbench.runCommand('Developer: Reload Window');
      await loaded;
      await reach(`All of ${DEPARTMENT}`, true).waitFor();
      await drawn(NEXT).waitFor();
    },
    'an export is asked for step by step, and gives up on Escape': async () => {
      const { keyboard } = workbench.page;
      const widget = workbench.page.locator('.quick-input-widget');
      await workbench.goToLine(1);
      await workbench.chooseFromPalette(`>${commandTitle(EXPORT_COMMAND)}`, commandTitle(EXPORT_COMMAND));
      await widget
        .locator('.monaco-list-row', { hasText: `${DEPARTMENT}` })
        .first()
        .waitFor();
      await keyboard.press('Enter');
      await widget.locator('.monaco-list-row', { hasText: 'HTML, levels side by side' }).waitFor();
      await widget.locator('.monaco-list-row', { hasText: 'SVG' }).waitFor();
      await keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    },
  };
}
