// @ts-check
// Runs the mocha suites in the extension host of VS Code for the Web: a web worker of the browser, with the server in another.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { writeCompanionManifest } from './companion.mjs';
import { timedOut } from './extensionHost.mjs';
import { failurePictures } from './failurePictures.mjs';
import { ensureWebFileSystem } from './install.mjs';
import { copyShippedFiles } from './placeExtension.mjs';
import { suiteOutcome } from './suiteResult.mjs';
import { startWebServer } from './webServer.mjs';

/** As `test/host/webRun.ts` writes it. */
const RECORD = 'job-family-suites ';

/**
 * @param {object} options
 * @param {import('./install.mjs').VsCodeInstallation} options.installation
 * @param {string} options.browser the program of a Chromium
 * @param {string} options.suites the folder whose `index.js` has the `run()` that runs them
 * @param {string} options.folder the workspace; what the suites write stays in the page
 * @param {number} [options.timeout] for the whole run, in milliseconds
 * @param {boolean} [options.verbose] shows what the window and the extension host print
 * @returns {Promise<import('./suiteResult.mjs').SuiteOutcome>}
 */
export async function runInWebExtensionHost({ installation, browser, suites, folder, timeout = 600_000, verbose = false }) {
  const extension = mkdtempSync(path.join(os.tmpdir(), 'job-family-web-'));
  try {
    copyShippedFiles(extension);
    writeCompanionManifest(suites);
    const fileSystem = await ensureWebFileSystem();
    const server = await startWebServer({ vsCode: installation.folder, fileSystem, folder, extension, suites });
    try {
      return await watchSuites(server.url, browser, timeout, verbose);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(extension, { recursive: true, force: true });
  }
}

/**
 * @param {string} url
 * @param {string} executable
 * @param {number} timeout
 * @param {boolean} verbose
 */
async function watchSuites(url, executable, timeout, verbose) {
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage();
    const pictures = failurePictures(page);
    /** @type {import('./suiteResult.mjs').SuiteRecord | undefined} */
    let record;
    const finished = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ kind, /** @type {unknown[]} */ args) => {
      const line = stripVTControlCharacters(format(...args));
      if (line.startsWith(RECORD)) record = JSON.parse(line.slice(RECORD.length));
      else if (!pictures.hear(line) && verbose) console.log(`[${kind}] ${line.slice(0, 1000)}`);
    });
    if (verbose) page.on('pageerror', error => console.log(`[page] ${error.message.slice(0, 1000)}`));
    await page.goto(url);
    const trouble = await Promise.race([finished.then(() => undefined), timedOut(timeout)]);
    await pictures.last(trouble);
    return { ...suiteOutcome(record, trouble), picture: pictures.of };
  } finally {
    await browser.close();
  }
}
