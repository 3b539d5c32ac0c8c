import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { builtProgram, diskWorkspace } from '../support/builtProgram.ts';
import { type Run, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, warned, warnedPage } from '../support/cookPages.ts';
import { gradePage } from '../support/memoryWorkspace.ts';

/** Nothing here may take longer, whatever the files are. Milliseconds. */
const TIMEOUT = 20_000;

const isRoot = process.getuid?.() === 0;

describe.skipIf(process.platform === 'win32')('files of a stranger', () => {
  const cleanUp: (() => void)[] = [];
  /** A folder with the workspace `w`, and a file outside of it. */
  const strange = (files: Readonly<Record<string, string>> = {}) => {
    const all = Object.fromEntries(
      Object.entries({ [gradePage.path]: gradePage.text, [clean]: cleanPage, ...files }).map(([path, text]) => [
        `w/${path}`,
        text,
      ]),
    );
    const { folder, remove } = diskWorkspace({ ...all, 'victim/keys': 'precious\n' });
    cleanUp.push(remove);
    const at = (path: string): string => join(folder, 'w', path);
    const victim = (): string => readFileSync(join(folder, 'victim/keys'), 'utf8');
    return { folder, at, victim, run: (...args: string[]) => timed(args, join(folder, 'w')) };
  };
  afterEach(() => {
    for (const remove of cleanUp.splice(0)) remove();
  });
  const timed = (args: readonly string[], cwd: string): Run => {
    const options = { cwd, encoding: 'utf8', timeout: TIMEOUT } as const;
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [builtProgram('cli'), ...args], options);
    expect(error, args.join(' ')).toBeUndefined();
    expect(stderr).not.toMatch(/went wrong inside|^\s+at /m);
    return { code: status, stdout, stderr };
  };
  const pipe = (path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    execFileSync('mkfifo', [path]);
  };
  const link = (target: string, path: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    symlinkSync(target, path);
  };
  const other = 'content/job-families/kitchen/other.md';

  describe('pipes and devices', () => {
    it.each([other, '.job-family.yaml', '.hugolint.yaml', '.gitignore', '.job-family-baseline.json', 'data/misused_terms.yml'])(
      'a pipe named %s does not block',
      path => {
        const { at, run } = strange();
        pipe(at(path));
        expect(run('check', '.').stdout).toMatch(/^1 job family|no findings|1 job family/m);
      },
    );

    it.each(['/dev/zero', '/dev/stdin'])('a page that is a link to %s is not read', device => {
      const { at, run } = strange();
      link(device, at(other));
      const { stderr } = run('check', '.');
      expect(stderr).toMatch(/other\.md: not read: /);
      expect(run('check', other)).toMatchObject({ code: 2, stderr: expect.stringMatching(/not a regular file/) });
    });

    it('links in a circle, to nothing and to folders are no trouble', () => {
      const { at, run } = strange();
      link('b.md', at('content/job-families/kitchen/a.md'));
      link('a.md', at('content/job-families/kitchen/b.md'));
      link('nothing', at('content/job-families/kitchen/c.md'));
      link('..', at('content/job-families/kitchen/d.md'));
      mkdirSync(at('content/job-families/kitchen/e.md'));
      expect(run('check', '.')).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 job family/) });
    });

    it('a report is written to a device as a shell would, and the device stays', () => {
      const { at, run } = strange();
      expect(run('check', '--format', 'json', '--output', '/dev/null', '.').code).toBe(0);
      expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
      pipe(at('report'));
      const reader = spawn('cat', [at('report')], { stdio: ['ignore', 'pipe', 'ignore'] });
      let read = '';
      reader.stdout.on('data', data => (read += data));
      expect(run('check', '--format', 'json', '--output', 'report', '.').code).toBe(0);
      expect(lstatSync(at('report')).isFIFO()).toBe(true);
      return new Promise<void>(resolve => reader.on('close', () => resolve(expect(read).toMatch(/"version": 1/))));
    });

    it('/dev/stdout is standard output', () => {
      expect(strange().run('check', '--format', 'json', '--output', '/dev/stdout', '.').stdout).toMatch(/^\{/);
    });
  });

  describe('paths out of the workspace', () => {
    it.each(['../victim/keys', 'out/keys', 'content/../../victim/keys'])('the baseline %s is neither read nor written', path => {
      const { folder, at, victim, run } = strange({ '.job-family.yaml': `rules: {}\nbaseline: ${path}\n` });
      link(join(folder, 'victim'), at('out'));
      expect(run('check', '--write-baseline')).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/outside of the workspace/),
      });
      expect(victim()).toBe('precious\n');
      expect(run('check', '.').stdout).toMatch(/^\.job-family\.yaml:2:11 error The baseline .* outside of the workspace/m);
    });

    it('a linked baseline is not written', () => {
      const { folder, at, victim, run } = strange();
      link(join(folder, 'victim/keys'), at('.job-family-baseline.json'));
      expect(run('check', '--write-baseline').code).toBe(2);
      expect(victim()).toBe('precious\n');
    });

    it('a baseline that the user names may be anywhere', () => {
      const { folder, run } = strange({ [warned]: warnedPage });
      const file = join(folder, 'baseline.json');
      expect(run('check', '--write-baseline', '--baseline', '../baseline.json').code).toBe(0);
      expect(Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { pages: object }).pages)).toEqual([warned]);
      expect(run('check', '--baseline', file).code).toBe(0);
    });

    it.each(['../victim/profile.yaml', 'out/profile.yaml', '/../../../../../../../../../../dev/zero'])(
      'the profile %s is not read',
      path => {
        const { folder, at, run } = strange({ '.job-family.yaml': `profile: ${path}\n` });
        writeFileSync(join(folder, 'victim/profile.yaml'), 'base: gitlab\nname: theirs\ntitle: Theirs\n');
        link(join(folder, 'victim'), at('out'));
        expect(run('check', '.').stdout).toMatch(/^\.job-family\.yaml:1:10 error The profile .* is outside of the workspace/m);
      },
    );

    it('a profile in node_modules is read', () => {
      const profile = 'base: gitlab\nname: ours\ntitle: Ours\nrequired: { bullets: [] }\n';
      const { folder, at, run } = strange({ '.job-family.yaml': 'profile: node_modules/ours/profile.yaml\n' });
      mkdirSync(join(folder, 'w/node_modules/.store'), { recursive: true });
      writeFileSync(at('node_modules/.store/profile.yaml'), profile);
      link('.store', at('node_modules/ours'));
      expect(run('check', '.')).toMatchObject({ code: 0, stdout: expect.not.stringMatching(/profile/) });
    });

    it('lists of words and of links that a profile names are not read from there', () => {
      const { run } = strange({ '.job-family.yaml': 'overrides: { site: { lintFile: ../victim/keys } }\n' });
      expect(run('check', '.').stdout).toMatch(/error The file \.\.\/victim\/keys is outside of the workspace/);
    });

    it('a linked page is neither read nor fixed', () => {
      const { folder, at, victim, run } = strange();
      writeFileSync(join(folder, 'victim/keys'), warnedPage);
      link(join(folder, 'victim/keys'), at(other));
      expect(run('fix', '.').stderr).toMatch(/other\.md: not read: a link to a file outside of the workspace/);
      expect(run('fix', other).code).toBe(2);
      expect(victim()).toBe(warnedPage);
    });

    it('a page that is linked within the workspace is fixed where it is', () => {
      const { at, run } = strange({ [warned]: warnedPage });
      const pages = dirname(warned);
      link('real.md', at(join(pages, 'linked.md')));
      writeFileSync(at(join(pages, 'real.md')), warnedPage);
      expect(run('fix', join(pages, 'linked.md')).code).toBe(0);
      expect(lstatSync(at(join(pages, 'linked.md'))).isSymbolicLink()).toBe(true);
      expect(readFileSync(at(join(pages, 'real.md')), 'utf8')).not.toBe(warnedPage);
    });

    it('init and reports do not follow a link out of the workspace', () => {
      const { folder, at, victim, run } = strange();
      link(join(folder, 'victim/keys'), at('.job-family.yaml'));
      link(join(folder, 'victim/keys'), at('report.json'));
      expect(run('init', '--force')).toMatchObject({ code: 2, stderr: expect.stringMatching(/leads out of the workspace/) });
      expect(run('init').code).toBe(2);
      expect(run('check', '--format', 'json', '--output', 'report.json', '.').code).toBe(2);
      expect(victim()).toBe('precious\n');
      expect(run('check', '--format', 'json', '--output', '../victim/report.json', '.').code).toBe(0);
    });
  });

  describe('what fix keeps of a page', () => {
    const fixed = (prepare: (path: string) => void): { readonly path: string; readonly result: Run } => {
      const { at, run } = strange({ [warned]: warnedPage });
      prepare(at(warned));
      return { path: at(warned), result: run('fix', '.') };
    };
    const isFixed = (path: string): boolean => readFileSync(path, 'utf8') !== warnedPage;

    it('its permissions, without set-user-id', () => {
      const { path } = fixed(at => chmodSync(at, 0o4750));
      expect(isFixed(path)).toBe(true);
      expect((statSync(path).mode & 0o7777).toString(8)).toBe('750');
    });

    it('its other names', () => {
      const { path } = fixed(at => linkSync(at, `${dirname(at)}/../twin.txt`));
      expect(statSync(path).nlink).toBe(2);
      expect(readFileSync(join(dirname(path), '../twin.txt'), 'utf8')).toBe(readFileSync(path, 'utf8'));
      expect(isFixed(path)).toBe(true);
    });

    it.skipIf(!isRoot)('its owner', () => {
      const { path } = fixed(at => chownSync(at, 12_345, 23_456));
      expect(statSync(path)).toMatchObject({ uid: 12_345, gid: 23_456 });
      expect(isFixed(path)).toBe(true);
    });

    it('everything, if it is read-only', () => {
      const { path, result } = fixed(at => chmodSync(at, 0o444));
      expect(result).toMatchObject({ code: 2, stderr: expect.stringMatching(/read-only|permission denied/) });
      expect(isFixed(path)).toBe(false);
    });

    it('its line ends and byte-order mark', () => {
      const text = `\uFEFF${warnedPage.replaceAll('\n', '\r\n')}`;
      const { path } = fixed(at => writeFileSync(at, text));
      const after = readFileSync(path, 'utf8');
      expect(after).not.toBe(text);
      expect(after.startsWith('\uFEFF---\r\n')).toBe(true);
      expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    });

    it('what it was, if the disk is full', ctx => {
      const { at, run } = strange({ [warned]: warnedPage });
      const folder = dirname(at(warned));
      const size = ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder];
      if (!isRoot || spawnSync('mount', size).status !== 0) return ctx.skip('needs to mount a small disk');
      cleanUp.unshift(() => void spawnSync('umount', [folder]));
      writeFileSync(at(warned), warnedPage);
      spawnSync('dd', ['if=/dev/zero', `of=${folder}/filler`, 'bs=4096', 'count=1'], { stdio: 'ignore' });
      expect(run('fix', '.')).toMatchObject({ code: 2, stderr: expect.stringMatching(/no space left/) });
      expect(readFileSync(at(warned), 'utf8')).toBe(warnedPage);
      expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
    });

    it('removes the drafts of a run that was killed', () => {
      const { at, run } = strange({ [warned]: warnedPage });
      const gone = spawnSync('true').pid;
      const draft = join(dirname(at(warned)), `.job-family-${gone}-0123abcd.tmp`);
      writeFileSync(draft, 'half');
      run('fix', '.');
      expect(existsSync(draft)).toBe(false);
    });
  });

  // In full: KILLS=1000 npx vitest run test/cli/hostileFiles.test.ts -t killed
  it('every page is whole, old or new, if fix is killed', async () => {
    const pages = Array.from({ length: 60 }, (_, at) => warned.replace('baker', `baker-${at}`));
    const { at, run } = strange(Object.fromEntries(pages.map(path => [path, warnedPage])));
    const started = performance.now();
    run('fix', '.');
    const duration = performance.now() - started;
    const fixed = readFileSync(at(pages[0]!), 'utf8');
    expect(fixed).not.toBe(warnedPage);
    let stopped = 0;
    for (let kill = 0; kill < Number(process.env.KILLS ?? 8); kill++) {
      for (const path of pages) writeFileSync(at(path), warnedPage);
      const child = spawn(process.execPath, [builtProgram('cli'), 'fix', '.'], {
        cwd: at(''),
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const ended = new Promise<void>(resolve => child.on('close', () => resolve()));
      // Most of the time passes before the first page is written.
      child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * duration * 0.3));
      await ended;
      const texts = pages.map(path => readFileSync(at(path), 'utf8'));
      expect(texts.filter(text => text !== warnedPage && text !== fixed)).toEqual([]);
      if (texts.includes(warnedPage)) stopped++;
    }
    expect(stopped).toBeGreaterThan(0);
    run('fix', '.');
    expect(readdirSync(dirname(at(warned))).filter(name => name.endsWith('.tmp'))).toEqual([]);
  }, 3_600_000);

  describe('names', () => {
    it.each([
      'a\nb.md',
      'a%20b.md',
      '100%.md',
      'a#b.md',
      'a?b.md',
      `${'n'.repeat(252)}.md`,
      'Other.md',
      'other.md',
      "it's (1) & more.md",
    ])('%j is checked and fixed', name => {
      const path = `${dirname(warned)}/${name}`;
      const { at, run } = strange({ [path]: warnedPage });
      expect(run('check', '--format', 'json', '.').stdout).toContain(JSON.stringify(path).slice(1, -1));
      expect(run('fix', '.').code).toBe(0);
      expect(readFileSync(at(path), 'utf8')).not.toBe(warnedPage);
    });

    it.skipIf(process.platform !== 'linux')('one that is not UTF-8 is reported', () => {
      const { at, run } = strange();
      const folder = Buffer.from(`${dirname(at(clean))}/`);
      writeFileSync(Buffer.concat([folder, Buffer.from([0x62, 0xe4, 0x63]), Buffer.from('.md')]), cleanPage);
      expect(run('check', '.').stderr).toMatch(/\.md: not read: its name is not valid UTF-8/);
    });
  });

  it('says so if a page cannot be read', () => {
    const { at, run } = strange({ [other]: cleanPage });
    if (isRoot) return;
    chmodSync(at(other), 0o000);
    expect(run('check', '.').stderr).toMatch(/other\.md: not read/);
  });
});

describe('a pipe that is closed early', () => {
  it.skipIf(process.platform === 'win32')('does not change the exit code', () => {
    const pages = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [warned.replace('baker', `baker-${at}`), warnedPage]));
    const { folder, remove } = diskWorkspace(pages);
    try {
      const command = `"${process.execPath}" "${builtProgram('cli')}" check . | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
      expect(spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout).toBe('1\n');
      expect(runCli(['check', '.'], folder).code).toBe(1);
    } finally {
      remove();
    }
  });
});
