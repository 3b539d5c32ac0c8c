import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { LanguageService } from '../../server/src/service.ts';
import { builtProgram, diskWorkspace, sampleCopy } from '../support/builtProgram.ts';
import { git, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, warned, warnedPage } from '../support/cookPages.ts';

const mendedPage = warnedPage.replace(
  'grade 6',
  '[grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)',
);
const notClosed = warnedPage.replace('\n---\n\n##', '\n\n##');
const conflict = warnedPage.replace('- Baker', '<<<<<<< HEAD\n- Bake\n=======\n- Roast\n>>>>>>> main');

describe('fix', () => {
  const made: (() => void)[] = [];
  const workspace = (files: Readonly<Record<string, string>>): string => {
    const { folder, remove } = diskWorkspace(files);
    made.push(remove);
    return folder;
  };
  afterEach(() => {
    for (const remove of made.splice(0)) remove();
  });
  const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

  it('mends what can be mended without asking, on all pages, and says so', () => {
    const other = warned.replace('baker', 'pastry-baker');
    const folder = workspace({ [clean]: cleanPage, [warned]: warnedPage, [other]: warnedPage });
    expect(runCli(['fix'], folder)).toEqual({
      code: 0,
      stdout: `${warned}: 1 finding mended\n${other}: 1 finding mended\n3 job families: 2 findings mended on 2 pages\n`,
      stderr: '',
    });
    expect([read(folder, warned), read(folder, other), read(folder, clean)]).toEqual([mendedPage, mendedPage, cleanPage]);
    expect(runCli(['check'], folder).code).toBe(0);
    expect(runCli(['fix'], folder).stdout).toBe('3 job families: nothing to mend\n');
    expect(runCli(['fix', '--quiet'], folder)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('does what the editor does when it saves', async () => {
    const { folder, remove } = sampleCopy();
    made.push(remove);
    const path = 'content/job-families/customer-success/account-coordinator.md';
    const uri = pathToFileURL(join(folder, path)).href;
    const action = await new LanguageService(new DiskHost(() => {}), { folders: [pathToFileURL(folder).href] }).fixAllAction(uri);
    const edits = action!.edit!.changes![uri]!;
    const before = read(folder, path).split('\n');
    expect(runCli(['fix'], folder).code).toBe(0);
    const after = read(folder, path).split('\n');
    expect(after.length).toBe(before.length);
    const changed = after.flatMap((line, at) => (line === before[at] ? [] : [at]));
    expect(new Set(changed)).toEqual(new Set(edits.map(edit => edit.range.start.line)));
  });

  it('leaves line ends, a byte-order mark and the file’s permissions as they are', () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const folder = workspace({ [warned]: windows(warnedPage) });
    chmodSync(join(folder, warned), 0o640);
    expect(runCli(['fix', warned], folder).code).toBe(0);
    expect(read(folder, warned)).toBe(windows(mendedPage));
    expect(statSync(join(folder, warned)).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, warned, '..'))).toEqual(['baker.md']);
  });

  it('mends the file that a link leads to and keeps the link', () => {
    const folder = workspace({ 'elsewhere/baker.md': warnedPage, [clean]: cleanPage });
    symlinkSync(join(folder, 'elsewhere/baker.md'), join(folder, warned));
    expect(runCli(['fix', warned], folder).code).toBe(0);
    expect(read(folder, 'elsewhere/baker.md')).toBe(mendedPage);
    expect(lstatSync(join(folder, warned)).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['whose front matter is not closed', Buffer.from(notClosed), 1, /baker\.md:1: the page is left alone/],
    ['with a merge conflict', Buffer.from(conflict), 1, /baker\.md:\d+: the page is left alone.*merge conflict/],
    ['that is no UTF-8', Buffer.concat([Buffer.from(warnedPage), Buffer.from([0xe9, 0x0a])]), 2, /baker\.md: left alone.*UTF-8/],
  ])('never touches a page %s', (_, bytes, code, message) => {
    const folder = workspace({ [warned]: '', [clean]: warnedPage });
    writeFileSync(join(folder, warned), bytes);
    const run = runCli(['fix', '--quiet'], folder);
    expect(run).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(readFileSync(join(folder, warned)).equals(bytes)).toBe(true);
    expect(read(folder, clean)).toBe(mendedPage);
  });

  it('with --dry-run changes nothing and prints what git apply makes the same of', () => {
    const { folder, remove } = sampleCopy();
    made.push(remove);
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'All');
    const { code, stdout, stderr } = runCli(['fix', '--dry-run'], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^9 job families: \d+ findings would be mended on 1 page\n$/);
    expect(git(folder, 'status', '--porcelain')).toBe('');
    const scratch = mkdtempSync(join(tmpdir(), 'job-family-patch-'));
    made.push(() => rmSync(scratch, { recursive: true }));
    writeFileSync(join(scratch, 'fix.patch'), stdout);
    git(folder, 'apply', join(scratch, 'fix.patch'));
    const applied = git(folder, 'diff');
    git(folder, 'checkout', '-q', '.');
    expect(runCli(['fix'], folder).code).toBe(0);
    expect(applied).not.toBe('');
    expect(git(folder, 'diff')).toBe(applied);
    expect(runCli(['fix', '-n'], folder)).toMatchObject({ code: 0, stdout: '' });
  });

  it('prints the mended page where its text comes by standard input, and writes no file', () => {
    const folder = workspace({ [clean]: cleanPage });
    expect(runCli(['fix', '--stdin-filename', warned], folder, warnedPage)).toEqual({ code: 0, stdout: mendedPage, stderr: '' });
    expect(runCli(['fix', '--stdin-filename', warned], folder, cleanPage).stdout).toBe(cleanPage);
    expect(runCli(['fix', '--stdin-filename', warned], folder, notClosed)).toMatchObject({ code: 1, stdout: notClosed });
    expect(existsSync(join(folder, warned))).toBe(false);
  });

  it('stopped by Ctrl+C leaves each page as it was or mended, and nothing beside them', async () => {
    const pages = Array.from({ length: 400 }, (_, at) => warned.replace('baker', `baker-${at}`));
    const folder = workspace(Object.fromEntries(pages.map(path => [path, warnedPage])));
    const child = spawn(process.execPath, [builtProgram('cli'), 'fix'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', text => {
      said += text;
    });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise(resolve => child.once('exit', resolve));
    const texts = pages.map(path => read(folder, path));
    const mended = texts.filter(text => text === mendedPage).length;
    expect(texts.filter(text => text === warnedPage).length).toBe(pages.length - mended);
    expect(mended).toBeGreaterThan(0);
    expect(mended).toBeLessThan(pages.length);
    expect(said).toContain(`Stopped: ${mended} ${mended === 1 ? 'page' : 'pages'} mended`);
    expect(code).toBe(130);
    expect(readdirSync(join(folder, warned, '..')).length).toBe(pages.length);
  });

  it('killed at once leaves each page as it was or mended', async () => {
    const pages = Array.from({ length: 60 }, (_, at) => warned.replace('baker', `baker-${at}`));
    const folder = workspace(Object.fromEntries(pages.map(path => [path, warnedPage])));
    const child = spawn(process.execPath, [builtProgram('cli'), 'fix'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    await new Promise(resolve => child.once('exit', resolve));
    for (const path of pages) expect([warnedPage, mendedPage]).toContain(read(folder, path));
  });
});
