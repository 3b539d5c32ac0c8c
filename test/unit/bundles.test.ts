import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string }[];
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The most that a bundle may have when it is packaged, in kB of 1024 bytes. ARCHITECTURE.md says what they are made of. */
const BUDGETS = {
  server: 1200,
  worker: 1200,
  cli: 1060,
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

  it('rules come without what they say to their documentation', () => {
    const source = readFileSync(join(root, 'server/src/rules/missingTitle.ts'), 'utf8');
    const rationale = /rationale:\s*['`"]([^'`"]{20})/.exec(source)![1]!;
    for (const name of ['server', 'worker', 'cli'])
      expect(readFileSync(join(folder, `${name}.js`), 'utf8').includes(rationale), name).toBe(false);
  });
});
