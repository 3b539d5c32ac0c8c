// @ts-check
// The parts that are one tool each: it is content, or it is not.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';
import { runInstalled } from '../run.mjs';
import { emptyTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const TYPE_PROJECTS = [
  'server/tsconfig.json',
  'server/tsconfig.node.json',
  'server/tsconfig.worker.json',
  'client/tsconfig.json',
  'client/webview/tsconfig.json',
  'test/tsconfig.json',
  'scripts/tsconfig.json',
];

/** Each TypeScript project compiles: one test each. */
export async function testTypes() {
  return await runTools(TYPE_PROJECTS.map(project => ({ title: `tsc -p ${project}`, name: 'tsc', args: ['-p', project] })));
}

/** The linter and formatter have nothing to say, and nothing is unused. */
export async function testLint() {
  const colors = process.stdout.isTTY ? 'force' : 'off';
  const tools = [{ title: 'biome ci', name: 'biome', args: ['ci', '.', `--colors=${colors}`] }];
  if (existsSync(path.join(root, 'knip.json'))) tools.push({ title: 'knip', name: 'knip', args: [] });
  return await runTools(tools);
}

/**
 * @param {readonly { title: string, name: string, args: string[] }[]} tools
 * @returns {Promise<Tally>}
 */
async function runTools(tools) {
  const tally = emptyTally();
  for (const { title, name, args } of tools) {
    const { code, output } = await runInstalled(name, args, { quiet: true });
    console.log(`${code === 0 ? '✓' : '✗'} ${title}`);
    if (code === 0) {
      tally.passed++;
    } else {
      console.log(output);
      tally.failures.push({ title, error: `exit code ${code}; its output is above` });
    }
  }
  return tally;
}
