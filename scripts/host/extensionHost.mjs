// @ts-check
// Runs mocha suites inside the real extension host of a VS Code server, with a Chromium for its window.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { writeCompanionManifest } from './companion.mjs';
import { failurePictures } from './failurePictures.mjs';
import { startVsCodeServer } from './server.mjs';
import { readSuiteResult } from './suiteResult.mjs';

/**
 * @typedef {object} ExtensionHostOptions
 * @property {import('./install.mjs').VsCodeInstallation} installation
 * @property {string} browser the program of a Chromium
 * @property {string} suites the file whose `run()` runs them
 * @property {string} folder the workspace, which the suites may edit
 * @property {import('./server.mjs').VsCodeServerOptions['placeExtensions']} placeExtensions the extension under test
 * @property {number} [timeout] for the whole run, in milliseconds
 * @property {string} [grep] runs only tests whose title matches this regular expression
 * @property {boolean} [verbose] shows what the window and the extension host print
 */

/**
 * @param {ExtensionHostOptions} options
 * @returns {Promise<import('./suiteResult.mjs').SuiteOutcome>}
 */
export async function runInExtensionHost(options) {
  const { installation, placeExtensions, grep } = options;
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'job-family-suites-'));
  const resultFile = path.join(scratch, 'result.json');
  try {
    // VS Code runs suites only beside an extension under development. The real one is installed as users have it; this is empty.
    const companion = path.join(scratch, 'companion');
    mkdirSync(companion);
    writeCompanionManifest(companion);
    const env = { JOB_FAMILY_SUITE_RESULT: resultFile, ...(grep === undefined ? {} : { JOB_FAMILY_GREP: grep }) };
    const server = await startVsCodeServer({ installation, placeExtensions, testDriver: true, env });
    try {
      const { trouble, picture } = await openTestWindow(server, companion, options);
      return { ...readSuiteResult(resultFile, trouble), picture };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Opens the window that runs the suites, and waits for their end.
 *
 * @param {import('./server.mjs').VsCodeServer} server
 * @param {string} companion
 * @param {ExtensionHostOptions} options
 * @returns {Promise<{ trouble: string | undefined, picture: (title: string) => Promise<Buffer | undefined> }>} `trouble`: with the run itself
 */
async function openTestWindow(server, companion, { browser: executable, suites, folder, timeout = 600_000, verbose = false }) {
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage();
    const pictures = failurePictures(page);
    const finished = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ kind, /** @type {unknown[]} */ args) => {
      const line = stripVTControlCharacters(format(...args));
      if (!pictures.hear(line) && verbose) console.log(`[${kind}] ${line.slice(0, 1000)}`);
    });
    const inServer = (/** @type {string} */ file) => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ['extensionDevelopmentPath', inServer(companion)],
      ['extensionTestsPath', inServer(suites)],
    ];
    const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
    await page.goto(`${server.url}/?${query}`);
    const trouble = await Promise.race([
      finished.then(() => undefined),
      server.exited.then(() => `The VS Code server ended during the run:\n${server.output()}`),
      timedOut(timeout),
    ]);
    await pictures.last(trouble);
    return { trouble, picture: pictures.of };
  } finally {
    await browser.close();
  }
}

/**
 * Resolves with what to say once a run has taken too long; keeps no process alive.
 *
 * @param {number} milliseconds
 * @returns {Promise<string>}
 */
export function timedOut(milliseconds) {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds, `The run took longer than ${milliseconds / 1000} s and was ended`);
    timer.unref();
  });
}
