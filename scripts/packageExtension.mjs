// @ts-check
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { copyShippedFiles } from './host/placeExtension.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

/**
 * Makes the file that VS Code installs: what .vscodeignore lets through, with bundles made for production.
 *
 * @param {string} file the package to write
 */
export async function packageExtension(file) {
  const stage = mkdtempSync(path.join(os.tmpdir(), 'job-family-package-'));
  try {
    copyShippedFiles(stage);
    const build = [path.join(root, 'scripts', 'build.mjs'), '--production', '--out', path.join(stage, 'dist')];
    const { code, output } = await run(process.execPath, build, { quiet: true });
    if (code !== 0) throw new Error(`The build for the package failed:\n${output}`);
    cpSync(path.join(root, '.vscodeignore'), path.join(stage, '.vscodeignore'));
    writeFileSync(path.join(stage, 'package.json'), shippedManifest());
    mkdirSync(path.dirname(file), { recursive: true });
    await createVSIX({ cwd: stage, packagePath: file, dependencies: false });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** The manifest without what only this checkout needs. */
function shippedManifest() {
  const {
    allowScripts,
    devDependencies,
    scripts,
    private: notToNpm,
    ...shipped
  } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return `${JSON.stringify(shipped, undefined, 2)}\n`;
}
