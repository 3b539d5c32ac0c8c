// @ts-check
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../root.mjs';

const source = path.join(root, 'test', 'host');
/** The folder with the bundled suites, and `index.js`, which runs them. */
export const SUITES = path.join(root, 'out', 'test', 'host');
/** The folder with the suites in one file, `index.js`, for a web worker. */
export const WEB_SUITES = path.join(root, 'out', 'test', 'web');

/**
 * Bundles `test/host` to `out/test/host`: the suites, the `index` that runs them inside VS Code, and `runTest`, which starts
 * a desktop VS Code. Each suite is a file of its own, for mocha to load.
 *
 * @returns {Promise<{ index: string, runTest: string }>} the files made
 */
export async function bundleSuites() {
  const suites = suiteFiles();
  rmSync(SUITES, { recursive: true, force: true }); // else a removed suite would go on running
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', 'runTest.ts', ...suites].map(file => path.join(source, file)),
    outbase: source,
    outdir: SUITES,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha', '@vscode/test-electron'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return { index: path.join(SUITES, 'index.js'), runTest: path.join(SUITES, 'runTest.js') };
}

/**
 * Bundles the same suites, with mocha, to one file that runs in a web worker.
 *
 * @param {string} [grep] runs only tests whose title matches this regular expression
 */
export async function bundleWebSuites(grep) {
  const modules = ['./webSetup.ts', ...suiteFiles().map(file => `./${file}`)];
  await esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: [...modules.map(module => `import '${module}';`), "export { run } from './webRun.ts';"].join('\n'),
      resolveDir: source,
    },
    outfile: path.join(WEB_SUITES, 'index.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'chrome132',
    external: ['vscode'],
    ...(grep === undefined ? {} : { banner: { js: `globalThis.JOB_FAMILY_GREP = ${JSON.stringify(grep)};` } }),
    footer: { js: 'module.exports = { run };' }, // mocha's own bundle puts itself there
    alias: { 'node:assert/strict': path.join(source, 'support', 'assertInWeb.ts') },
    logLevel: 'warning',
  });
}

/** Relative to `test/host`, in the order of their names. */
function suiteFiles() {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.test.ts'))
    .sort();
}
