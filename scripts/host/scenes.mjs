// @ts-check
// What the pictures of docs/ show, each brought about by keyboard and mouse.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/**
 * @typedef {object} Scene
 * @property {string} page the page of the sample that is open
 * @property {(workbench: Workbench) => Promise<void>} act brings it about; the picture is taken when it ends
 */

const ENGINEER = 'content/job-families/engineering/platform-engineer.md';
const LEVEL = '### Senior Platform Engineer';
const EDUCATION = 'content/job-families/customer-success/customer-education.md';

/** @type {Record<string, Scene>} */
export const scenes = {
  completion: {
    page: EDUCATION,
    async act(workbench) {
      const { keyboard } = workbench.page;
      await workbench.hideSideBar();
      await workbench.goToLine(lastLineOf(EDUCATION));
      await keyboard.press('End');
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await keyboard.type('### ');
      await keyboard.press('Control+Space');
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Learning' }).first().waitFor();
    },
  },
  hover: {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.goToLine(lineOf(ENGINEER, LEVEL));
      await workbench.hoverOver(await workbench.editor(ENGINEER), 'grade 7', 'Grade 7');
    },
  },
  'at-a-glance': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.goToLine(lineOf(ENGINEER, LEVEL));
      const editor = await workbench.editor(ENGINEER);
      await editor.getByText('inherited').first().waitFor();
      await editor.locator('.codelens-decoration').first().waitFor();
    },
  },
  rename: {
    page: ENGINEER,
    async act(workbench) {
      const { page } = workbench;
      await workbench.hideSideBar();
      await workbench.goToLine(lineOf(ENGINEER, LEVEL));
      await workbench.clickOn(await workbench.editor(ENGINEER), LEVEL);
      await page.keyboard.press('F2');
      await page.locator('.rename-box input').waitFor();
      await page.locator('.rename-box input').fill('Lead Platform Engineer');
      // With Shift, what would change is shown first.
      await page.keyboard.press('Shift+Enter');
      await page.locator('.refactor-preview .monaco-list-row').first().waitFor();
    },
  },
  'type-hierarchy': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.goToLine(lineOf(ENGINEER, LEVEL));
      await workbench.clickOn(await workbench.editor(ENGINEER), LEVEL);
      await workbench.runCommand('Types: Show Type Hierarchy');
      await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Staff Platform Engineer' }).waitFor();
    },
  },
  refactorings: {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.goToLine(lineOf(ENGINEER, LEVEL));
      await workbench.clickOn(await workbench.editor(ENGINEER), LEVEL);
      await workbench.page.keyboard.press('Control+Shift+r');
      await workbench.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    },
  },
  'job-grades': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.runCommand('Explorer: Focus on Job Grades View');
      await workbench.page.locator('.pane', { hasText: 'Job Grades' }).locator('.monaco-list-row').first().waitFor();
    },
  },
  'go-to-level': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.runWizard(commandTitle('jobFamily.goToLevel'), '');
      await workbench.page.keyboard.type('senior');
      await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Senior' }).first().waitFor();
    },
  },
};

/** @param {string} page */
function linesOf(page) {
  return readFileSync(path.join(root, 'sample', page), 'utf8')
    .trimEnd()
    .split('\n');
}

/** @param {string} page @returns {number} counted from 1 */
function lastLineOf(page) {
  return linesOf(page).length;
}

/** @param {string} page @param {string} line @returns {number} counted from 1 */
function lineOf(page, line) {
  const index = linesOf(page).indexOf(line);
  if (index < 0) throw new Error(`"${line}" is no line of ${page}; say so in scenes.mjs.`);
  return index + 1;
}
