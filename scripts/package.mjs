// @ts-check
// Makes the package of the extension, set-up included.
import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { manifest } from './host/manifest.mjs';
import { root } from './root.mjs';
import { ensureDependencies, requireNode } from './setup.mjs';

const HELP = `Usage: npm run package [-- OPTIONS]

Makes the file that \`code --install-extension\` and the marketplaces take.

  --out FILE  that file (out/job-family-VERSION.vsix)
  --help`;

requireNode();
process.exitCode = await main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const { out, help, trouble } = readArguments(args);
  if (trouble !== undefined) console.error(`${trouble}\n\n${HELP}`);
  if (trouble !== undefined) return 2;
  if (help) console.log(HELP);
  if (help) return 0;
  await ensureDependencies();
  const file = path.resolve(out ?? path.join(root, 'out', `job-family-${manifest().version}.vsix`));
  // Imported only now: what it needs may have been installed a moment ago.
  const { packageExtension } = await import('./packageExtension.mjs');
  await packageExtension(file);
  console.log(`${path.relative(process.cwd(), file)}  ${(statSync(file).size / 1024).toFixed(0)} kB`);
  return 0;
}

/**
 * @param {string[]} args
 * @returns {{ out?: string, help?: boolean, trouble?: string }}
 */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { out: { type: 'string' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}
