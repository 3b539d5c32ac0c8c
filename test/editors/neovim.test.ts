import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FindingsJson } from '../../server/src/cli/reporters/json.ts';
import { builtProgram, diskWorkspace } from '../support/builtProgram.ts';
import { git, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, warned, warnedPage } from '../support/cookPages.ts';

const neovim = process.env.NEOVIM;
const root = join(import.meta.dirname, '../..');

/** Longer than the driver's own patience, in milliseconds. */
const PATIENCE = 400_000;

/** The set-up that the page tells, for this version of Neovim. */
function setUp(version: readonly [number, number]): string {
  const blocks = [...readFileSync(join(root, 'docs/editors/neovim.md'), 'utf8').matchAll(/^```lua\n(.*?)^```/gms)].map(
    match => match[1]!,
  );
  expect(blocks).toHaveLength(2);
  return blocks[version[0] > 0 || version[1] >= 11 ? 0 : 1]!;
}

describe.skipIf(neovim === undefined)('Neovim', () => {
  let remove = (): void => {};
  afterEach(() => remove());

  it(
    'set up as its page says, it shows the findings of the command line and applies a fix',
    () => {
      const made = diskWorkspace({ [clean]: cleanPage, [warned]: warnedPage });
      const { folder } = made;
      remove = made.remove;
      git(folder, 'init', '-q');
      const { findings } = JSON.parse(runCli(['check', '--format', 'json', warned], folder).stdout) as FindingsJson;
      const scratch = join(folder, 'scratch');
      mkdirSync(join(scratch, 'bin'), { recursive: true });
      symlinkSync(builtProgram('cli'), join(scratch, 'bin/job-family'));
      const [, major, minor] = /v(\d+)\.(\d+)/.exec(spawnSync(neovim!, ['--version'], { encoding: 'utf8' }).stdout)!;
      writeFileSync(join(scratch, 'init.lua'), setUp([Number(major), Number(minor)]));
      const result = join(scratch, 'result.json');
      const args = [
        '--headless',
        '-n',
        '-i',
        'NONE',
        '-u',
        join(scratch, 'init.lua'),
        '-c',
        `luafile ${join(import.meta.dirname, 'drive.lua')}`,
      ];
      const run = spawnSync(neovim!, args, {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${join(scratch, 'bin')}:${process.env.PATH}`,
          HOME: scratch,
          XDG_CONFIG_HOME: scratch,
          XDG_DATA_HOME: scratch,
          XDG_STATE_HOME: scratch,
          XDG_CACHE_HOME: scratch,
          JOB_FAMILY_PAGE: warned,
          JOB_FAMILY_RESULT: result,
        },
        timeout: PATIENCE - 10_000,
      });
      expect(run.error).toBeUndefined();
      const told = JSON.parse(readFileSync(result, 'utf8'));
      expect(told).toEqual({
        findings: findings.map(({ range: { start }, message, code }) => ({ ...start, message, code })),
        offered: expect.arrayContaining([expect.stringMatching(/^Link the grade/)]),
      });
      expect(run.status, run.stderr).toBe(0);
      expect(runCli(['check', warned], folder)).toMatchObject({ code: 0, stdout: '1 job family: no findings\n' });
      expect(readFileSync(join(folder, warned), 'utf8')).toContain('[grade 6](/handbook/');
    },
    PATIENCE,
  );
});
