// @ts-check
// What a person sees after a key in a real VS Code: how long until a finding is underlined, and how much later the ladder pane shows it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { largeFamily } from './ladder.mjs';
import { inMilliseconds, quantile, table } from './measure.mjs';

const PAGE = 'content/job-families/kitchen/baker.md';
const WARM_UP = 6;

/** What is typed at the end of a line and taken away again, by which a finding comes and goes. */
const TYPED = [
  // In the highest level: with a letter more it is a hole of the template.
  { name: 'a bullet', line: '- Bake what {ad', key: 'd' },
  // In the lowest level, which all others extend: with a letter more it is no heading of a section.
  { name: 'a heading that 19 levels extend', line: '#### Requirements', key: 'x' },
];

/** @type {readonly { name: string, view: string, unfolded?: boolean }[]} */
const SHOWN = [
  { name: 'ladder', view: 'Ladder' },
  { name: 'matrix, inherited folded', view: 'Matrix' },
  { name: 'level', view: 'Level' },
  { name: 'matrix', view: 'Matrix', unfolded: true },
];

/** Gives the moment that was noted, once there is one. */
const WHEN_SEEN = `new Promise((resolve, reject) => {
  const until = performance.now() + 30_000;
  const look = () => {
    if (globalThis.benchSeen !== undefined) resolve(globalThis.benchSeen);
    else if (performance.now() < until) setTimeout(look, 5);
    else reject(new Error('Nothing changed after a key.'));
  };
  look();
})`;

/**
 * Types into a family of 20 levels beside its open pane, in the newest VS Code.
 *
 * @param {number} edits of each view
 * @returns {Promise<string>} a table, or why there is none
 */
export async function paneTable(edits) {
  const { ensureBrowser } = await import('../scripts/host/browser.mjs');
  const { ensureVsCodeServer } = await import('../scripts/host/install.mjs');
  const { VSCODE_VERSIONS } = await import('../scripts/host/versions.mjs');
  const { copyExtension } = await import('../scripts/host/placeExtension.mjs');
  const { startVsCodeServer } = await import('../scripts/host/server.mjs');
  const { openWorkbench } = await import('../scripts/host/workbench.mjs');
  const { commandTitle } = await import('../scripts/host/manifest.mjs');
  const { executable, reason } = await ensureBrowser();
  if (executable === undefined) return `Not measured: ${reason}`;
  const folder = mkdtempSync(join(tmpdir(), 'job-family-pane-'));
  const file = join(folder, PAGE);
  mkdirSync(dirname(file), { recursive: true });
  const text = `${largeFamily()}${TYPED[0].line}\n`;
  writeFileSync(file, text);
  const installation = await ensureVsCodeServer({ version: VSCODE_VERSIONS.today });
  const server = await startVsCodeServer({ installation, placeExtensions: copyExtension });
  const workbench = await openWorkbench({ server, browser: executable, folder, file: PAGE });
  try {
    await workbench.knownAsFamily();
    await workbench.hideSideBar();
    await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
    const pane = workbench.webview();
    const rows = [];
    for (const { name, view, unfolded = false } of SHOWN) {
      await pane.getByRole('button', { name: view, exact: true }).click();
      await pane.locator(`#view-${view.toLowerCase()}`).waitFor();
      if (unfolded) {
        await pane.locator('[data-inherited]').check();
        await pane.locator('details.inherited[open]').first().waitFor();
      }
      for (const typed of TYPED) {
        await workbench.goToLine(text.split('\n').indexOf(typed.line) + 1);
        await workbench.page.keyboard.press('End');
        rows.push([`${name}: ${typed.name}`, ...(await measured(workbench, typed.key, edits))]);
      }
    }
    return table(['a key → underlined → the pane shows it', 'underlined', 'the pane later by', 'p95', 'frames of 16.7 ms'], rows);
  } finally {
    await workbench.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('../scripts/host/workbench.mjs').Workbench} workbench
 * @param {string} key
 * @param {number} edits
 */
async function measured(workbench, key, edits) {
  const { page } = workbench;
  const frame = await workbench.webviewFrame('#pane');
  // When what is underlined differs, and when the content of the pane does: in milliseconds since 1970 by both clocks.
  await page.evaluate(`(() => {
    const underlined = () => [...document.querySelectorAll('.monaco-editor [class*="squiggly-"]')].map(({ className }) => className).join();
    let last = underlined();
    globalThis.benchObserver?.disconnect();
    globalThis.benchObserver = new MutationObserver(() => {
      const now = underlined();
      if (now !== last) globalThis.benchSeen ??= performance.timeOrigin + performance.now();
      last = now;
    });
    globalThis.benchObserver.observe(document.querySelector('.part.editor'), { subtree: true, childList: true, attributes: true });
  })()`);
  await frame.evaluate(`(() => {
    globalThis.benchObserver?.disconnect();
    globalThis.benchObserver = new MutationObserver(() => (globalThis.benchSeen ??= performance.timeOrigin + performance.now()));
    globalThis.benchObserver.observe(document.querySelector('#pane'), { subtree: true, childList: true, characterData: true });
  })()`);
  const underlined = [];
  const later = [];
  for (let edit = 0; edit < edits + WARM_UP; edit++) {
    await page.evaluate('globalThis.benchSeen = undefined');
    await frame.evaluate('globalThis.benchSeen = undefined');
    const pressed = /** @type {number} */ (await page.evaluate('performance.timeOrigin + performance.now()'));
    await page.keyboard.press(edit % 2 === 0 ? key : 'Backspace');
    const found = /** @type {number} */ (await page.evaluate(WHEN_SEEN));
    const shown = /** @type {number} */ (await frame.evaluate(WHEN_SEEN));
    if (edit < WARM_UP) continue;
    underlined.push(found - pressed);
    later.push(shown - found);
  }
  const median = quantile(later, 0.5);
  return [
    inMilliseconds(quantile(underlined, 0.5)),
    inMilliseconds(median),
    inMilliseconds(quantile(later, 0.95)),
    (median / (1000 / 60)).toFixed(1),
  ];
}
