// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's folder when absent
 * @property {NodeJS.ProcessEnv} [env] added to this process's own environment
 * @property {boolean} [quiet] keep the output for the result and do not show it
 * @property {boolean} [onStderr] show what it prints on standard error, so that this process's own output stays clean
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 127 when the program could not be started
 * @property {string} output what it printed, both streams in order; empty unless `quiet`
 */

/**
 * Runs a program to its end. It never rejects: a program that fails is an answer, and the caller says what that means.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd = root, env = {}, quiet = false, onStderr = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : onStderr ? 2 : 'inherit', quiet ? 'pipe' : 'inherit'],
      // npm and what it installs are .cmd files on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk));
    child.once('error', error => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', code => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs a program that `npm ci` installed.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runInstalled(name, args, options) {
  return run(path.join(root, 'node_modules', '.bin', name), args, options);
}

/**
 * The full path of a program on the PATH, or undefined.
 *
 * @param {string} name
 */
export function findProgram(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap(folder => endings.map(ending => path.join(folder, name + ending)))
    .find(file => existsSync(file));
}
