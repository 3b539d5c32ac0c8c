import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { canonicalUri } from '../../server/src/workspace/canonicalUri.ts';
import { resolveInWorkspace } from '../../server/src/workspace/workspacePath.ts';

describe('a path that a file of the workspace names', () => {
  const folder = 'file:///home/me/handbook';
  const other = 'file:///home/me/library';
  const resolve = (path: string, nodeModules = false) => resolveInWorkspace(path, folder, [folder, other], {}, { nodeModules });

  it.each([
    ['a.yaml', `${folder}/a.yaml`],
    ['./x/../a b.yaml', `${folder}/a%20b.yaml`],
    ['/a.yaml', `${folder}/a.yaml`],
    ['../library/a.yaml', `${other}/a.yaml`],
    ['%2e%2e/a.yaml', `${folder}/%252e%252e/a.yaml`],
    ['..\\..\\a.yaml', `${folder}/..%5C..%5Ca.yaml`],
  ])('%s is in it', async (path, uri) => expect(await resolve(path)).toBe(uri));

  it.each(['../a.yaml', 'x/../../a.yaml', '../handbook-of-others/a.yaml', '../../../../../../etc/passwd', '..', '.', ''])(
    '%j is not',
    async path => expect(await resolve(path)).toBeUndefined(),
  );

  it('may be in node_modules for a profile', async () => {
    expect(await resolve('../node_modules/ours/a.yaml', true)).toBe('file:///home/me/node_modules/ours/a.yaml');
    expect(await resolve('../node_modules/../a.yaml', true)).toBeUndefined();
    expect(await resolve('../x/node_modules/a.yaml', true)).toBeUndefined();
    expect(await resolve('../node_modules/ours/a.yaml')).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('files that change while they are read', () => {
  let root = '';
  const logged: string[] = [];
  const host = new DiskHost(message => logged.push(message));
  const uri = (path: string): string => canonicalUri(pathToFileURL(join(root, path)).href);
  const folder = (): string => uri('w').replace(/\/$/, '');

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'job-family-paths-')));
    mkdirSync(join(root, 'w/sub'), { recursive: true });
    mkdirSync(join(root, 'victim'));
    for (const path of ['w/a.md', 'w/sub/b.md', 'victim/c.md']) writeFileSync(join(root, path), `# ${path}\n`);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('are read as they are, or not at all', async () => {
    expect(await host.listFiles(folder())).toEqual([uri('w/a.md'), uri('w/sub/b.md')]);
    renameSync(join(root, 'w/a.md'), join(root, 'w/z.md'));
    expect(await host.readFile(uri('w/a.md'))).toBeUndefined();
    mkdirSync(join(root, 'w/a.md'));
    expect(await host.readFile(uri('w/a.md'))).toBeUndefined();
    expect(await host.readStart(uri('w/a.md'))).toBeUndefined();
    expect(logged.at(-1)).toMatch(/a\.md: not read: is a folder/);
  });

  it('are part of the workspace only while they are in it', async () => {
    symlinkSync(join(root, 'victim/c.md'), join(root, 'w/linked.md'));
    expect(await host.isListed(uri('w/linked.md'), folder())).toBe(false);
    expect(await host.listFiles(folder())).not.toContain(uri('w/linked.md'));
    unlinkSync(join(root, 'w/linked.md'));
    symlinkSync('sub/b.md', join(root, 'w/linked.md'));
    expect(await host.isListed(uri('w/linked.md'), folder())).toBe(true);
    expect(await host.listFiles(folder())).toContain(uri('w/linked.md'));
  });

  it('a workspace that is opened by a link is one', async () => {
    symlinkSync(join(root, 'w'), join(root, 'opened'));
    const opened = uri('opened').replace(/\/$/, '');
    expect(await host.listFiles(opened)).toContain(`${opened}/sub/b.md`);
    expect(await resolveInWorkspace('sub/b.md', opened, [opened], host)).toBe(`${opened}/sub/b.md`);
    expect(await resolveInWorkspace('../victim/c.md', opened, [opened], host)).toBeUndefined();
  });

  it.each(['file:///a%00b', 'file:///a%2Fb', 'file://host/a', 'untitled:a', 'not a uri'])(
    'the URI %s does not throw',
    async odd => {
      expect(await host.readFile(odd)).toBeUndefined();
      expect(await host.readStart(odd)).toBeUndefined();
      expect(await host.realUri(odd)).toBeUndefined();
      expect(await host.listFiles(odd)).toEqual([]);
      expect(await host.isListed(odd, folder())).toBe(false);
      expect([...(await host.stampsOf([odd]))]).toEqual([]);
    },
  );
});
