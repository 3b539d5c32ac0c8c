// @ts-check
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../root.mjs';

const source = path.join(root, 'test', 'host');
const target = path.join(root, 'out', 'test', 'host');

/**
 * Bundles `test/host` to `out/test/host`: the suites, the `index` that runs them inside VS Code, and `runTest`, which starts
 * a desktop VS Code. Each suite is a file of its own, for mocha to load.
 *
 * @returns {Promise<{ index: string, runTest: string, suites: number }>} the files made, and how many suites
 */
export async function bundleSuites() {
  const suites = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.test.ts'));
  rmSync(target, { recursive: true, force: true }); // else a removed suite would go on running
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', 'runTest.ts', ...suites].map(file => path.join(source, file)),
    outbase: source,
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha', '@vscode/test-electron'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return { index: path.join(target, 'index.js'), runTest: path.join(target, 'runTest.js'), suites: suites.length };
}
