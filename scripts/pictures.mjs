// @ts-check
// npm run pictures [-- NAME…]: takes the pictures of docs/pictures/ anew, the animated one too, from the newest real VS Code on the sample handbook.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';
import { ensureBuild, ensureDependencies, requireNode } from './setup.mjs';

/** The animated one. */
const TOUR = 'tour';

/** Large enough to see how things stand together, small enough to be read on a page. */
const PICTURE = { width: 1200, height: 720 };

/** What VS Code shows besides, and the picture is not about. */
const SETTINGS = { 'editor.minimap.enabled': false };

/** Those that the tests' walk through the sample takes on its way. */
const OF_THE_WALK = ['mistakes', 'new-family'];

/** @typedef {import('./host/workbench.mjs').Workbench} Workbench */

requireNode();
await ensureDependencies();
await ensureBuild();
process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} wanted names of scenes; all where none is named
 * @returns {Promise<number>} the exit code
 */
async function main(wanted) {
  const { ensureBrowser } = await import('./host/browser.mjs');
  const { ensureVsCodeServer } = await import('./host/install.mjs');
  const { VSCODE_VERSIONS } = await import('./host/versions.mjs');
  const { copyExtension } = await import('./host/placeExtension.mjs');
  const { startVsCodeServer } = await import('./host/server.mjs');
  const { scenes } = await import('./host/scenes.mjs');
  const { takeTour, tour } = await import('./host/tour.mjs');
  const names = [...Object.keys(scenes), TOUR, ...OF_THE_WALK];
  const unknown = wanted.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`There is no picture "${unknown[0]}". There are ${names.join(', ')}.`);
    return 2;
  }
  const browser = await ensureBrowser();
  if (browser.executable === undefined) {
    console.error(`No pictures can be taken: ${browser.reason}`);
    return 1;
  }
  const installation = await ensureVsCodeServer({ version: VSCODE_VERSIONS.today });
  const folder = path.join(root, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const server = await startVsCodeServer({ installation, placeExtensions: copyExtension });
  let failed = 0;
  try {
    for (const [name, scene] of Object.entries(scenes)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const file = path.join(folder, `${name}.png`);
      const take = async (/** @type {Workbench} */ workbench) => {
        await scene.act(workbench);
        await workbench.screenshot(file);
      };
      failed += await takePicture({ server, browser: browser.executable, page: scene.page, size: PICTURE, file, take });
    }
    if (wanted.length === 0 || wanted.includes(TOUR)) {
      const file = path.join(folder, `${TOUR}.gif`);
      const take = async (/** @type {Workbench} */ workbench) => writeFileSync(file, await takeTour(workbench));
      failed += await takePicture({ server, browser: browser.executable, ...tour, file, take });
    }
  } finally {
    await server.stop();
  }
  if (wanted.length === 0 || OF_THE_WALK.some(name => wanted.includes(name))) {
    const { takeWalk } = await import('./host/walkthrough.mjs');
    const walk = takeWalk({
      name: 'sample',
      prefix: 'walk',
      installation,
      placeExtensions: copyExtension,
      browser: browser.executable,
      pictures: path.join('docs', 'pictures'),
    });
    failed += (await walk).failures.length;
  }
  return failed === 0 ? 0 : 1;
}

/**
 * Takes one picture in a workbench of its own and says so, or why there is no new one; a failed one leaves in out/pictures/ what was seen.
 *
 * @param {object} options
 * @param {import('./host/server.mjs').VsCodeServer} options.server
 * @param {string} options.browser
 * @param {string} options.page of the sample
 * @param {{ width: number, height: number }} options.size
 * @param {string} options.file
 * @param {(workbench: Workbench) => Promise<void>} options.take writes the file
 * @returns {Promise<0 | 1>} how many failed
 */
async function takePicture({ server, browser, page, size, file, take }) {
  const { copySample } = await import('./host/sampleCopy.mjs');
  const { openWorkbench } = await import('./host/workbench.mjs');
  const sample = copySample({ realPage: false });
  mkdirSync(path.join(sample.folder, '.vscode'));
  writeFileSync(path.join(sample.folder, '.vscode', 'settings.json'), JSON.stringify(SETTINGS));
  const workbench = await openWorkbench({ server, browser, folder: sample.folder, file: page, size });
  const name = path.basename(file);
  try {
    await workbench.editor(page);
    await workbench.knownAsFamily();
    await take(workbench);
    console.log(`✓ docs/pictures/${name}`);
    return 0;
  } catch (error) {
    const seen = path.join(root, 'out', 'pictures', `${path.parse(name).name}.png`);
    mkdirSync(path.dirname(seen), { recursive: true });
    await workbench.screenshot(seen);
    console.log(`✗ ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error} (out/pictures/ shows the moment)`);
    return 1;
  } finally {
    await workbench.close();
    sample.remove();
  }
}
