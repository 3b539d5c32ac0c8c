// @ts-check
// The tests in a real browser: exported files, and the real VS Code: suites inside its extension host, a walk through the sample by
// keyboard and mouse, and the suites once more in VS Code for the Web.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from '../host/browser.mjs';
import { bundleSuites, bundleWebSuites } from '../host/bundleSuites.mjs';
import { runInExtensionHost } from '../host/extensionHost.mjs';
import { ensureVsCodeServer } from '../host/install.mjs';
import { installPackage } from '../host/installPackage.mjs';
import { copyExtension } from '../host/placeExtension.mjs';
import { copySample } from '../host/sampleCopy.mjs';
import { readSuiteResult } from '../host/suiteResult.mjs';
import { VSCODE_VERSIONS } from '../host/versions.mjs';
import { walkThrough } from '../host/walkthrough.mjs';
import { runInWebExtensionHost } from '../host/webExtensionHost.mjs';
import { packageExtension } from '../packageExtension.mjs';
import { root } from '../root.mjs';
import { run } from '../run.mjs';
import { addTally, emptyTally } from './tally.mjs';
import { runVitest } from './vitestPart.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {import('../host/install.mjs').VsCodeInstallation} VsCodeInstallation */

/**
 * @typedef {object} HostOptions
 * @property {string} [vscode] `floor` or `today`; both when absent
 * @property {boolean} [desktop] use a desktop VS Code instead, by means of test-electron; the suites only
 * @property {boolean} [verbose] show what VS Code prints
 */

/**
 * @param {HostOptions} [options]
 * @returns {Promise<Tally>}
 */
export async function testHost({ vscode, desktop = false, verbose = false } = {}) {
  if (desktop) return await testDesktop();
  const browser = await ensureBrowser();
  if (browser.executable === undefined) return skipped('host', browser.reason);
  console.log('\nPages as files in a browser');
  const tally = await runVitest('browser', { CHROMIUM: browser.executable });
  const versions = Object.entries(VSCODE_VERSIONS).filter(([name]) => vscode === undefined || name === vscode);
  for (const [, version] of versions) {
    const prefix = `VS Code ${version.vscode}`;
    const installation = await ensureVsCodeServer({ version }).catch((/** @type {Error} */ error) => error);
    if (installation instanceof Error) {
      addTally(tally, skipped(prefix, installation.message));
      continue;
    }
    addTally(tally, await testVersion(prefix, installation, browser.executable, verbose).catch(broke(prefix)));
  }
  return tally;
}

/**
 * On the oldest VS Code runs what was built, with its source maps; on the newest what is packaged, as VS Code itself installs it, with
 * the walks through all panels, and after that the browser's half of it.
 *
 * @param {string} prefix
 * @param {VsCodeInstallation} installation
 * @param {string} browser
 * @param {boolean} verbose
 */
async function testVersion(prefix, installation, browser, verbose) {
  const isToday = installation.version === VSCODE_VERSIONS.today;
  const placed = isToday ? await packaged(installation) : { placeExtensions: copyExtension, remove: () => {} };
  const tally = emptyTally();
  try {
    console.log(`\n${prefix}${isToday ? ', the package installed' : ''}: suites in its extension host`);
    const { index } = await bundleSuites();
    const suites = withSample(folder =>
      runInExtensionHost({ installation, browser, suites: index, folder, verbose, placeExtensions: placed.placeExtensions }),
    );
    addTally(tally, await suites.then(outcome => report(prefix, outcome)).catch(broke(`${prefix}: suites`)));
    console.log(`\n${prefix}: a walk through the sample`);
    const walk = walkThrough({ prefix, installation, browser, placeExtensions: placed.placeExtensions, brief: !isToday });
    addTally(tally, await walk.catch(broke(`${prefix}: walk`)));
  } finally {
    placed.remove();
  }
  if (!isToday) return tally;
  const web = `${prefix} for the Web`;
  console.log(`\n${web}: suites in a web worker`);
  const suites = await bundleWebSuites();
  const inWeb = withSample(folder => runInWebExtensionHost({ installation, browser, suites, folder, verbose }));
  addTally(tally, await inWeb.then(outcome => report(web, outcome)).catch(broke(`${web}: suites`)));
  return tally;
}

/**
 * The package of the extension, made anew, and how VS Code installs it.
 *
 * @param {VsCodeInstallation} installation
 */
async function packaged(installation) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'job-family-package-'));
  const file = path.join(folder, 'job-family.vsix');
  await packageExtension(file);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return { placeExtensions: installPackage(installation, file), remove };
}

/**
 * @template Outcome
 * @param {(folder: string) => Promise<Outcome>} use of a copy of the sample
 */
async function withSample(use) {
  const sample = copySample();
  try {
    return await use(sample.folder);
  } finally {
    sample.remove();
  }
}

/** The same suites in a desktop VS Code: the one VSCODE_EXECUTABLE names, or one that @vscode/test-electron downloads. */
async function testDesktop() {
  const { index, runTest } = await bundleSuites();
  const sample = copySample();
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'job-family-desktop-'));
  const result = path.join(scratch, 'result.json');
  try {
    const { code } = await run(process.execPath, [runTest], {
      env: {
        JOB_FAMILY_ROOT: root,
        JOB_FAMILY_SUITES: index,
        JOB_FAMILY_WORKSPACE: sample.folder,
        JOB_FAMILY_SUITE_RESULT: result,
      },
    });
    const outcome = readSuiteResult(result);
    const trouble = code !== 0 && outcome.failed === 0 ? `VS Code ended with code ${code}` : undefined;
    return report('desktop VS Code', trouble ? readSuiteResult(result, trouble) : outcome);
  } finally {
    sample.remove();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} prefix
 * @param {import('../host/suiteResult.mjs').SuiteOutcome} outcome
 * @returns {Tally}
 */
function report(prefix, { passed, tests, failures }) {
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  for (const { title, state, duration } of tests) console.log(`${marks[state]} ${title} (${duration} ms)`);
  for (const { title, error } of failures) console.log(`\n✗ ${title}\n${error}`);
  const skips = tests.filter(({ state }) => state === 'skipped');
  return {
    passed,
    failures: failures.map(({ title, error }) => ({ title: `${prefix}: ${title}`, error })),
    skips: skips.map(({ title }) => ({ title: `${prefix}: ${title}` })),
  };
}

/**
 * The harness itself failed; what else was found stays found.
 *
 * @param {string} title
 * @returns {(error: unknown) => Tally}
 */
function broke(title) {
  return error => {
    console.error(error);
    return { ...emptyTally(), failures: [{ title, error: String(error) }] };
  };
}

/**
 * @param {string} title
 * @param {string} reason
 * @returns {Tally}
 */
function skipped(title, reason) {
  console.log(`- ${title} skipped: ${reason}`);
  return { ...emptyTally(), skips: [{ title, reason }] };
}
