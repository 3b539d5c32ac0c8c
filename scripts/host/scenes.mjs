// @ts-check
// What the pictures of docs/ show, each brought about by keyboard and mouse.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

/**
 * @typedef {object} Scene
 * @property {string} page the page of the sample that is open
 * @property {(workbench: Workbench) => Promise<void>} act brings it about; the picture is taken when it ends
 */

const ENGINEER = 'content/job-families/engineering/platform-engineer.md';
const LEVEL = '### Senior Platform Engineer';
const MANAGERS = 'content/job-families/customer-success/onboarding-specialist.md';
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
      await keyboard.type('## ');
      await keyboard.press('Control+Space');
      await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Learning' }).first().waitFor();
    },
  },
  hover: {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      const editor = await atLevel(workbench);
      await workbench.hoverOver(editor, '[grade 7]', 'Grade 7');
    },
  },
  'at-a-glance': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      const editor = await atLevel(workbench);
      await editor.getByText('inherited').first().waitFor();
    },
  },
  rename: {
    page: ENGINEER,
    async act(workbench) {
      const { page } = workbench;
      await workbench.hideSideBar();
      await workbench.clickOn(await atLevel(workbench), LEVEL);
      await page.keyboard.press('F2');
      await page.locator('.rename-box input').waitFor();
      await page.locator('.rename-box input').fill('Lead Platform Engineer');
      // What would change is shown first.
      await page.keyboard.press('Control+Enter');
      await page.locator('.part.panel').getByRole('button', { name: 'Apply' }).waitFor();
    },
  },
  'type-hierarchy': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.clickOn(await atLevel(workbench), LEVEL);
      await workbench.runCommand('Types: Show Type Hierarchy');
      await workbench.page.locator('.part.sidebar .monaco-list-row', { hasText: 'Staff Platform Engineer' }).waitFor();
    },
  },
  refactorings: {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.clickOn(await atLevel(workbench), LEVEL);
      await workbench.page.keyboard.press('Control+Shift+r');
      await workbench.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    },
  },
  references: {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.clickOn(await atLevel(workbench), LEVEL);
      await workbench.page.keyboard.press('Shift+F12');
      await workbench.page.locator('.peekview-widget .ref-tree .monaco-list-row').first().waitFor();
    },
  },
  'check-workspace': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.runCommand(commandTitle('jobFamily.checkWorkspace'));
      await workbench.page.locator('.notification-toast', { hasText: 'job famil' }).last().waitFor();
      await workbench.problems('account-coordinator.md');
    },
  },
  'language-status': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.page.locator('#status\\.languageStatus').click();
      await workbench.page.locator('.hover-language-status').first().waitFor();
    },
  },
  'job-grades': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.runCommand('Explorer: Focus on Job Grades View');
      // Only this view: the others folded, one grade open.
      const view = workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header', { hasText: 'Job Grades' }) });
      await view.locator('.monaco-list-row').first().waitFor();
      await workbench.page.locator('.pane-header', { hasText: 'sample' }).click();
      await view.locator('.monaco-list-row', { hasText: 'Grade 7' }).locator('.monaco-tl-twistie').click();
      await view.locator('.monaco-list-row', { hasText: 'Senior Platform Engineer' }).waitFor();
    },
  },
  compare: {
    page: EDUCATION,
    async act(workbench) {
      const { keyboard } = workbench.page;
      await workbench.hideSideBar();
      await workbench.knownAsFamily();
      await workbench.goToLine(lineOf(sampleFile(EDUCATION), '## Senior Learning Designer'));
      // The level at the cursor, and the one that is offered to compare it with.
      await workbench.runWizard(commandTitle('jobFamily.compareLevels'), 'Compare Levels (1/2)');
      await workbench.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Senior Learning' }).waitFor();
      await keyboard.press('Enter');
      await workbench.wizardAt('Compare Levels (2/2)');
      await workbench.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Learning Designer' }).waitFor();
      await keyboard.press('Enter');
      // Where words have changed.
      await workbench.webview().locator('#compared-performance-indicators').scrollIntoViewIfNeeded();
    },
  },
  'career-map': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle('jobFamily.openCareerMap'));
      await workbench.webview().getByRole('button', { name: 'All of Engineering' }).click();
      await workbench.webview().locator('svg').getByRole('link', { name: 'Quality Engineer' }).first().waitFor();
    },
  },
  ladder: { page: MANAGERS, act: workbench => paneOf(workbench, 'Ladder') },
  matrix: {
    page: ENGINEER,
    async act(workbench) {
      await paneOf(workbench, 'Matrix', { alone: true });
      const pane = workbench.webview();
      await pane.locator('#inherited-responsibilities-senior-platform-engineer summary').click();
      await pane.getByText('Own a service from its first sketch').first().waitFor();
      await pane.getByRole('heading', { name: 'Platform Engineer' }).first().hover();
    },
  },
  level: {
    page: ENGINEER,
    async act(workbench) {
      await paneOf(workbench, 'Level', { alone: true });
      const pane = workbench.webview();
      await pane.locator('[data-level-choice]').selectOption({ label: 'Senior Platform Engineer' });
      await pane.locator('#level-senior-platform-engineer').waitFor();
    },
  },
  'go-to-level': {
    page: ENGINEER,
    async act(workbench) {
      await workbench.hideSideBar();
      const command = commandTitle('jobFamily.goToLevel');
      await workbench.chooseFromPalette(`>${command}`, command);
      await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Grade 6' }).first().waitFor();
      await workbench.page.keyboard.type('senior');
      await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Senior' }).first().waitFor();
    },
  },
};

/**
 * The ladder pane in one of its views, beside the page or in its place.
 *
 * @param {Workbench} workbench
 * @param {string} view
 * @param {{ alone?: boolean }} [options]
 */
async function paneOf(workbench, view, { alone = false } = {}) {
  await workbench.hideSideBar();
  await workbench.runCommand(commandTitle(alone ? 'jobFamily.openLadder' : 'jobFamily.openLadderToSide'));
  await workbench.webview().getByRole('button', { name: view, exact: true }).click();
  await workbench.webview().locator(`#view-${view.toLowerCase()}`).waitFor();
}

/**
 * The editor with the level in sight, once the lenses over it have moved the lines to where they stay.
 *
 * @param {Workbench} workbench
 */
async function atLevel(workbench) {
  await workbench.goToLine(lineOf(sampleFile(ENGINEER), LEVEL));
  const editor = await workbench.editor(ENGINEER);
  await editor.locator('.codelens-decoration', { hasText: 'references' }).first().waitFor();
  return editor;
}

/** @param {string} page */
function sampleFile(page) {
  return path.join(root, 'sample', page);
}

/** @param {string} page @returns {number} counted from 1 */
function lastLineOf(page) {
  return readFileSync(sampleFile(page), 'utf8').trimEnd().split('\n').length;
}
