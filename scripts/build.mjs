// @ts-check
// Bundles what ships into dist/: the extension, the server, the command line and the ladder page.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { root } from './root.mjs';
import { ruleTextsPlugin } from './ruleTextsPlugin.mjs';
import { schemaPlugin } from './schemaPlugin.mjs';
import { thirdPartyNotices } from './thirdPartyNotices.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

const HELP = `Usage: npm run build [-- OPTIONS]

Bundles the extension into dist/. meta.json beside the bundles tells which file went into which.

  --watch       build again whenever a source file changes
  --production  minified and without source maps: what is packaged
  --out FOLDER  there instead of dist/
  --help`;

process.exitCode = await main(process.argv.slice(2));

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { watch, production, out, help, trouble } = readArguments(args);
  if (trouble !== undefined) {
    console.error(`${trouble}\n\n${HELP}`);
    return 2;
  }
  if (help) {
    console.log(HELP);
    return 0;
  }
  const folder = path.resolve(root, out);
  return watch ? await watchAll(production, folder) : await buildAll(production, folder);
}

/**
 * @param {string[]} args
 * @returns {{ watch: boolean, production: boolean, out: string, help: boolean, trouble?: string }}
 */
function readArguments(args) {
  const nothing = { watch: false, production: false, out: 'dist', help: false };
  try {
    const { values } = parseArgs({
      args,
      options: {
        watch: { type: 'boolean' },
        production: { type: 'boolean' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    return { ...nothing, ...values };
  } catch (error) {
    return { ...nothing, trouble: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * @param {boolean} production
 * @param {string} folder
 * @returns {Promise<number>} the exit code; esbuild has already said what is wrong
 */
async function buildAll(production, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const results = await Promise.allSettled(bundles(production, folder).map(build));
  const built = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
  if (built.length < results.length) return 1;
  finish(built, folder);
  return 0;
}

/** @param {boolean} production @param {string} folder */
async function watchAll(production, folder) {
  /** @type {import('esbuild').Plugin} */
  const report = {
    name: 'report',
    setup(bundle) {
      bundle.onEnd(({ errors, metafile }) => {
        if (errors.length > 0) return;
        makeExecutable(folder);
        console.log(`built ${Object.keys(metafile?.outputs ?? {}).join(', ')}`);
      });
    },
  };
  const contexts = await Promise.all(
    bundles(production, folder).map(options => context({ ...options, plugins: [...(options.plugins ?? []), report] })),
  );
  await Promise.all(contexts.map(one => one.watch()));
  console.log('Watching; Ctrl+C ends it.');
  return 0;
}

/**
 * What is built, by where it runs. The core is the same in each; only the entry files differ.
 *
 * @param {boolean} production
 * @param {string} folder
 * @returns {import('esbuild').BuildOptions[]}
 */
function bundles(production, folder) {
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
  /** @type {import('esbuild').BuildOptions} */
  const web = { ...common, platform: 'browser', format: 'iife', target: 'chrome132' };
  return [
    { ...node, entryPoints: { extension: 'client/src/node.ts' }, outdir: folder, external: ['vscode'] },
    { ...node, entryPoints: { server: 'server/src/node.ts' }, outdir: folder },
    { ...node, entryPoints: { cli: 'server/src/cli.ts' }, outdir: folder, banner: { js: '#!/usr/bin/env node' } },
    { ...web, entryPoints: { browser: 'client/src/browser.ts' }, outdir: folder, format: 'cjs', external: ['vscode'] },
    { ...web, entryPoints: { worker: 'server/src/worker.ts' }, outdir: folder },
    {
      ...web,
      entryPoints: webviewPages().flatMap(name => [
        { in: `client/webview/${name}.ts`, out: name },
        { in: `client/webview/${name}.css`, out: name },
      ]),
      outdir: path.join(folder, 'webview'),
    },
  ];
}

/** The pages of panels: each is a script and a style of its name. What they share is in `shared/`. */
function webviewPages() {
  return readdirSync(path.join(root, 'client/webview'))
    .filter(file => file.endsWith('.css'))
    .map(file => path.basename(file, '.css'));
}

/** @param {readonly import('esbuild').BuildResult[]} results @param {string} folder */
function finish(results, folder) {
  makeExecutable(folder);
  const inputs = Object.assign({}, ...results.map(result => result.metafile?.inputs));
  const outputs = Object.assign({}, ...results.map(result => result.metafile?.outputs));
  writeFileSync(path.join(folder, 'meta.json'), `${JSON.stringify({ inputs, outputs }, undefined, 1)}\n`);
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(bundledFiles(outputs)));
  for (const [file, { bytes }] of Object.entries(outputs)) {
    if (!file.endsWith('.map')) console.log(`${file}  ${(bytes / 1024).toFixed(0)} kB`);
  }
}

/**
 * Returns the files of which something is in a bundle: of others that were read, nothing is used.
 *
 * @param {Readonly<Record<string, import('esbuild').Metafile['outputs'][string]>>} outputs
 */
function bundledFiles(outputs) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

/** @param {string} folder */
function makeExecutable(folder) {
  chmodSync(path.join(folder, 'cli.js'), 0o755);
}
