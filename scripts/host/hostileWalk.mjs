// @ts-check
// Pages that attack whoever reads them, in the panels of a real VS Code: no script of them runs and no request leaves.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  backwards,
  HIGHER_HOSTILE_LEVEL,
  HOSTILE_FAMILY,
  HOSTILE_LEADER,
  HOSTILE_LEVEL,
  HOSTILE_PAGE,
  hostilePages,
  listenTo,
} from './hostilePages.mjs';
import { lineOf } from './lineOf.mjs';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const PAGE = HOSTILE_PAGE;
const LENS = 'compare with the level below';
/** Stands at the end of what each view shows: it has come so far. */
const LAST_WORDS = 'gnp.exe';

/** The page that the walk begins on, how it comes into the sample, and the walk's steps by what a person sees. */
export const hostileWalk = { page: PAGE, prepare, steps };

/** What no panel has, and what the pages would have in it. */
const ELEMENTS =
  'script, img, image, iframe, foreignObject, use, animate, set, style, link, meta, form, video, audio, object, embed, base';
const FOREIGN = `#pane :is(${ELEMENTS}, svg:not(.career-map, .extends-lines svg), [style]:not([style=""]), [href], [src], [onclick], [onload], [onerror])`;

/** @param {string} folder */
function prepare(folder) {
  for (const [file, text] of Object.entries(hostilePages)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/**
 * @param {Workbench} workbench
 * @param {string} file the page
 * @param {string} pictures
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench, file, pictures) {
  const { page } = workbench;
  const pane = () => workbench.webview();
  /** @type {string[]} */
  const wrong = [];
  const nothingRan = () => assert.deepEqual(wrong, []);
  // Listening begins with the walk: what was loaded before is VS Code's own.
  listenTo(page, what => wrong.push(what));
  /** Nothing in the panel is of the pages' making, and no link of it leads anywhere but to the web. */
  const isOurs = async () => {
    nothingRan();
    const frame = await workbench.webviewFrame('#pane');
    const foreign = await frame.locator(FOREIGN).evaluateAll(all => all.map(one => one.outerHTML));
    assert.deepEqual(foreign, []);
    const leading = await frame.locator('#pane [data-href]').evaluateAll(all => all.map(one => one.getAttribute('data-href')));
    assert.deepEqual(
      leading.filter(href => !/^(?:https?:\/\/|mailto:)/iu.test(href ?? '')),
      [],
    );
    assert.deepEqual(await frame.evaluate(backwards), []);
  };
  return {
    'a hostile page: the ladder shows its levels, and nothing of it runs': async () => {
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
      await pane().locator('.card', { hasText: 'Senior Hostile Engineer' }).waitFor();
      await isOurs();
    },
    'a hostile page: the matrix shows its bullets, and nothing of it runs': async () => {
      await pane().getByRole('button', { name: 'Matrix', exact: true }).click();
      await pane().getByLabel('Inherited').check();
      await pane().locator('details.inherited[open]', { hasText: 'short.js' }).first().waitFor();
      await isOurs();
    },
    'a hostile page: the text of a level is shown, and nothing of it runs': async () => {
      await pane().locator('[data-level-choice]').selectOption({ index: 1 });
      await pane().locator('.level-text', { hasText: 'short.js' }).waitFor();
      await isOurs();
    },
    'hostile pages: their text is compared, and nothing of it runs': async () => {
      await workbench.goToLine(lineOf(file, `### ${HIGHER_HOSTILE_LEVEL}`));
      await workbench.clickLens(await workbench.editor(PAGE), LENS, page.locator('.tab.active', { hasText: '⇄' }));
      await pane().locator('#title-there', { hasText: HIGHER_HOSTILE_LEVEL }).waitFor();
      await pane().getByRole('button', { name: 'Show what is the same' }).click();
      await pane().getByText(LAST_WORDS).first().waitFor();
      await isOurs();
      await workbench.screenshot(path.join(pictures, 'hostile-comparison.png'));
    },
    'hostile pages: the map shows their families and levels, and nothing of them runs': async () => {
      await page.keyboard.press('Control+1');
      await workbench.runCommand(commandTitle('jobFamily.openCareerMap'));
      const drawn = pane().locator('svg');
      for (const words of [HOSTILE_LEVEL, HOSTILE_FAMILY, HOSTILE_LEADER]) await drawn.getByText(words).first().waitFor();
      await isOurs();
      await workbench.screenshot(path.join(pictures, 'hostile-map.png'));
    },
    'hostile names: a folder and a file that attack lead to their page from the map, and nothing of them runs': async () => {
      await pane().locator('svg').getByRole('link', { name: HOSTILE_LEADER, exact: true }).click();
      await page
        .locator('.part.editor .view-line', { hasText: `### ${HOSTILE_LEADER}` })
        .first()
        .waitFor();
      await workbench.knownAsFamily();
      await page.keyboard.press('Control+1');
      await workbench.runCommand(commandTitle('jobFamily.openCareerMap'));
      await pane()
        .getByRole('button', { name: /^All of /u })
        .click();
      await pane()
        .getByRole('button', { name: /^All of /u, pressed: true })
        .waitFor();
      await isOurs();
      await workbench.screenshot(path.join(pictures, 'hostile-department.png'));
    },
    'what came into the pane all the same would be refused by its policy': async () => {
      const frame = await workbench.webviewFrame('#pane');
      await frame.evaluate(host => {
        document.addEventListener('securitypolicyviolation', event =>
          document.documentElement.classList.add(`refused-${event.effectiveDirective}`),
        );
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.classList.add("script-ran")';
        document.body.append(script);
        script.remove();
        const holder = document.createElement('div');
        holder.innerHTML = '<p onclick="document.documentElement.classList.add(`script-ran`)" style="color: red">x</p>';
        holder.querySelector('p')?.click();
        new Image().src = `${host}/control.png`;
        fetch(`${host}/control`).catch(() => {});
      }, 'https://control.example');
      for (const directive of ['connect-src', 'img-src', 'script-src-elem', 'script-src-attr', 'style-src-attr'])
        await frame.locator(`html.refused-${directive}`).waitFor();
      assert.doesNotMatch((await frame.locator('html').getAttribute('class')) ?? '', /script-ran/u);
    },
  };
}
