// @ts-check
// VS Code in German, as a person meets the extension in it, step by step; each step is a test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

// What the page holds: it says so in English whatever VS Code's language is.
const PAGE = 'content/job-families/engineering/platform-engineer.md';
const BULLET = 'Automate the steps that people repeat by hand';
const LEVEL = '### Senior Platform Engineer';
const GRADE = '[grade 7]';

/** @type {Readonly<Record<string, string>>} */
const german = JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.de.json'), 'utf8'));

/** The page that the walk begins on, VS Code's language, and its steps by what a person sees. */
export const germanWalk = { page: PAGE, language: 'de', steps };

/**
 * A text of the extension in German.
 *
 * @param {string} english
 * @param {...(string | number)} values for its places
 */
function said(english, ...values) {
  const text = german[english];
  assert.ok(text, `“${english}” has no German text`);
  return values.reduce((/** @type {string} */ filled, value, at) => filled.replace(`{${at}}`, String(value)), text);
}

/**
 * @param {Workbench} workbench
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench) {
  const pane = () => workbench.webview();
  const editor = () => workbench.editor(path.basename(PAGE));
  return {
    'in a German VS Code lenses and hints are German': async () => {
      await workbench.hideSideBar();
      const page = await editor();
      await page.getByText(said('extended by {0}', 2)).first().waitFor();
      await page.getByText(said('grade {0}', 5), { exact: true }).first().waitFor();
    },
    'a hover is, too': async () => {
      const line =
        readFileSync(path.join(root, 'sample', PAGE), 'utf8')
          .split('\n')
          .indexOf(LEVEL) + 1;
      await workbench.goToLine(line);
      await workbench.hoverOver(await editor(), GRADE, said('Individual contributor'));
    },
    'the pane is German, and tells the page’s words as English': async () => {
      await workbench.page
        .locator('.part.editor .editor-actions')
        .getByRole('button', { name: /Leiter|ladder/iu })
        .first()
        .click();
      await pane()
        .getByRole('button', { name: said('Lock') })
        .waitFor();
      await pane()
        .getByRole('button', { name: said('Matrix') })
        .click();
      await pane().getByText(said('applies to every level')).first().waitFor();
      await pane().locator('[lang="en"]', { hasText: BULLET }).first().waitFor();
      const frame = await workbench.webviewFrame('#toolbar');
      assert.equal(await frame.evaluate('document.documentElement.lang'), 'de');
    },
    'it can be read by everybody: axe finds no violation': async () => {
      assert.deepEqual(await workbench.accessibilityViolations('#toolbar'), []);
    },
  };
}
