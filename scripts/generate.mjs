// @ts-check
// npm run generate [-- --check]: writes what follows from the rules, the profile's schema and the client's sources: docs/rules/, the
// schemas of the configuration and of profiles, the settings in package.json, and the texts to translate. With --check it only
// tells what is stale.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { configurationSchema, customProfileSchema, editorSettings } from './generate/configuration.mjs';
import { localizedStrings } from './generate/localizedStrings.mjs';
import { GENERATED, rulePages } from './generate/rulePages.mjs';
import { root } from './root.mjs';
import { runInstalled } from './run.mjs';
import { schemaPlugin } from './schemaPlugin.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/**
 * Every generated file as it should be: path from the project's folder to text; undefined for one that should not be there.
 * @returns {Promise<Map<string, string | undefined>>}
 */
async function generatedFiles() {
  const { rules, profileNames, presetNames, presetSeverities } = await loadEngine();
  const profile = JSON.parse(read('schemas/profile.schema.json') ?? '');
  /** @type {Map<string, string | undefined>} */
  const files = new Map();
  for (const name of readdirSync(path.join(root, 'docs/rules')))
    if (read(`docs/rules/${name}`)?.includes(GENERATED)) files.set(`docs/rules/${name}`, undefined);
  for (const [name, text] of rulePages(rules, presetSeverities)) files.set(`docs/rules/${name}`, text);
  files.set('l10n/bundle.l10n.json', jsonText(localizedStrings()));
  files.set('schemas/config.schema.json', jsonText(configurationSchema(rules, profile, profileNames, presetNames)));
  files.set('schemas/custom-profile.schema.json', jsonText(customProfileSchema(profile, profileNames)));
  files.set(
    'package.json',
    jsonText(withSettings(JSON.parse(read('package.json') ?? ''), editorSettings(rules, profileNames, presetNames))),
  );
  return files;
}

/** The generated files that differ from what they should be, are missing, or should not be there. @returns {Promise<string[]>} */
export async function staleFiles() {
  return [...(await generatedFiles())].filter(([name, text]) => !same(read(name), text, name)).map(([name]) => name);
}

/** JSON may be laid out by the formatter: there only what it says counts. */
function same(/** @type {string | undefined} */ present, /** @type {string | undefined} */ wanted, /** @type {string} */ name) {
  if (present === undefined || wanted === undefined || !name.endsWith('.json')) return present === wanted;
  return JSON.stringify(JSON.parse(present)) === JSON.stringify(JSON.parse(wanted));
}

/** @param {any} manifest @param {Record<string, unknown>} settings */
function withSettings(manifest, settings) {
  const { properties } = manifest.contributes.configuration;
  const others = Object.entries(properties).filter(([name]) => name.includes('.trace.'));
  manifest.contributes.configuration.properties = { ...settings, ...Object.fromEntries(others) };
  return manifest;
}

/** @param {unknown} value */
function jsonText(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** @param {string} name @returns {string | undefined} */
function read(name) {
  try {
    return readFileSync(path.join(root, name), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @returns {Promise<{
 *   rules: readonly import('./generate/rulePages.mjs').AnyRule[],
 *   profileNames: string[],
 *   presetNames: readonly string[],
 *   presetSeverities: import('./generate/rulePages.mjs').PresetSeverities,
 * }>}
 */
async function loadEngine() {
  const work = mkdtempSync(path.join(tmpdir(), 'job-family-generate-'));
  try {
    const outfile = path.join(work, 'engine.mjs');
    await build({
      stdin: {
        contents: `export { rules, documentRules } from './server/src/rules/registry.ts'; export { namedProfiles } from './server/src/profile/builtIn.ts'; export { presetNames, withPreset } from './server/src/rules/presets.ts'; export { ruleRun } from './server/src/rules/ruleSettings.ts';`,
        resolveDir: root,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      plugins: [yamlPlugin.esbuild, schemaPlugin.esbuild],
    });
    const engine = await import(pathToFileURL(outfile).href);
    const rules = [...engine.rules, ...engine.documentRules];
    const codes = rules.map(({ code }) => code);
    return {
      rules,
      profileNames: [...engine.namedProfiles.keys()],
      presetNames: engine.presetNames,
      presetSeverities: new Map(
        engine.presetNames.map((/** @type {string} */ name) => {
          const settings = engine.withPreset(name, {}, codes);
          return [name, new Map(rules.map(rule => [rule.code, engine.ruleRun(rule, settings)?.severity ?? 'off']))];
        }),
      ),
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = await staleFiles();
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`${name} is stale: run npm run generate`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const files = await generatedFiles();
    mkdirSync(path.join(root, 'docs/rules'), { recursive: true });
    for (const name of stale) {
      const text = files.get(name);
      if (text === undefined) rmSync(path.join(root, name));
      else writeFileSync(path.join(root, name), text);
      console.log(`${name} ${text === undefined ? 'removed' : 'written'}`);
    }
    const written = stale.filter(name => name.endsWith('.json'));
    if (written.length > 0) await runInstalled('biome', ['format', '--write', ...written], { quiet: true });
    if (stale.length === 0) console.log('Everything that is generated is current.');
  }
}
