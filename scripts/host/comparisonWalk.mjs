// @ts-check
// Two levels compared as a person does it, step by step; each step is a test.

import assert from 'node:assert/strict';
import path from 'node:path';
import { lineOf } from './lineOf.mjs';
import { THEMES } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

// What the page holds, and what is seen of it.
const PAGE = 'content/job-families/customer-success/customer-education.md';
const LEVEL = 'Senior Learning Designer';
const LEVEL_BELOW = 'Learning Designer';
const OTHER_LEVEL = 'Course Facilitator';
const LENS = 'compare with the level below';
const NEW_BULLET = 'Mentor designers and facilitators';
const SAME_BULLET = 'Write guides for the tasks';
const TYPED = 'patiently ';

/** The page that the walk begins on, and its steps by what a person sees. */
export const comparisonWalk = { page: PAGE, steps };

/**
 * @param {Workbench} workbench
 * @param {string} file the page
 * @param {string} pictures
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench, file, pictures) {
  const pane = () => workbench.webview();
  const title = (/** @type {'here' | 'there'} */ side, /** @type {string} */ level) =>
    pane().locator(`#title-${side}`).getByText(level, { exact: true }).waitFor();
  return {
    'a lens over a level compares it with the level below': async () => {
      await workbench.knownAsFamily();
      await workbench.goToLine(lineOf(file, `## ${LEVEL}`));
      await workbench.clickLens(await workbench.editor(PAGE), LENS, workbench.page.locator('iframe.webview.ready'));
      await title('here', LEVEL_BELOW);
      await title('there', LEVEL);
      await pane()
        .getByRole('heading', { name: `Only at ${LEVEL}` })
        .first()
        .waitFor();
    },
    'the comparison can be read by everybody: axe finds no violation': async () => {
      assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
    },
    'the comparison can be read in a narrow pane, in every kind of theme': async () => {
      for (const theme of THEMES) {
        await workbench.chooseTheme(theme);
        await workbench.narrowed('#pane', async () => {
          assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
          await workbench.screenshot(path.join(pictures, `comparison-narrow-${theme.replaceAll(' ', '-')}.png`.toLowerCase()));
        });
      }
    },
    'Enter on a bullet goes to its line': async () => {
      await pane().getByRole('button', { name: NEW_BULLET }).focus();
      await workbench.page.keyboard.press('Enter');
      await workbench.cursorIn(lineOf(file, NEW_BULLET));
    },
    'what is typed in the page is seen at once': async () => {
      await workbench.page.locator('.part.editor .monaco-editor.focused').waitFor();
      await workbench.page.keyboard.press('Home');
      await workbench.page.keyboard.press('ArrowRight');
      await workbench.page.keyboard.press('ArrowRight');
      await workbench.page.keyboard.type(TYPED);
      await pane().getByText(`${TYPED}${NEW_BULLET}`).first().waitFor();
      await workbench.save();
    },
    'what is the same unfolds in all sections, and stays so when the sides are swapped': async () => {
      await pane().getByText(SAME_BULLET).first().waitFor({ state: 'hidden' });
      await pane().getByRole('button', { name: 'Show what is the same' }).click();
      await pane().getByText(SAME_BULLET).first().waitFor();
      await pane().getByRole('button', { name: 'Swap sides' }).click();
      await title('here', LEVEL);
      await pane().getByText(SAME_BULLET).first().waitFor();
    },
    'another level is chosen for one side': async () => {
      await pane()
        .getByRole('button', { name: `in place of ${LEVEL_BELOW}` })
        .click();
      await workbench.wizardAt('Compare Levels');
      await workbench.page.keyboard.type(OTHER_LEVEL);
      await workbench.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: OTHER_LEVEL }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await title('there', OTHER_LEVEL);
    },
    'after a reload of the window the comparison is there again': async () => {
      await workbench.reload(pane().locator('#title-here', { hasText: LEVEL }));
      await title('there', OTHER_LEVEL);
      await pane().getByRole('button', { name: 'Show what is the same', pressed: true }).waitFor();
    },
    'both levels open in the diff editor': async () => {
      await pane().getByRole('button', { name: 'Compare as text' }).click();
      const sides = workbench.page.locator('.monaco-diff-editor');
      await sides
        .locator('.editor.original .view-line', { hasText: `# ${LEVEL}` })
        .first()
        .waitFor();
      await sides
        .locator('.editor.modified .view-line', { hasText: `# ${OTHER_LEVEL}` })
        .first()
        .waitFor();
    },
  };
}
