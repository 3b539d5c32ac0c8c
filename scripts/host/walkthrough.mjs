// @ts-check
// Walks through the real VS Code by keyboard and mouse; each step is a test.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root.mjs';
import { failureFolder } from '../test/failures.mjs';
import { emptyTally } from '../test/tally.mjs';
import { comparisonWalk } from './comparisonWalk.mjs';
import { germanWalk } from './germanWalk.mjs';
import { hostileWalk } from './hostileWalk.mjs';
import { ladderWalk } from './ladderWalk.mjs';
import { libraryWalk } from './libraryWalk.mjs';
import { mapWalk } from './mapWalk.mjs';
import { copySample } from './sampleCopy.mjs';
import { sampleWalk } from './sampleWalk.mjs';
import { startVsCodeServer } from './server.mjs';
import { VSCODE_VERSIONS } from './versions.mjs';
import { openWorkbench } from './workbench.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */
/** @typedef {import('../test/tally.mjs').Tally} Tally */

/**
 * @typedef {object} Walk
 * @property {string} page that it starts on
 * @property {string} [language] that VS Code is in
 * @property {(folder: string) => void} [prepare] puts into the sample what it needs
 * @property {(workbench: Workbench, file: string, pictures: string) => Record<string, () => Promise<void | string>>} steps by what a person sees
 */

/** @type {Readonly<Record<string, Walk>>} */
const walks = {
  sample: sampleWalk,
  ladder: ladderWalk,
  hostile: hostileWalk,
  comparison: comparisonWalk,
  map: mapWalk,
  library: libraryWalk,
  german: germanWalk,
};

/**
 * @typedef {object} WalkOptions
 * @property {string} name one of `walks`
 * @property {string} prefix of the steps' names in the report
 * @property {import('./install.mjs').VsCodeInstallation} installation
 * @property {string} browser the program of a Chromium
 * @property {import('./server.mjs').VsCodeServerOptions['placeExtensions']} placeExtensions the extension that is tried
 * @property {string} [pictures] the folder, relative to the project, that its pictures go to; below out/ if absent
 */

/**
 * Takes a walk in a VS Code of its own, on a copy of the sample.
 *
 * @param {WalkOptions} options
 * @returns {Promise<Tally>}
 */
export async function takeWalk({ name, prefix, installation, browser, placeExtensions, pictures }) {
  const walk = walks[name];
  if (!walk) throw new Error(`There is no walk "${name}". There are ${Object.keys(walks).join(', ')}.`);
  const folder = path.join(root, pictures ?? path.join('out', 'pictures', installation.version.vscode));
  mkdirSync(folder, { recursive: true });
  const sample = copySample();
  walk.prepare?.(sample.folder);
  const server = await startVsCodeServer({ installation, placeExtensions, traceMessages: true });
  try {
    const { page, language } = walk;
    const workbench = await openWorkbench({ server, browser, folder: sample.folder, file: page, language });
    const steps = walk.steps(workbench, path.join(sample.folder, page), folder);
    const keepEvidence = async (/** @type {string} */ title) => {
      const evidence = failureFolder(title);
      await workbench.screenshot(path.join(evidence, 'window.png'));
      writeFileSync(path.join(evidence, 'output-and-messages.log'), server.extensionLog());
      return evidence;
    };
    const command = `npm test -- 'host: ${installation.version === VSCODE_VERSIONS.today ? 'today' : 'floor'} walk ${name}'`;
    return await takeSteps(prefix, steps, command, keepEvidence).finally(workbench.close);
  } finally {
    await server.stop();
    sample.remove();
  }
}

/**
 * Takes one step after the other, since each starts where the one before ended. After a failure the others are not reached.
 *
 * @param {string} prefix
 * @param {Record<string, () => Promise<void | string>>} steps a step may return the reason why there is nothing to do
 * @param {string} command that takes this walk alone
 * @param {(title: string) => Promise<string>} keepEvidence returns the folder that it is in
 */
async function takeSteps(prefix, steps, command, keepEvidence) {
  const tally = emptyTally();
  for (const [name, step] of Object.entries(steps)) {
    const title = `${prefix}: ${name}`;
    if (tally.failures.length > 0) {
      tally.skips.push({ title, reason: 'not reached' });
      continue;
    }
    const started = Date.now();
    try {
      const skipped = await step();
      if (typeof skipped === 'string') {
        tally.skips.push({ title, reason: skipped });
        continue;
      }
      tally.passed++;
      console.log(`✓ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      const message = stripVTControlCharacters(String(error));
      const evidence = await keepEvidence(title);
      tally.failures.push({ title, error: message, evidence, command });
      console.log(`✗ ${name}: ${message}`);
    }
  }
  return tally;
}
