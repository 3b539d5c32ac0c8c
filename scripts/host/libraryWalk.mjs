// @ts-check
// All pages moved to the other library as a person does it, step by step; each step is a test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const PAGE = 'content/job-families/engineering/platform-engineer.md';
const MOVED = 'content/job-description-library/engineering/platform-engineer.md';
const OLD_ADDRESS = '/job-families/engineering/platform-engineer/';
/** What moved pages link to each other by. */
const NEW_LINK = '(/job-description-library/engineering/';
const COMMAND = 'jobFamily.moveToLibrary';

/** The page that the walk begins on, and its steps by what a person sees. */
export const libraryWalk = { page: PAGE, steps };

/**
 * @param {Workbench} workbench
 * @param {string} file the page
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench, file) {
  const folder = file.slice(0, -PAGE.length);
  const moved = path.join(folder, MOVED);
  const dialog = workbench.page.locator('.monaco-dialog-box');
  const text = readFileSync(file, 'utf8');
  const before = brokenLinks(folder);
  return {
    'moving all pages is asked for before it is done, and Cancel leaves everything': async () => {
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle(COMMAND));
      await dialog.getByText('old addresses stay as aliases').waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(readFileSync(file, 'utf8'), text);
    },
    'confirmed, all pages stand in the other library': async () => {
      await workbench.runCommand(commandTitle(COMMAND));
      await dialog.getByRole('button', { name: 'Move', exact: true }).click();
      await workbench.page.locator('.notification-toast', { hasText: 'is made as far as it was confirmed' }).waitFor();
      await workbench.editor(MOVED);
      assert.ok(!existsSync(file), `${PAGE} is still there`);
    },
    'with links that lead there, aliases of the old addresses, and no link broken that was not': async () => {
      const now = readFileSync(moved, 'utf8');
      assert.ok(now.includes(`aliases: [${OLD_ADDRESS}]`), 'the old address is no alias');
      assert.ok(now.includes(NEW_LINK), 'no link leads to the new place');
      assert.deepEqual(brokenLinks(folder), before);
    },
  };
}

/**
 * @param {string} folder
 * @returns {string[]} what the command line says of links that lead nowhere, sorted
 */
function brokenLinks(folder) {
  const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'check', '--format', 'json', folder], {
    encoding: 'utf8',
  });
  /** @type {{ findings: { code: string, message: string }[] }} */
  const { findings } = JSON.parse(stdout);
  return findings.flatMap(({ code, message }) => (code === 'broken-link' ? [message] : [])).sort();
}
