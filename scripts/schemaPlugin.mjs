// @ts-check
// Lets `import { … } from 'virtual:schemas'` give the schemas and what validates by them, in the bundles (esbuild) and in the
// tests (vite) alike. ajv writes its code here, so that nothing is compiled where it runs: no ajv in the bundles but for the
// few helpers that the code names, and no `eval`, which a web worker may not have.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { _, Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { root } from './root.mjs';
import { constantsCode, sharedSchemas } from './sharedParts.mjs';

const MODULE = 'virtual:schemas';

/** The schemas that the engine validates by, as they are named in the module. */
const SCHEMAS = {
  catalogue: 'catalogue',
  configuration: 'config',
  customProfile: 'custom-profile',
  frontMatter: 'front-matter',
  profile: 'profile',
  siteLint: 'site-lint',
};

const FILES = Object.values(SCHEMAS).map(name => path.join(root, 'schemas', `${name}.schema.json`));

/** Keywords of our schemas that say nothing of what is valid: they are for messages and for completion. */
export const annotations = ['patternErrorMessage', 'x-values'];

/** What our schemas are compiled with, here and in the tests. @type {import('ajv').Options} */
export const ajvOptions = { allErrors: true, messages: false, allowUnionTypes: true };

// What schemas may name as a `format`. It goes into the code as it stands, so it may use nothing from here.
const FORMATS = `import { globTrouble } from ${JSON.stringify(path.join(root, 'server/src/profile/globs.ts'))};
import { patternTrouble } from ${JSON.stringify(path.join(root, 'server/src/profile/patterns.ts'))};
const schemaFormats = {
  glob: source => globTrouble(source) === undefined,
  regex: source => patternTrouble(source) === undefined,
};
`;

/** The module's code: each schema by its name, and `validate…` for each. */
export function schemasModule() {
  const schemas = Object.fromEntries(
    Object.keys(SCHEMAS).map((name, at) => [name, JSON.parse(readFileSync(/** @type {string} */ (FILES[at]), 'utf8'))]),
  );
  const shared = sharedSchemas(schemas);
  const ajv = new Ajv({
    ...ajvOptions,
    inlineRefs: false,
    schemas: [...shared.parts, ...Object.values(shared.schemas)],
    // True is enough while the code is written: the function itself stands in the module.
    formats: { glob: () => true, regex: () => true },
    code: { source: true, esm: true, lines: true, formats: _`schemaFormats` },
  });
  const code = standaloneCode(
    ajv,
    Object.fromEntries(Object.keys(schemas).map(name => [`validate${name[0]?.toUpperCase()}${name.slice(1)}`, name])),
  );
  return `${FORMATS}${withImports(code)}\n${constantsCode(schemas)}\n`;
}

/**
 * ajv names its helpers by `require` even in a module. Where modules are bundled, and where Node runs them, a helper is the
 * default of what is imported, or the default of that.
 *
 * @param {string} code
 */
function withImports(code) {
  return code.replace(
    /const (\w+) = require\("([^"]+)"\)\.default;/g,
    (_, name, from) =>
      `import * as ${name}Module from "${from}";const ${name} = ${name}Module.default.default ?? ${name}Module.default;`,
  );
}

export const schemaPlugin = {
  /** @type {import('esbuild').Plugin} */
  esbuild: {
    name: 'schemas',
    setup(build) {
      build.onResolve({ filter: /^virtual:schemas$/ }, () => ({ path: MODULE, namespace: 'schemas' }));
      build.onLoad({ filter: /./, namespace: 'schemas' }, () => ({
        contents: schemasModule(),
        loader: 'js',
        resolveDir: root,
        watchFiles: FILES,
      }));
    },
  },
  /** @type {import('vite').Plugin} */
  vite: {
    name: 'schemas',
    enforce: 'pre',
    resolveId(id) {
      return id === MODULE ? `\0${MODULE}` : undefined;
    },
    load(id) {
      return id === `\0${MODULE}` ? schemasModule() : undefined;
    },
  },
};
