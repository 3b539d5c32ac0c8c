// @ts-check
// Bundles what ships into dist/: the extension, the server, the command line and the ladder page.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { root } from './root.mjs';
import { ruleTextsPlugin } from './ruleTextsPlugin.mjs';
import { schemaPlugin } from './schemaPlugin.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

const HELP = `Usage: npm run build [-- OPTIONS]

Bundles the extension into dist/. dist/meta.json tells which file went into which bundle.

  --watch       build again whenever a source file changes
  --production  minified and without source maps: what is packaged
  --help`;

const OUT = path.join(root, 'dist');

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { watch, production, help, trouble } = readArguments(args);
  if (trouble !== undefined) {
    console.error(`${trouble}\n\n${HELP}`);
    return 2;
  }
  if (help) {
    console.log(HELP);
    return 0;
  }
  return watch ? await watchAll(production) : await buildAll(production);
}

/**
 * @param {string[]} args
 * @returns {{ watch: boolean, production: boolean, help: boolean, trouble?: string }}
 */
function readArguments(args) {
  const nothing = { watch: false, production: false, help: false };
  try {
    const { values } = parseArgs({
      args,
      options: { watch: { type: 'boolean' }, production: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return { ...nothing, ...values };
  } catch (error) {
    return { ...nothing, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @param {boolean} production
 * @returns {Promise<number>} the exit code; esbuild has already said what is wrong
 */
async function buildAll(production) {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const results = await Promise.allSettled(bundles(production).map(build));
  const built = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  if (built.length < results.length) return 1;
  finish(built);
  return 0;
}

/** @param {boolean} production */
async function watchAll(production) {
  /** @type {import('esbuild').Plugin} */
  const report = {
    name: 'report',
    setup(bundle) {
      bundle.onEnd(({ errors, metafile }) => {
        if (errors.length > 0) return;
        makeExecutable();
        console.log(`built ${Object.keys(metafile?.outputs ?? {}).join(', ')}`);
      });
    },
  };
  const contexts = await Promise.all(
    bundles(production).map(options => context({ ...options, plugins: [...(options.plugins ?? []), report] })),
  );
  await Promise.all(contexts.map(one => one.watch()));
  console.log('Watching; Ctrl+C ends it.');
  return 0;
}

/**
 * What is built, by where it runs. The core is the same in each; only the entry files differ.
 *
 * @param {boolean} production
 * @returns {import('esbuild').BuildOptions[]}
 */
function bundles(production) {
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    minify: production,
    sourcemap: !production,
    logLevel: 'warning',
    legalComments: 'none',
    plugins: [yamlPlugin.esbuild, schemaPlugin.esbuild, ruleTextsPlugin],
    charset: 'utf8',
    // Modules of which only what is used is taken; the package gives Node all of it.
    alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  };
  /** @type {import('esbuild').BuildOptions} */
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
  return [
    { ...node, entryPoints: { extension: 'client/src/node.ts' }, outdir: 'dist', external: ['vscode'] },
    { ...node, entryPoints: { server: 'server/src/node.ts' }, outdir: 'dist' },
    { ...node, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
    {
      ...common,
      entryPoints: [
        { in: 'client/webview/ladder.ts', out: 'ladder' },
        { in: 'client/webview/ladder.css', out: 'ladder' },
      ],
      outdir: 'dist/webview',
      platform: 'browser',
      format: 'iife',
      target: 'chrome132',
    },
  ];
}

/** @param {readonly import('esbuild').BuildResult[]} results */
function finish(results) {
  makeExecutable();
  const inputs = Object.assign({}, ...results.map(result => result.metafile?.inputs));
  const outputs = Object.assign({}, ...results.map(result => result.metafile?.outputs));
  writeFileSync(path.join(OUT, 'meta.json'), `${JSON.stringify({ inputs, outputs }, undefined, 1)}\n`);
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (!file.endsWith('.map')) console.log(`${file}  ${(bytes / 1024).toFixed(0)} kB`);
  }
}

function makeExecutable() {
  chmodSync(path.join(OUT, 'cli.js'), 0o755);
}
