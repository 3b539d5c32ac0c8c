// @ts-check
// The page of mistakes as a person meets it, step by step; each step is a test. It ends in the picture that docs/ shows.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

// What the page of mistakes holds, and what is seen of it.
const PAGE = 'content/job-families/customer-success/account-coordinator.md';
const MISSPELT_HEADING = 'Responsibilties';
const CORRECT_HEADING = 'Responsibilities';
const LEVEL = 'Senior Account Coordinator';
const LEVEL_BELOW = 'Account Coordinator (Intermediate)';
const INHERITED = 'Care with dates';
const FIRST_BULLET_OF_NEXT_LEVEL = '- Coordinate the meetings';
const TYPED = '- Ext';
const COMPLETED = 'Extends the Junior Account Coordinator responsibilities';
const NEXT_BULLET = 'Care for the lighthouse';
const NEW_COMMAND = 'jobFamily.newFamily';
const NEW_TITLE = 'New Job Family';
const DEPARTMENT = 'customer-success';
const TAKEN = 'Account Coordinator';
const NEW_FAMILY = 'Lighthouse Guide';
const NEW_PAGE = `content/job-families/${DEPARTMENT}/lighthouse-guide.md`;
const LADDER_COMMAND = 'jobFamily.openLadderToSide';

/** The page that the walk starts on, and its steps by what a person sees. */
export const sampleWalk = { page: PAGE, steps };

/**
 * @param {Workbench} workbench
 * @param {string} file the page of mistakes
 * @param {string} pictures
 * @returns {Record<string, () => Promise<void>>} by what a person sees
 */
