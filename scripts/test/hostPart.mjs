// @ts-check
// The jobs in a real browser: exported files, and the real VS Code: suites inside its extension host, walks by keyboard and mouse, and the
// suites once more in VS Code for the Web.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser } from '../host/browser.mjs';
import { bundleSuites, bundleWebSuites, SUITES, WEB_SUITES } from '../host/bundleSuites.mjs';
import { runInExtensionHost } from '../host/extensionHost.mjs';
import { ensureVsCodeServer, ensureWebFileSystem } from '../host/install.mjs';
import { installPackage } from '../host/installPackage.mjs';
import { copyExtension } from '../host/placeExtension.mjs';
import { copySample } from '../host/sampleCopy.mjs';
import { readSuiteResult } from '../host/suiteResult.mjs';
import { VSCODE_VERSIONS } from '../host/versions.mjs';
import { takeWalk } from '../host/walkthrough.mjs';
import { runInWebExtensionHost } from '../host/webExtensionHost.mjs';
import { packageExtension } from '../packageExtension.mjs';
import { root } from '../root.mjs';
import { run } from '../run.mjs';
import { keepFailure } from './failures.mjs';
import { emptyTally, titlePattern } from './tally.mjs';
import { runVitest } from './vitestPart.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {import('../host/install.mjs').VsCodeInstallation} VsCodeInstallation */

/**
 * @typedef {object} HostOptions
 * @property {boolean} [verbose] shows what VS Code prints
 * @property {string} [grep] runs only the tests of the suites whose title matches
 */

/** What `prepareHost` packages and the newest VS Code installs. */
const PACKAGE = path.join(root, 'out', 'test', 'job-family.vsix');

/**
 * Makes everything that the other jobs of this file share: the browser, both VS Codes, the bundled suites and the package.
 *
 * @param {HostOptions} options
 * @returns {Promise<Tally>} a skip if there is no browser
 */
export async function prepareHost({ grep }) {
  const browser = await ensureBrowser();
  if (browser.executable === undefined) return skipped('host', browser.reason);
  for (const version of Object.values(VSCODE_VERSIONS)) await ensureVsCodeServer({ version });
  await ensureWebFileSystem();
  await bundleSuites();
  await bundleWebSuites(grep);
  mkdirSync(path.dirname(PACKAGE), { recursive: true });
  await packageExtension(PACKAGE);
  return emptyTally();
}

/** Exported files, opened in a browser. */
export async function testExportedFiles() {
  return await withBrowser('exported files', async executable => runVitest('browser', { env: { CHROMIUM: executable } }));
}

/**
 * The suites in the extension host: on the oldest VS Code with what was built, with its source maps; on the newest with the package, as VS
 * Code itself installs it.
 *
 * @param {keyof typeof VSCODE_VERSIONS} name
 * @param {HostOptions} options
 */
export async function testSuites(name, { verbose = false, grep }) {
  return await withBrowser(`VS Code ${VSCODE_VERSIONS[name].vscode}`, async (browser, prefix) => {
    const installation = await ensureVsCodeServer({ version: VSCODE_VERSIONS[name] });
    const placeExtensions = placed(name, installation);
    return await withSample(async folder => {
      const suites = path.join(SUITES, 'index.js');
      return await report(
        prefix,
        await runInExtensionHost({ installation, browser, suites, folder, verbose, placeExtensions, grep }),
      );
    });
  });
}

/**
 * The same suites in VS Code for the Web.
 *
 * @param {HostOptions} options
 */
export async function testWebSuites({ verbose = false }) {
  return await withBrowser(`VS Code ${VSCODE_VERSIONS.today.vscode} for the Web`, async (browser, prefix) => {
    const installation = await ensureVsCodeServer({ version: VSCODE_VERSIONS.today });
    return await withSample(async folder =>
      report(prefix, await runInWebExtensionHost({ installation, browser, suites: WEB_SUITES, folder, verbose })),
    );
  });
}

/**
 * A walk by keyboard and mouse.
 *
 * @param {keyof typeof VSCODE_VERSIONS} name
 * @param {string} walk
 */
export async function testWalk(name, walk) {
  return await withBrowser(`VS Code ${VSCODE_VERSIONS[name].vscode}`, async (browser, prefix) => {
    const installation = await ensureVsCodeServer({ version: VSCODE_VERSIONS[name] });
    return await takeWalk({ name: walk, prefix, installation, browser, placeExtensions: placed(name, installation) });
  });
}

/** The suites in a desktop VS Code: the one that VSCODE_EXECUTABLE names, or one that @vscode/test-electron downloads. */
export async function testDesktop() {
  const { index, runTest } = await bundleSuites();
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'job-family-desktop-'));
  const result = path.join(scratch, 'result.json');
  try {
    return await withSample(async folder => {
      const env = {
        JOB_FAMILY_ROOT: root,
        JOB_FAMILY_SUITES: index,
        JOB_FAMILY_WORKSPACE: folder,
        JOB_FAMILY_SUITE_RESULT: result,
      };
      const { code } = await run(process.execPath, [runTest], { env });
      const outcome = readSuiteResult(result);
      const trouble = code !== 0 && outcome.failed === 0 ? `VS Code ended with code ${code}` : undefined;
      return await report('desktop VS Code', trouble ? readSuiteResult(result, trouble) : outcome);
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {keyof typeof VSCODE_VERSIONS} name
 * @param {VsCodeInstallation} installation
 */
function placed(name, installation) {
  return name === 'today' ? installPackage(installation, PACKAGE) : copyExtension;
}

/**
 * @param {string} prefix of the titles in the report
 * @param {(executable: string, prefix: string) => Promise<Tally>} use
 */
async function withBrowser(prefix, use) {
  const browser = await ensureBrowser({ install: false });
  if (browser.executable === undefined) return skipped(prefix, browser.reason);
  if (!existsSync(PACKAGE)) throw new Error('The host is not prepared: run the job “host: prepare” first.');
  return await use(browser.executable, prefix);
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

/**
 * @param {string} prefix
 * @param {import('../host/suiteResult.mjs').SuiteOutcome} outcome
 * @returns {Promise<Tally>}
 */
async function report(prefix, { passed, tests, failures, picture }) {
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  for (const { title, state, duration } of tests) console.log(`${marks[state]} ${title} (${duration} ms)`);
  const tally = { ...emptyTally(), passed };
  for (const { title, error, messages } of failures) {
    console.log(`\n✗ ${title}\n${error}`);
    const evidence = keepFailure(`${prefix}: ${title}`, { picture: await picture?.(title), messages });
    const command = `npm test -- host --grep '${titlePattern(title)}'`;
    tally.failures.push({ title: `${prefix}: ${title}`, error, evidence, command });
  }
  for (const { title, state } of tests) if (state === 'skipped') tally.skips.push({ title: `${prefix}: ${title}` });
  return tally;
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
