// @ts-check
// Lets `import validate from './x.schema.json?validator'` give a function that validates by the schema, in the bundles
// (esbuild) and in the tests (vite) alike. ajv writes its code here, so that nothing is compiled where it runs: no ajv in
// the bundles but for the few helpers that the code names, and no `eval`, which a web worker may not have.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { _, Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { root } from './root.mjs';

const SUFFIX = '?validator';

/** Keywords of our schemas that say nothing of what is valid: they are for messages and for completion. */
export const annotations = ['patternErrorMessage', 'x-values'];

/** What our schemas are compiled with, here and in the tests. @type {import('ajv').Options} */
export const ajvOptions = { allErrors: true, verbose: true, messages: false, allowUnionTypes: true };

// What schemas may name as a `format`. It goes into the code as it stands, so it may use nothing from here.
const FORMATS = `const schemaFormats = {
  regex: source => {
    try {
      return new RegExp(source, 'i') instanceof RegExp;
    } catch {
      return false;
    }
  },
};
`;

/**
 * The module that validates by a schema.
 *
 * @param {string} file path of the schema
 */
export function validatorModule(file) {
  const ajv = new Ajv({
    ...ajvOptions,
    // True is enough while the code is written: the function itself stands in the module.
    formats: { regex: () => true },
    code: { source: true, esm: true, lines: true, formats: _`schemaFormats` },
  });
  ajv.addVocabulary(annotations);
  const code = standaloneCode(ajv, ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
  return FORMATS + withImports(code);
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
    name: 'schema',
    setup(build) {
      build.onResolve({ filter: /\.schema\.json\?validator$/ }, ({ path: named, resolveDir }) => ({
        path: path.resolve(resolveDir, named.slice(0, -SUFFIX.length)),
        namespace: 'validator',
      }));
      build.onLoad({ filter: /./, namespace: 'validator' }, ({ path: file }) => ({
        contents: validatorModule(file),
        loader: 'js',
        resolveDir: root,
        watchFiles: [file],
      }));
    },
  },
  /** @type {import('vite').Plugin} */
  vite: {
    name: 'schema',
    enforce: 'pre',
    load(id) {
      return id.endsWith(`.schema.json${SUFFIX}`) ? validatorModule(id.slice(0, -SUFFIX.length)) : undefined;
    },
  },
};
