import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { cliEnvironment } from '../support/commandLine.ts';
import { ownLadders } from '../support/ownLadders.ts';

const page = '# Tailor\n\n## Senior Tailor\n\n### Job Grade\n\nThe Senior Tailor is grade 4.\n';
const globs = (...families: string[]): string =>
  `profile: plain\noverrides:\n  pages:\n    families: ${JSON.stringify(families)}\n    notFamilies: []\n`;

describe('which pages are job families', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** A workspace of these files in a folder of this path below a new one. */
  const workspace = (files: Readonly<Record<string, string>>, below = 'w'): string => {
    const top = mkdtempSync(join(tmpdir(), 'pages-'));
    made.push(top);
    const folder = join(top, below);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };
  const run = async (cwd: string, ...args: string[]) => {
    const written = { stdout: '', stderr: '' };
    const code = await main(
      cliEnvironment(args, cwd, (stream, text) => {
        written[stream] += text;
      }),
    );
    return { code, ...written };
  };
  const found = async (folder: string): Promise<readonly string[]> => {
    const { stdout } = await run(folder, 'export', '--format', 'json', '.');
    return (JSON.parse(stdout) as { families: { path: string }[] }).families.map(family => family.path);
  };

  it.each([
    ['a folder of the workspace', 'people/roles/**/*.md', 'people/roles/shop/tailor.md', 'people/other/tailor.md'],
    ['pages at its root', '*.md', 'tailor.md', 'people/tailor.md'],
    ['a folder with spaces', 'our people/*.md', 'our people/tailor.md', 'our%20people/tailor.md'],
    ['letters beyond ASCII', 'büro/übersicht/*.md', 'büro/übersicht/schneider.md', 'buro/schneider.md'],
    ['upper case as written', 'People/*.md', 'People/tailor.md', 'people2/tailor.md'],
    ['a percent sign', '100% ours/*.md', '100% ours/tailor.md', '100/tailor.md'],
  ])('are named from the workspace folder: %s', async (_, glob, wanted, other) => {
    expect(await found(workspace({ '.job-family.yaml': globs(glob), [wanted]: page, [other]: page }))).toEqual([wanted]);
  });

  it.each(['w', 'job-families', 'career-ladders/job descriptions', 'content/job-families/a/b', 'tüv 100%'])(
    'are the same in a checkout at %s',
    async below => {
      const files = { 'job-families/shop/tailor.md': page, 'notes/tailor.md': page, 'career/notes.md': '# Notes\n' };
      expect(await found(workspace({ ...files, '.job-family.yaml': 'profile: plain\n' }, below))).toEqual([
        'job-families/shop/tailor.md',
      ]);
    },
  );

  it.each([[[]], [['--format', 'json']], [['--format', 'junit']], [['--quiet']]] as string[][][])(
    'are missing: check %j fails and says what it looked for',
    async args => {
      const folder = workspace({ '.job-family.yaml': globs('roles/*.md'), 'notes.md': '# Notes\n' });
      const { code, stderr } = await run(folder, 'check', ...args, '.');
      expect(code).toBe(2);
      expect(stderr).toContain('no job family found. Looked for roles/*.md.');
      expect((await run(folder, 'check', ...args, '--allow-empty', '.')).code).toBe(0);
    },
  );
});

describe('job-family init in a repository of a company’s own ladders', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  const run = async (cwd: string, ...args: string[]) => {
    const written = { stdout: '', stderr: '' };
    const code = await main(
      cliEnvironment(args, cwd, (stream, text) => {
        written[stream] += text;
      }),
    );
    return { code, ...written };
  };
  const models = async (folder: string): Promise<unknown> =>
    (JSON.parse((await run(folder, 'export', '--format', 'json', '.')).stdout) as { families: unknown }).families;

  it.each(ownLadders)('says the same as no configuration does: $name', async ({ files, expected }) => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    made.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const before = await models(folder);
    const { code, stderr } = await run(folder, 'init');
    expect(code).toBe(0);
    for (const path of Object.keys(expected)) expect(stderr).toContain(path);
    expect(await models(folder)).toEqual(before);
    expect(readFileSync(join(folder, '.job-family.yaml'), 'utf8')).not.toContain('gitlab');
    expect((await run(folder, 'check', '.job-family.yaml')).stdout).toContain('no findings');
  });

  it('names no profile of another company where nothing is found', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'init-'));
    made.push(folder);
    writeFileSync(join(folder, 'notes.md'), '# Notes\n');
    expect((await run(folder, 'init')).code).toBe(0);
    expect(readFileSync(join(folder, '.job-family.yaml'), 'utf8')).toContain('profile: own-ladder\n');
  });
});
