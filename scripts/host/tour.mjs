// @ts-check
// What the README shows in its first screen: a mistake explained and mended with one key, and a level that one hardly types.

import path from 'node:path';
import { root } from '../root.mjs';
import { animated } from './animation.mjs';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const PAGE = 'content/job-families/customer-success/account-coordinator.md';
const FIRST_LEVEL = '## Junior Account Coordinator';
const BROKEN_ANCHOR = '#gitlab-job-grade)';
const RIGHT_ANCHOR = '#gitlab-job-grades';
const LAST_OF_LEVEL = '- Ability to support a customer through a difficult renewal';
const NEXT_LEVEL = 'Staff Account Coordinator';

/** How long a moment is shown, in milliseconds: to see what happens, and to read what is said. */
const GLANCE = 700;
const READING = 2400;

export const tour = { page: PAGE, size: { width: 1200, height: 680 } };

/**
 * Takes the tour in a workbench that has its page open.
 *
 * @param {Workbench} workbench
 * @returns {Promise<Uint8Array>} a GIF
 */
export async function takeTour(workbench) {
  /** @type {import('./animation.mjs').Moment[]} */
  const moments = [];
  const show = async (/** @type {number} */ milliseconds) => {
    moments.push({ picture: await workbench.page.screenshot({ caret: 'initial' }), milliseconds });
  };
  const { keyboard, mouse } = workbench.page;
  const summary = workbench.webview().locator('.summary');
  await workbench.hideSideBar();
  await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
  await workbench.webview().locator('.card').first().waitFor();
  const editor = await workbench.editor(PAGE);
  await workbench.goToLine(lineOf(path.join(root, 'sample', PAGE), FIRST_LEVEL));
  await workbench.waitForSquiggle(editor);
  await show(READING);

  const hover = await workbench.hoverOver(editor, BROKEN_ANCHOR, 'gitlab-job-grade');
  await show(READING);
  await workbench.leaveHover();
  await hover.waitFor({ state: 'hidden' });
  await workbench.clickOn(editor, BROKEN_ANCHOR);
  await mouse.move(5, 5);
  const fix = workbench.page.locator('.action-widget .monaco-list-row.action', { hasText: RIGHT_ANCHOR }).first();
  await workbench.untilShown(
    () => keyboard.press('Control+.'),
    () => fix.waitFor({ timeout: 3000 }),
  );
  await show(READING);
  const before = (await summary.textContent()) ?? undefined;
  await keyboard.press('Enter');
  await editor.locator('.view-line', { hasText: BROKEN_ANCHOR }).waitFor({ state: 'detached' });
  await workbench.webview().locator('.summary', { hasNotText: before }).waitFor();
  await show(GLANCE);

  await workbench.goToLine(lineOf(path.join(root, 'sample', PAGE), LAST_OF_LEVEL));
  // Twice: the line is wrapped.
  await keyboard.press('End');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await show(GLANCE);
  await keyboard.press('Enter');
  await keyboard.type('## ');
  await keyboard.press('Control+Space');
  await workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: NEXT_LEVEL }).waitFor();
  await show(READING);
  await keyboard.press('Enter');
  await workbench.webview().locator('.card .title', { hasText: NEXT_LEVEL }).waitFor();
  await show(READING);
  await keyboard.type('Manager, Account Coordination');
  await show(READING);
  return animated(moments);
}
