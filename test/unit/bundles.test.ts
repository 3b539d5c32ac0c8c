import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledPackages } from '../../scripts/thirdPartyNotices.mjs';

const root = join(import.meta.dirname, '../..');

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The most that a bundle may have when it is packaged, in kB of 1024 bytes. ARCHITECTURE.md says what they are made of. */
const BUDGETS = {
  server: 1500,
  worker: 1480,
  cli: 1320,
  extension: 500,
  browser: 500,
  'webview/ladder': 100,
  'webview/comparison': 50,
};

/** How long building may take on a busy machine, in milliseconds. */
const BUILDING = 120_000;

describe('what is packaged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'job-family-bundles-'));
  const outputs = new Map<string, Output>();

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--production', '--out', folder]);
    const meta = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as { outputs: Record<string, Output> };
    for (const [path, output] of Object.entries(meta.outputs)) {
      const name = /([^/]+\/)?([^/]+)\.js$/.exec(path);
      if (name) outputs.set(`${name[1] === 'webview/' ? name[1] : ''}${name[2]}`, output);
    }
  }, BUILDING);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(BUDGETS))('%s has at most %d kB', (name, budget) => {
    expect(outputs.get(name)!.bytes / 1024).toBeLessThan(budget);
  });

  it.each([
    ['worker', []],
    ['browser', ['vscode']],
  ])('%s has nothing of Node', (name, wanted) => {
    const { imports, inputs } = outputs.get(name)!;
    expect([...new Set(imports.map(({ path }) => path))]).toEqual(wanted);
    expect(Object.keys(inputs).filter(path => isBuiltin(path) || /\/(?:disk|cli)\/|\/lib\/node\//.test(path))).toEqual([]);
    expect(Object.keys(outputs.get('server')!.inputs).filter(path => /\/disk\//.test(path))).not.toEqual([]);
  });

  it('the notices have every package that is bundled, with a licence that allows it', () => {
    const notices = readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const files = [...outputs.values()].flatMap(({ inputs }) => Object.keys(inputs));
    const packages = bundledPackages(files);
    expect(packages.length).toBeGreaterThan(20);
    const silent: string[] = [];
    for (const path of packages) {
      const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as Record<
        string,
        string
      >;
      const section = notices.split(`\n${name} ${version}\n`)[1]?.split(/^-{80}$/m)[0] ?? '';
      if (!section.includes(`License: ${license}`) || section.length < 500) silent.push(name!);
      expect(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Apache-2.0'], name).toContain(license);
    }
    // Files of which nothing is used need no notice.
    expect(silent.filter(name => name !== 'picomatch')).toEqual([]);
  });

  it('no package runs a script when it is installed but those that are named', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean }>;
    };
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript, optional }]) =>
      hasInstallScript && !optional ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    expect(scripted.filter(name => !(name in allowScripts))).toEqual([]);
  });

  it('rules come without what they say to their documentation', () => {
    const source = readFileSync(join(root, 'server/src/rules/missingTitle.ts'), 'utf8');
    const rationale = /rationale:\s*['`"]([^'`"]{20})/.exec(source)![1]!;
    for (const name of ['server', 'worker', 'cli'])
      expect(readFileSync(join(folder, `${name}.js`), 'utf8').includes(rationale), name).toBe(false);
  });
});