function steps(workbench, file, pictures) {
  const editor = () => workbench.editor(PAGE);
  const card = (/** @type {string} */ title) => workbench.webview().locator(`.card[data-level="${slug(title)}"]`);
  const goTo = (/** @type {string} */ words) => workbench.goToLine(lineOf(file, words));
  return {
    'the mistakes are underlined': async () => await workbench.waitForSquiggle(await editor()),
    'the Problems panel lists them': async () => {
      await workbench.problems(MISSPELT_HEADING);
      await workbench.closePanel();
    },
    'the ladder opens beside the page': async () => {
      await workbench.runCommand(commandTitle(LADDER_COMMAND));
      await workbench.webview().getByText(LEVEL).filter({ visible: true }).first().waitFor();
    },
    'the ladder can be read by everybody: axe finds no violation': async () => {
      assert.deepEqual(await workbench.accessibilityViolations('#pane'), []);
    },
    'a click on a card goes to its line, and marks the card as the one the cursor is in': async () => {
      await card(LEVEL).locator('.title').click();
      await workbench.cursorIn(lineOf(file, `## ${LEVEL}`));
      await workbench.webview().locator('.card[aria-current="true"]', { hasText: LEVEL }).waitFor();
    },
    'the arrow keys lead from card to card, Enter to the source, Escape back to the editor': async () => {
      await card(LEVEL).locator('.title').focus();
      await workbench.page.keyboard.press('ArrowDown');
      await card(LEVEL_BELOW).locator('.title:focus').waitFor();
      await workbench.page.keyboard.press('Enter');
      await workbench.cursorIn(lineOf(file, `## ${LEVEL_BELOW}`));
      await card(LEVEL).locator('.title').focus();
      await workbench.page.keyboard.press('Escape');
      await workbench.page.locator('.part.editor .monaco-editor.focused').waitFor();
    },
    'the matrix unfolds what is inherited': async () => {
      const pane = workbench.webview();
      await pane.getByRole('button', { name: 'Matrix' }).click();
      const folded = pane.locator(`#view-matrix td[data-level="${slug(LEVEL)}"] details`).first();
      await folded.locator('summary').click();
      await folded.getByText(INHERITED).waitFor();
      await pane.getByRole('button', { name: 'Ladder', exact: true }).click();
      await card(LEVEL).waitFor();
    },
    'a hover explains a mistake': async () => {
      await workbench.hideSideBar();
      await goTo(MISSPELT_HEADING);
      await workbench.hoverOver(await editor(), MISSPELT_HEADING, MISSPELT_HEADING);
    },
    'the picture is taken': async () => await workbench.screenshot(path.join(pictures, 'mistakes.png')),
    'a quick fix repairs it': async () => {
      await workbench.leaveHover();
      await workbench.applyQuickFix(await editor(), MISSPELT_HEADING, CORRECT_HEADING);
      const wrong = (await editor()).locator('.view-line', { hasText: MISSPELT_HEADING });
      await wrong.waitFor({ state: 'detached' });
      await workbench.webview().getByText(`“${MISSPELT_HEADING}” seems to mean`).first().waitFor({ state: 'detached' });
    },
    'a bullet is completed while typing': async () => {
      await goTo(FIRST_BULLET_OF_NEXT_LEVEL);
      await workbench.page.keyboard.press('Enter');
      await workbench.page.keyboard.press('ArrowUp');
      await workbench.typeAndAccept(TYPED, COMPLETED);
    },
    'Enter after a bullet starts the next one, and loses no key however fast one types': async () => {
      await workbench.page.keyboard.type(`\n${NEXT_BULLET}`);
      await (await editor()).locator('.view-line', { hasText: `- ${NEXT_BULLET}` }).waitFor();
    },
    'what was fixed and completed is saved': async () => {
      await workbench.save();
      const text = readFileSync(file, 'utf8');
      assert.ok(!text.includes(MISSPELT_HEADING), 'the misspelt heading is still in the file');
      assert.ok(text.includes(`- ${COMPLETED}\n- ${NEXT_BULLET}\n`), 'the completed bullet and the next one are not in the file');
    },
    'a new family is asked for in four steps, back and forth, and a title that is taken is refused': async () => {
      const { keyboard } = workbench.page;
      const widget = workbench.page.locator('.quick-input-widget');
      const at = (/** @type {number} */ step) => workbench.wizardAt(`${NEW_TITLE} (${step}/4)`);
      await workbench.runWizard(commandTitle(NEW_COMMAND), `${NEW_TITLE} (1/4)`);
      await widget.locator('.monaco-list-row', { hasText: DEPARTMENT }).click();
      await at(2);
      await keyboard.type(TAKEN);
      await keyboard.press('Enter');
      await widget.locator('.quick-input-message', { hasText: 'exists already' }).waitFor();
      await widget.getByRole('button', { name: 'Back' }).click();
      await at(1);
      await widget.locator('.monaco-list-row.focused', { hasText: DEPARTMENT }).waitFor();
      await keyboard.press('Enter');
      await at(2);
      await keyboard.type(NEW_FAMILY);
      await keyboard.press('Enter');
      await at(3);
      await keyboard.press('Enter');
      await at(4);
      await widget.locator('.monaco-list-row', { hasText: `Senior ${NEW_FAMILY}` }).click();
      await workbench.screenshot(path.join(pictures, 'new-family.png'));
      await keyboard.press('Enter');
      await (await workbench.editor(NEW_PAGE)).locator('.view-line', { hasText: '{add' }).first().waitFor();
    },
    'its first placeholder is replaced by what is typed, and Tab leads to the next': async () => {
      const { keyboard } = workbench.page;
      const page = () => readFileSync(path.join(path.dirname(file), '../../..', NEW_PAGE), 'utf8');
      await keyboard.type('Greet every ship');
      await keyboard.press('Tab');
      await keyboard.type('Ability to wave');
      await workbench.save();
      assert.match(page(), /- Greet every ship\n[\s\S]*- Ability to wave\n/);
      for (const level of [`${NEW_FAMILY} (Intermediate)`, `Senior ${NEW_FAMILY}`])
        assert.ok(page().includes(`### ${level}\n`), `${level} is not in the file`);
    },
  };
}

/** A level's id in the ladder: that of its heading. @param {string} title */
function slug(title) {
  return title.toLowerCase().replace(/[()]/g, '').replaceAll(' ', '-');
}
