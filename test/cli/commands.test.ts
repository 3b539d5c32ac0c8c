import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandNames } from '../../server/src/cli/help.ts';
import { main } from '../../server/src/cli/main.ts';
import { documentRules, rules } from '../../server/src/rules/registry.ts';
import { diskWorkspace, sampleCopy } from '../support/builtProgram.ts';
import { cliEnvironment, type Run, runCli } from '../support/commandLine.ts';
import { warned, warnedPage } from '../support/cookPages.ts';
import { LspClient, overStdio } from '../support/lspClient.ts';

const codes = [...rules, ...documentRules].map(rule => rule.code);

describe('commands', () => {
  const made: (() => void)[] = [];
  const workspace = (files: Readonly<Record<string, string>>): string => {
    const { folder, remove } = diskWorkspace(files);
    made.push(remove);
    return folder;
  };
  afterEach(() => {
    for (const remove of made.splice(0)) remove();
  });
  const run = async (args: readonly string[], cwd = '/'): Promise<Run> => {
    const written = { stdout: '', stderr: '' };
    const code = await main(
      cliEnvironment(args, cwd, (stream, text) => {
        written[stream] += text;
      }),
    );
    return { code: code ?? null, ...written };
  };

  it.each(codes)('explain %s tells why, with examples', async code => {
    const { code: exit, stdout } = await run(['explain', code]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(new RegExp(`^# ${code}\n`));
    expect(stdout).toContain('\n## Why\n');
    expect(stdout).not.toMatch(/<!-- Generated|All rules/);
  });

  it('rules lists every rule, for people and for programs', async () => {
    const { stdout } = await run(['rules']);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(codes);
    const listed = JSON.parse((await run(['rules', '--format', 'json'])).stdout) as { rules: { code: string }[] };
    expect(listed.rules.map(rule => rule.code)).toEqual(codes);
  });

  it.each(commandNames)('help %s tells of it, as does --help behind it', async name => {
    const { code, stdout } = await run(['help', name]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^job-family ${name}\\b`));
    expect(stdout.split('\n').filter(line => line.length > 84)).toEqual([]);
    expect(await run([name, '--help'])).toEqual({ code: 0, stdout, stderr: '' });
    expect((await run(['help'])).stdout).toContain(`\n  job-family ${name} `);
  });

  it.each([
    [['chekc'], 'check'],
    [['exprot'], 'export'],
    [['help', 'fxi'], 'fix'],
    [['check', '--fromat', 'json'], '--format'],
    [['fix', '--dryrun'], '--dry-run'],
    [['check', '--format', 'sarfi'], 'sarif'],
    [['check', '--fail-on', 'warn'], 'warning'],
    [['explain', 'unlinked-grad'], 'unlinked-grade'],
  ])('job-family %j: did you mean %s?', async (args, meant) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toContain(`Did you mean ${meant}?`);
  });

  it.each([
    [['frobnicate'], /There is no command “frobnicate”\. The commands are/],
    [['explain'], /explain wants the code of a rule/],
    [['explain', 'zzz'], /There is no rule “zzz”\. All codes/],
    [['rules', 'unlinked-grade'], /job-family explain unlinked-grade/],
    [['init', 'a', 'b'], /init writes one file/],
  ])('job-family %j guesses nothing', async (args, message) => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  it('init writes a configuration with the profile that the folders speak for, once', async () => {
    const folder = workspace({ 'job-families/kitchen/baker.md': warnedPage });
    expect(await run(['init'], folder)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(
        /^note: \.job-family\.yaml: written with the profile plain, by which 1 page is a job family\.\n$/,
      ),
    });
    const path = join(folder, '.job-family.yaml');
    const text = readFileSync(path, 'utf8');
    expect(parse(text)).toEqual({ profile: 'plain' });
    const uncommented = text.replace(/^# (?=rules:|baseline:| {2})/gm, '');
    expect(parse(uncommented)).toMatchObject({ rules: expect.anything(), baseline: '.job-family-baseline.json' });
    for (const written of [text, uncommented]) {
      writeFileSync(path, written);
      expect((await run(['check', '.job-family.yaml'], folder)).stdout).toContain('no findings');
    }
    writeFileSync(path, 'profile: gitlab\n');
    expect(await run(['init'], folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('is there already') });
    expect(readFileSync(path, 'utf8')).toBe('profile: gitlab\n');
    expect((await run(['init', '--force', 'job-families'], folder)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(existsSync(join(folder, 'job-families/.job-family.yaml'))).toBe(false);
  });

  it('lsp serves an editor as the server by itself does', async () => {
    const folder = workspace({ [warned]: warnedPage });
    const root = pathToFileURL(folder).href;
    const answers: unknown[] = [];
    for (const transport of [overStdio('server', []), overStdio('cli', ['lsp'])]) {
      const client = await LspClient.start(transport, { folders: [root] });
      const document = await client.open(`${root}/${warned}`, warnedPage);
      answers.push({ capabilities: client.initialized.capabilities, diagnostics: await document.diagnostics() });
      const exited = new Promise(resolve => transport.process!.once('exit', resolve));
      await client.connection.sendRequest('shutdown');
      await client.connection.sendNotification('exit');
      expect(await exited).toBe(0);
      client.connection.dispose();
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(JSON.stringify(answers[1])).toContain('unlinked-grade');
  });
});

describe('the sample', () => {
  it('has the same findings in every report', () => {
    const { folder, remove } = sampleCopy();
    try {
      const { stdout } = runCli(['check', '--format', 'json'], folder);
      const count = (JSON.parse(stdout) as { findings: unknown[] }).findings.length;
      const lines = (format: string, what: RegExp): number =>
        [...runCli(['check', '--format', format], folder).stdout.matchAll(what)].length;
      expect(lines('text', /^\S+:\d+:\d+ /gm)).toBe(count);
      expect(lines('github', /^::/gm)).toBe(count);
      expect(lines('gitlab', /"check_name"/g)).toBe(count);
      expect(lines('sarif', /"ruleId"/g)).toBe(count);
    } finally {
      remove();
    }
  });
});
