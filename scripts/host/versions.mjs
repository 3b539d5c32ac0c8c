// @ts-check
/**
 * A VS Code that the extension is tried and tested on.
 *
 * @typedef {object} VsCodeVersion
 * @property {string} vscode the version that VS Code itself shows
 * @property {string} codeServer the version of the npm package whose `lib/vscode` is that VS Code
 * @property {number} node the major version of Node that this VS Code runs on
 */

/**
 * `floor` is the oldest that `engines.vscode` in package.json admits, `today` the newest that npm has.
 *
 * @type {Readonly<Record<'floor' | 'today', VsCodeVersion>>}
 */
export const VSCODE_VERSIONS = {
  floor: { vscode: '1.100.3', codeServer: '4.100.3', node: 20 },
  today: { vscode: '1.139.1', codeServer: '4.139.1', node: 24 },
};
