// @ts-check
// What a failing test leaves behind: a folder with a picture of the window, the output channel and the messages.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** Below out/, so that git ignores it. */
const FOLDER = path.join(root, 'out', 'failures');

/** Removes what earlier runs left. */
export function clearFailures() {
  rmSync(FOLDER, { recursive: true, force: true });
}

/**
 * Makes the folder for what belongs to a failing test.
 *
 * @param {string} title of the test
 * @returns {string} its absolute path
 */
export function failureFolder(title) {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  const folder = path.join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Keeps the picture and the messages of a failing test.
 *
 * @param {string} title
 * @param {{ picture?: Buffer | undefined, messages?: readonly string[] | undefined }} evidence
 * @returns {string} the folder that they are in
 */
export function keepFailure(title, { picture, messages = [] }) {
  const folder = failureFolder(title);
  if (picture) writeFileSync(path.join(folder, 'window.png'), picture);
  if (messages.length > 0) writeFileSync(path.join(folder, 'output-and-messages.log'), `${messages.join('\n')}\n`);
  return folder;
}
