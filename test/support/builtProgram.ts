import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gradePage } from './memoryWorkspace.ts';

const root = join(import.meta.dirname, '../..');

/** A program of dist/, built first where nothing is built; `npm test` builds before it starts. */
export function builtProgram(name: 'cli' | 'server' | 'worker'): string {
  const program = join(root, 'dist', `${name}.js`);
  if (!existsSync(program)) execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);
  return program;
}

/** A folder on disk with these files (path to text) and the fixtures' grade page; `remove` takes it away. */
export function diskWorkspace(files: Readonly<Record<string, string>>): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'job-family-test-')));
  for (const [path, text] of Object.entries({ [gradePage.path]: gradePage.text, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the sample handbook that a test may change. */
export function sampleCopy(): { readonly folder: string; readonly remove: () => void } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'job-family-sample-')));
  cpSync(join(root, 'sample'), folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
