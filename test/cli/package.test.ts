import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/registry.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { clean, cleanPage, warned, warnedPage } from '../support/cookPages.ts';
import { installedPackage, type NpmPackage, PACKING } from '../support/npmPackage.ts';

interface Manifest {
  readonly version: string;
  readonly [key: string]: unknown;
}

describe('the npm package', () => {
  let made: NpmPackage;
  const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

  beforeAll(() => {
    made = installedPackage();
  }, PACKING);
  afterAll(() => made?.remove());

  it('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: made.folder, level: 'suggestion', strict: true, pack: false });
    expect(messages.map(message => formatMessage(message, manifestIn(made.folder)))).toEqual([]);
  });

  it('holds the two programs, the rules’ pages and the schemas, and no more', () => {
    const installed = join(made.installed, 'node_modules/job-family');
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(installed.length + 1));
    const others = files.filter(path => !/^(?:docs\/rules\/[\w-]+\.md|schemas\/[\w-]+\.schema\.json)$/.test(path));
    expect(others.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/cli.js',
      'dist/server.js',
      'package.json',
    ]);
    for (const { code } of rules) expect(files).toContain(`docs/rules/${code}.md`);
    expect(readdirSync(join(made.installed, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['job-family']);
  });

  it('needs nothing else and may be published, while the extension’s manifest may not', () => {
    const { private: isPrivate, dependencies, main, version } = manifestIn(made.folder);
    expect([isPrivate, dependencies, main]).toEqual([undefined, undefined, undefined]);
    const extension = manifestIn(join(import.meta.dirname, '../..'));
    expect([extension.private, extension.version]).toEqual([true, version]);
  });

  it('its README links to nothing that is not in it', () => {
    const text = readFileSync(join(made.folder, 'README.md'), 'utf8');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(match => match[1]!.split('#')[0]!)
      .filter(link => !/^https?:/.test(link));
    expect(links).toContain('docs/rules/README.md');
    for (const link of links) if (link !== '') expect(() => readFileSync(join(made.folder, link))).not.toThrow();
  });

  it('npx job-family checks, explains and serves where it is installed', () => {
    const handbook = diskWorkspace({ [clean]: cleanPage, [warned]: warnedPage });
    try {
      const npx = (...args: string[]) =>
        spawnSync('npx', ['--no-install', '--offline', 'job-family', ...args], {
          cwd: made.installed,
          encoding: 'utf8',
          input: '',
        });
      expect(npx('--version').stdout.trim()).toBe(manifestIn(made.folder).version);
      const { status, stdout } = npx('check', handbook.folder);
      expect(status).toBe(1);
      expect(stdout).toMatch(/baker\.md:\d+:\d+ warning .*\(unlinked-grade\)\n\n2 job families: 1 warning\n$/);
      expect(npx('explain', 'unlinked-grade').stdout).toContain('## Why');
      // No message came before the input's end: it was the server that noticed.
      expect(npx('lsp', '--stdio').status).toBe(1);
    } finally {
      handbook.remove();
    }
  });
});
