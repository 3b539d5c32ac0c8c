// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** The extension's manifest, package.json, as it is on the disk. */
export function manifest() {
  return readJson('package.json');
}

/** The extension's identifier, as VS Code writes it. */
export function extensionId() {
  const { publisher, name } = manifest();
  return `${publisher}.${name}`;
}

/**
 * The words by which the command palette offers a command.
 *
 * @param {string} command
 */
export function commandTitle(command) {
  /** @type {{ command: string, title: string, category?: string }[]} */
  const commands = manifest().contributes?.commands ?? [];
  const found = commands.find(contributed => contributed.command === command);
  if (!found) throw new Error(`package.json contributes no command ${command}.`);
  return [found.category, found.title]
    .filter(text => text !== undefined)
    .map(translate)
    .join(': ');
}

/** @param {string} text which may be `%key%`, a key of package.nls.json */
function translate(text) {
  const key = /^%(.+)%$/u.exec(text)?.[1];
  return key === undefined ? text : readJson('package.nls.json')[key];
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
