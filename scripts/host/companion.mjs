// @ts-check
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes an extension of a folder: VS Code runs suites only beside one that is under development.
 *
 * @param {string} folder
 */
export function writeCompanionManifest(folder) {
  const manifest = { name: 'companion', publisher: 'job-family-test', version: '0.0.1', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
