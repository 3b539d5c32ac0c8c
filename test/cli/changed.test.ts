import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FindingsJson } from '../../server/src/cli/reporters/json.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { git, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, failed, failedPage, warned, warnedPage } from '../support/cookPages.ts';

describe('pages chosen by git or given by standard input', () => {
  let remove = (): void => {};
  afterEach(() => remove());
  const workspace = (files: Readonly<Record<string, string>>): string => {
    const made = diskWorkspace(files);
    remove = made.remove;
    return made.folder;
  };
  const repository = (files: Readonly<Record<string, string>>): string => {
    const folder = workspace(files);
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'All');
    return folder;
  };
  const checked = (folder: string, ...args: readonly string[]): string[] => {
    const { stdout } = runCli(['check', '--format', 'json', ...args], folder);
    return [...new Set((JSON.parse(stdout) as FindingsJson).findings.map(one => one.path))];
  };

  it('--changed checks what differs from the last commit: changed, staged and new files, and no others', () => {
    const odd = 'content/job-families/kitchen/köche & co.md';
    const folder = repository({ [clean]: cleanPage, [warned]: warnedPage, [failed]: failedPage });
    expect(checked(folder, '--changed')).toEqual([]);
    writeFileSync(join(folder, failed), `${failedPage}\n- Two trial days\n`);
    writeFileSync(join(folder, odd), warnedPage);
    expect(checked(folder, '--changed')).toEqual([odd, failed]);
    git(folder, 'add', failed);
    rmSync(join(folder, warned));
    expect(checked(folder, '--changed')).toEqual([odd, failed]);
    expect(checked(folder, '--changed', odd)).toEqual([odd]);
    expect(checked(join(folder, 'content'), '--changed')).toEqual([odd, failed].map(path => path.slice('content/'.length)));
    writeFileSync(join(folder, '.gitignore'), 'köche*\n');
    expect(checked(folder, '--changed')).toEqual([failed]);
  });

  it('--changed with a branch checks what this branch has changed, and not what the other has since', () => {
    const folder = repository({ [clean]: cleanPage, [warned]: warnedPage, [failed]: failedPage });
    git(folder, 'checkout', '-qb', 'topic');
    writeFileSync(join(folder, warned), warnedPage.replace('trial day', 'trial week'));
    git(folder, 'commit', '-qam', 'Longer trials');
    git(folder, 'checkout', '-q', 'main');
    writeFileSync(join(folder, failed), failedPage.replace('trial day', 'trial hour'));
    git(folder, 'commit', '-qam', 'Shorter trials');
    git(folder, 'checkout', '-q', 'topic');
    expect(checked(folder, '--changed')).toEqual([]);
    for (const args of [['--changed', 'main'], ['--changed=main'], ['.', '--changed', 'main'], ['--changed', 'main', 'content']])
      expect(checked(folder, ...args)).toEqual([warned]);
    // What follows is a path where it is one.
    expect(checked(folder, '--changed', 'content')).toEqual([]);
    expect(runCli(['fix', '--changed', 'main'], folder).stdout).toContain('1 job family: 1 finding mended');
  });

  it('--changed takes all files of a repository without a commit', () => {
    const folder = workspace({ [warned]: warnedPage });
    git(folder, 'init', '-q');
    expect(checked(folder, '--changed')).toEqual([warned]);
  });

  it.each([
    ['an unknown revision', ['--changed', 'nowhere'], /--changed nowhere: git knows no such branch, tag or commit here/],
    ['an option of git’s', ['--changed=--output=x'], /--changed wants a branch, tag or commit, not “--output=x”/],
  ])('%s is said plainly', (_, args, message) => {
    const run = runCli(['check', ...args], repository({ [warned]: warnedPage }));
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  it('says that there is no repository, and that there is no git', () => {
    const folder = workspace({ [warned]: warnedPage });
    expect(runCli(['check', '--changed'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/is in no git repository/),
    });
    const path = process.env.PATH;
    mkdirSync(join(folder, 'empty'));
    process.env.PATH = join(folder, 'empty');
    try {
      expect(runCli(['check', '--changed'], folder)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/there is no git on the PATH/),
      });
    } finally {
      process.env.PATH = path;
    }
  });

  it('--stdin-filename checks a text as the page at that path, whether it is there or not', () => {
    const folder = workspace({ [clean]: cleanPage });
    const run = (path: string, text: string): unknown => {
      const { code, stdout } = runCli(['check', '--format', 'json', '--stdin-filename', path], folder, text);
      return [code, (JSON.parse(stdout) as FindingsJson).findings.map(one => [one.path, one.code])];
    };
    expect(run(warned, warnedPage)).toEqual([1, [[warned, 'unlinked-grade']]]);
    expect(run(clean, warnedPage)).toEqual([1, [[clean, 'unlinked-grade']]]);
    expect(run(warned, cleanPage)).toEqual([0, []]);
    expect(run('.job-family.yaml', 'rules: 7\n')).toEqual([1, [['.job-family.yaml', 'invalid-configuration']]]);
    expect(runCli(['check', '--stdin-filename', 'notes.md'], folder, '# Notes').stderr).toContain('notes.md: is no job family');
    expect(runCli(['check', '--stdin-filename', warned, clean], folder, '').code).toBe(2);
  });
});
