// @ts-check
// Lets `import validate from './x.schema.json?validator'` give the schema's compiled validator, in the bundles (esbuild) and
// in the tests (vite) alike: at run time nothing is compiled, so it runs where `eval` does not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Both are CommonJS, whose default exports the importers of modules see differently.
const require = createRequire(import.meta.url);
/** @type {typeof import('ajv').default} */
const Ajv = require('ajv').default;
/** @type {typeof import('ajv/dist/standalone/index.js').default} */
const standaloneCode = require('ajv/dist/standalone').default;

const SUFFIX = '?validator';

/** @param {string} file */
function moduleOf(file) {
  const ajv = new Ajv({ code: { source: true, esm: true }, allErrors: true, verbose: true, formats: { regex: true } });
  const code = standaloneCode(ajv, ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
  // Even as a module ajv's code calls `require` for its own helpers.
  return code.replace(/const (\w+) = require\("([^"]+)"\)(\.default)?;/g, (...match) => {
    const [, name, from, member] = match.map(String);
    return member === '.default'
      ? `import ${name}Module from "${from}.js"; const ${name} = ${name}Module.default ?? ${name}Module;`
      : `import ${name} from "${from}.js";`;
  });
}

export const schemaPlugin = {
  /** @type {import('esbuild').Plugin} */
  esbuild: {
    name: 'schema',
    setup(build) {
      build.onResolve({ filter: /\.schema\.json\?validator$/ }, ({ path: written, resolveDir }) => ({
        path: path.resolve(resolveDir, written.slice(0, -SUFFIX.length)),
        namespace: 'validator',
      }));
      build.onLoad({ filter: /.*/, namespace: 'validator' }, ({ path: file }) => ({
        contents: moduleOf(file),
        loader: 'js',
        resolveDir: path.dirname(file),
        watchFiles: [file],
      }));
    },
  },
  /** @type {import('vite').Plugin} */
  vite: {
    name: 'schema',
    enforce: 'pre',
    load(id) {
      return id.endsWith(`.schema.json${SUFFIX}`) ? moduleOf(id.slice(0, -SUFFIX.length)) : undefined;
    },
  },
};
