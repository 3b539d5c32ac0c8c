// @ts-check
// Puts this extension into a VS Code server's extensions folder, where any address of that server runs it.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { root } from '../root.mjs';
import { manifest } from './manifest.mjs';

/** Never shipped by vsce, whatever .vscodeignore says; not worth walking through either. */
const NEVER_SHIPPED = new Set(['.git', 'node_modules', 'out', '.cache']);

/**
 * Links the project itself: a new build runs after a reload of the window. For trying out.
 *
 * @param {string} extensionsFolder
 */
export function linkExtension(extensionsFolder) {
  symlinkSync(root, path.join(extensionsFolder, folderName()), 'junction');
}

/**
 * Copies what the packaged extension would contain, so that a file missing from the package fails a test here.
 *
 * @param {string} extensionsFolder
 */
export function copyExtension(extensionsFolder) {
  copyShippedFiles(path.join(extensionsFolder, folderName()));
}

/**
 * Copies what the packaged extension would contain to a folder of any name.
 *
 * @param {string} target
 */
export function copyShippedFiles(target) {
  for (const file of shippedFiles()) {
    mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(target, file));
  }
}

/** The name that VS Code itself would give the folder. */
function folderName() {
  const { publisher, name, version } = manifest();
  return `${publisher}.${name}-${version}`;
}

/**
 * The files that vsce would package, relative to the project: everything except what .vscodeignore names, and of that what
 * a line with `!` takes back, whatever the order of the lines.
 */
function shippedFiles() {
  const ignoreFile = path.join(root, '.vscodeignore');
  if (!existsSync(ignoreFile)) throw new Error('.vscodeignore is missing: it says what the packaged extension contains.');
  const lines = readFileSync(ignoreFile, 'utf8').split(/\r?\n/u);
  const patterns = lines.map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  const isIgnored = matcher(patterns.filter(pattern => !pattern.startsWith('!')));
  const isTakenBack = matcher(patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1)));
  return filesBelow('').filter(file => !isIgnored(file) || isTakenBack(file));
}

/** @param {string[]} patterns as vsce reads them: a folder's name stands for all below it */
function matcher(patterns) {
  return picomatch(
    patterns.flatMap(pattern => (pattern.endsWith('/') ? [`${pattern}**`] : [pattern, `${pattern}/**`])),
    { dot: true },
  );
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(entry => !NEVER_SHIPPED.has(entry.name))
    .flatMap(entry => {
      const file = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file) : [file];
    });
}
