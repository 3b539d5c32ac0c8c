// @ts-check
// Lets `import profile from './x.yaml'` give the parsed YAML, in the bundles (esbuild) and in the tests (vite) alike.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** @param {string} path */
function moduleOf(path) {
  return `export default ${JSON.stringify(parse(readFileSync(path, 'utf8')))};`;
}

export const yamlPlugin = {
  /** @type {import('esbuild').Plugin} */
  esbuild: {
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.ya?ml$/ }, ({ path }) => ({ contents: moduleOf(path), loader: 'js', watchFiles: [path] }));
    },
  },
  /** @type {import('vite').Plugin} */
  vite: {
    name: 'yaml',
    enforce: 'pre',
    load(id) {
      const path = id.replace(/\?.*$/, '');
      return /\.ya?ml$/.test(path) ? moduleOf(path) : undefined;
    },
  },
};
