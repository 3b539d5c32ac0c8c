import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtProgram, sampleCopy } from '../support/builtProgram.ts';
import { htmlProblems } from '../support/htmlProblems.ts';
import { expectWellFormed } from '../support/wellFormed.ts';

const engineering = 'content/job-families/engineering';
const golden = (name: string): string => join(import.meta.dirname, '../golden', name);

/** What is written of the sample is kept in `test/golden`; `npx vitest run test/cli/export.test.ts -u` writes it anew. */
describe('job-family export', () => {
  let folder = '';
  let remove = (): void => {};
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [builtProgram('cli'), 'export', ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
    });
    expect(stderr).not.toMatch(/^\s+at /m);
    return { code: status, stdout, stderr };
  };

  beforeAll(() => {
    ({ folder, remove } = sampleCopy());
  });
  afterAll(() => remove());

  it.each([
    ['engineering.html', ['--format', 'html', engineering]],
    ['engineering.csv', ['--format', 'csv', engineering]],
    ['engineering.md', ['--format', 'markdown', engineering]],
    ['engineering.json', ['--format', 'json', engineering]],
    ['engineering.svg', ['--format', 'svg', engineering]],
    ['platform-engineer.svg', ['--format', 'svg', `${engineering}/platform-engineer.md`]],
    ['platform-engineer.html', ['--format', 'html', '--view', 'levels', `${engineering}/platform-engineer.md`]],
  ])('writes the sample as %s', async (name, args) => {
    const { code, stdout, stderr } = run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(golden(name));
    expect(stdout).not.toContain(folder);
    expect(run(...args).stdout).toBe(stdout);
    if (name.endsWith('.svg')) expectWellFormed(stdout);
    if (name.endsWith('.html')) expect(await htmlProblems(stdout)).toEqual([]);
  });

  it('writes into a file, and prints nothing then', () => {
    const { code, stdout } = run('--format', 'html', '--output', 'ladder.html', engineering);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(join(folder, 'ladder.html'), 'utf8')).toBe(run('--format', 'html', '-o', '-', engineering).stdout);
  });

  it('says what is wrong with a call, and what to do', () => {
    mkdirSync(join(folder, 'taken'));
    for (const [args, message] of [
      [['--format', 'xlsx', '.'], /--format xlsx is not known\. It takes one of: html, csv, markdown, json, svg/],
      [['--format', 'html', '--view', 'cards', '.'], /--view cards is not known\. It takes one of: matrix, levels/],
      [['--format', 'csv', '--view', 'levels', '.'], /--view .* goes with --format html/],
      [
        ['--format', 'html', '--output', 'nowhere/x.html', engineering],
        /nowhere\/x\.html: not written: its folder does not exist/,
      ],
      [['--format', 'html', '--output', 'taken', engineering], /taken: not written: is a folder/],
      [['--format', 'html', 'nowhere'], /nowhere: no such file or folder/],
      [['--format', 'svg', 'content/handbook'], /There is no job family to export/],
      [['--format', 'html', 'content/handbook'], /There is no job family to export/],
    ] as const) {
      const { code, stderr, stdout } = run(...args);
      expect(stderr).toMatch(message);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('is explained by help', () => {
    const { code, stdout } = run('--help');
    expect(code).toBe(0);
    for (const words of ['--format', 'html', 'csv', 'markdown', 'json', '--view', '--output', 'apostrophe'])
      expect(stdout).toContain(words);
  });
});
