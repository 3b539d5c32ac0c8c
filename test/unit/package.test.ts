import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { packageExtension } from '../../scripts/packageExtension.mjs';

const root = join(import.meta.dirname, '../..');

/** How long building may take on a busy machine, in milliseconds. */
const BUILDING = 180_000;

/** The most that the package may have, in bytes. */
// RE2, which the server and the worker each hold, is 90 kB of it; the notices of the bundled packages are 20.
const BUDGET = 1.25 * 1024 * 1024;

/** All that is in it, but the folders whose every file goes along. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE.txt',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/browser.js',
  'dist/extension.js',
  'dist/server.js',
  'dist/worker.js',
  'package.json',
  'package.nls.de.json',
  'package.nls.json',
];
const WHOLE_FOLDERS = ['docs/rules', 'l10n', 'media', 'schemas', 'syntaxes'];

describe('the package of the extension', () => {
  const folder = mkdtempSync(join(tmpdir(), 'job-family-package-'));
  const file = join(folder, 'job-family.vsix');
  const texts = new Map<string, string>();

  beforeAll(async () => {
    await packageExtension(file);
    const archive = await fromBufferPromise(readFileSync(file));
    for await (const entry of archive.eachEntry()) {
      const path = /^extension\/(.+[^/])$/.exec(entry.fileName)?.[1];
      if (path === undefined) continue;
      const stream = await archive.openReadStreamPromise(entry);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      texts.set(path, Buffer.concat(chunks).toString('utf8'));
    }
  }, BUILDING);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds bundles and what they show, and nothing else', () => {
    const webviews = readdirSync(join(root, 'client/webview'))
      .flatMap(name => /^(\w+)\.css$/.exec(name)?.slice(1) ?? [])
      .flatMap(name => [`dist/webview/${name}.css`, `dist/webview/${name}.js`]);
    const whole = WHOLE_FOLDERS.flatMap(below =>
      readdirSync(join(root, below), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)),
    );
    const lowerCased = (path: string): string => (path.includes('/') ? path : path.toLowerCase());
    expect([...texts.keys()].map(lowerCased).sort()).toEqual([...FILES, ...webviews, ...whole].map(lowerCased).sort());
  });

  it('has at most 1.25 megabytes', () => expect(statSync(file).size).toBeLessThanOrEqual(BUDGET));

  it('says of itself only what is in it', () => {
    const manifest = JSON.parse(texts.get('package.json')!);
    expect(manifest.devDependencies ?? manifest.scripts ?? manifest.private).toBeUndefined();
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|media|syntaxes|schemas|l10n)\/[\w./-]+)"/g)].map(
      match => match[1]!,
    );
    expect(named.length).toBeGreaterThan(10);
    // The command line is another package's.
    expect(named.filter(path => !texts.has(path))).toEqual([manifest.bin['job-family']]);
  });

  it('takes along no source map, and points to none', () => {
    const bundles = [...texts].filter(([path]) => path.endsWith('.js'));
    expect(bundles.length).toBeGreaterThan(4);
    expect(bundles.filter(([, text]) => text.includes('sourceMappingURL')).map(([path]) => path)).toEqual([]);
  });
});
