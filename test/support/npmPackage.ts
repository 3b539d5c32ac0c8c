import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The npm package, made and installed as somebody would who has nothing but Node. */
export interface NpmPackage {
  /** The folder it was made of. */
  readonly folder: string;
  readonly tarball: string;
  /** An otherwise empty folder that it is installed in. */
  readonly installed: string;
  readonly remove: () => void;
}

/** How long making and installing the package may take on a busy machine, in milliseconds. */
export const PACKING = 300_000;

/** Makes the package and installs its tarball, without a network. */
export function installedPackage(): NpmPackage {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'job-family-npm-')));
  execFileSync(process.execPath, [join(root, 'scripts/packNpm.mjs'), '--out', join(scratch, 'out')], { stdio: 'pipe' });
  const tarball = readdirSync(join(scratch, 'out')).find(name => name.endsWith('.tgz'))!;
  const installed = mkdtempSync(join(scratch, 'empty-'));
  writeFileSync(join(installed, 'package.json'), '{ "private": true }\n');
  npm(installed, ['install', join(scratch, 'out', tarball)]);
  return {
    folder: join(scratch, 'out', 'npm'),
    tarball: join(scratch, 'out', tarball),
    installed,
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** Runs npm without a network and without asking anybody anything. */
export function npm(cwd: string, args: readonly string[]): string {
  const quiet = ['--offline', '--no-audit', '--no-fund', '--loglevel=error'];
  return execFileSync('npm', [...args, ...quiet], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
