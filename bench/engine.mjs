// @ts-check
// This engine, bundled as it ships and driven as the protocol server drives it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { schemaPlugin } from '../scripts/schemaPlugin.mjs';
import { yamlPlugin } from '../scripts/yamlPlugin.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

/** @returns {Promise<{ LanguageService: any, DiskHost: any }>} */
async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'job-family-bench-'));
  const outfile = join(folder, 'engine.cjs');
  const source = fileURLToPath(new URL('../server/src/', import.meta.url));
  await build({
    stdin: {
      contents: `export { LanguageService } from './service.ts'; export { DiskHost } from './disk/diskHost.ts';`,
      resolveDir: source,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    plugins: [yamlPlugin.esbuild, schemaPlugin.esbuild],
  });
  const engine = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return engine.default ?? engine;
}

/** The engine's parts. */
export const engine = await loadEngine();

/**
 * @param {string} folder
 * @returns {Promise<Contestant & { ladder(path: string, shown: object): Promise<string> }>} `ladder` gives the pane's HTML
 */
export async function openEngine(folder) {
  const service = new engine.LanguageService(new engine.DiskHost(() => {}), { folders: [pathToFileURL(folder).href] });
  return {
    name: 'job-family',
    async check(path) {
      return (await service.pageDiagnostics(pathToFileURL(path).href)).diagnostics.length;
    },
    open(path) {
      service.setDocument(pathToFileURL(path).href, readFileSync(path, 'utf8'));
    },
    async edit(path, text) {
      service.setDocument(pathToFileURL(path).href, text);
      return (await service.pageDiagnostics(pathToFileURL(path).href)).diagnostics.length;
    },
    async ladder(path, shown) {
      return (await service.ladder(pathToFileURL(path).href, shown)).html;
    },
    dispose() {},
  };
}
