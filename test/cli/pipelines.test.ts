import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { diskWorkspace } from '../support/builtProgram.ts';
import { git, type Run } from '../support/commandLine.ts';
import { clean, cleanPage, failed, failedPage, warned, warnedPage } from '../support/cookPages.ts';
import { installedPackage, type NpmPackage, npm, PACKING } from '../support/npmPackage.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  contributes: { problemMatchers: readonly ({ name: string } & Matcher)[] };
};

interface Matcher {
  readonly fileLocation: unknown;
  readonly pattern: { readonly regexp: string } & Readonly<
    Record<'file' | 'line' | 'column' | 'severity' | 'message' | 'code', number>
  >;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly additional_dependencies?: readonly string[];
  readonly types?: readonly string[];
  readonly types_or?: readonly string[];
}

describe('the files for pipelines, run in a repository', () => {
  let made: NpmPackage;
  let prefix = '';
  let folder = '';
  let remove = (): void => {};

  beforeAll(() => {
    made = installedPackage();
    prefix = join(made.installed, 'global');
    npm(made.installed, ['install', '--global', '--prefix', prefix, made.tarball]);
  }, PACKING);
  afterAll(() => made?.remove());
  beforeEach(() => {
    ({ folder, remove } = diskWorkspace({ [clean]: cleanPage, [warned]: warnedPage, [failed]: failedPage }));
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'All');
  });
  afterEach(() => remove());

  /** Lines of a job as a runner runs them: one shell that ends at the first that fails. What is installed comes from the tarball. */
  const runLines = (lines: readonly string[]): Run => {
    const script = lines.map(line => line.replaceAll(`job-family@${manifest.version}`, made.tarball)).join('\n');
    const env = {
      ...process.env,
      PATH: `${join(prefix, 'bin')}:${process.env.PATH}`,
      npm_config_prefix: prefix,
      npm_config_offline: 'true',
      CI: 'true',
    };
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env,
    });
    return { code: status, stdout, stderr };
  };
  const install = [`npm install --global --no-audit --no-fund job-family@${manifest.version}`];
  const setOf = (values: readonly string[]): string[] => [...new Set(values)].sort();

  describe('GitLab CI', () => {
    const [header, job] = parseAllDocuments(read('docs/ci/gitlab.yml')).map(document => document.toJS()) as [
      { spec: { inputs: Record<string, { default: string }> } },
      Record<
        'job-family',
        { before_script: string[]; script: string[]; artifacts: { when: string; reports: { codequality: string } } }
      >,
    ];
    const { before_script: before, script, artifacts } = job['job-family'];
    const withInputs = (lines: readonly string[], given: Readonly<Record<string, string>> = {}): string[] =>
      lines.map(line =>
        line.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => given[name] ?? header.spec.inputs[name]!.default),
      );

    it('fails at an error and leaves a Code Quality report of all findings', () => {
      expect(withInputs(before)).toEqual(install);
      const run = runLines([...withInputs(before), ...withInputs(script)]);
      expect(run.stderr).toBe('');
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('3 job families: 1 error, 1 warning');
      const report = JSON.parse(readFileSync(join(folder, artifacts.reports.codequality), 'utf8')) as {
        location: { path: string };
      }[];
      expect(setOf(report.map(issue => issue.location.path))).toEqual([warned, failed].sort());
      expect(artifacts.when).toBe('always');
    });

    it('takes its inputs', () => {
      const run = runLines([...withInputs(before), ...withInputs(script, { paths: `${warned} ${clean}`, 'fail-on': 'error' })]);
      expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('2 job families: 1 warning') });
    });
  });

  it('GitHub Actions: fails at an error and leaves the SARIF log that is uploaded', () => {
    const { jobs, permissions } = parse(read('docs/ci/github.yml')) as {
      permissions: Record<string, string>;
      jobs: { check: { steps: { run?: string; uses?: string; if?: string; with?: Record<string, unknown> }[] } };
    };
    const lines = jobs.check.steps.flatMap(step => step.run ?? []);
    expect(lines.slice(0, 1)).toEqual(install);
    expect(runLines(lines).code).toBe(1);
    const upload = jobs.check.steps.at(-1)!;
    expect(upload).toMatchObject({
      uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@/),
      if: expect.stringContaining('!cancelled()'),
    });
    expect(permissions['security-events']).toBe('write');
    const log = JSON.parse(readFileSync(join(folder, String(upload.with!.sarif_file)), 'utf8')) as {
      runs: [{ results: unknown[] }];
    };
    expect(log.runs[0].results).toHaveLength(2);
    writeFileSync(join(folder, failed), cleanPage);
    expect(runLines(lines).code).toBe(0);
  });

  describe('pre-commit', () => {
    const files = [clean, warned, failed, 'notes.md'];
    const inConfig = (parse(read('docs/ci/pre-commit-config.yaml')) as { repos: [{ hooks: Hook[] }] }).repos[0].hooks;
    const ofRepository = parse(read('.pre-commit-hooks.yaml')) as Hook[];

    it.each([
      ['from npm', inConfig, (hook: Hook) => hook.entry],
      ['from this repository', ofRepository, (hook: Hook) => join(root, hook.entry)],
    ])('%s: checks and mends the files that are committed', (_, hooks, commandOf) => {
      writeFileSync(join(folder, 'notes.md'), '# Notes\n');
      const run = (id: string): Run => {
        const hook = hooks.find(one => one.id === id)!;
        for (const needed of hook.additional_dependencies ?? []) expect(needed).toBe(`job-family@${manifest.version}`);
        return runLines([[commandOf(hook), ...files].join(' ')]);
      };
      const found = run('job-family');
      expect(found.code).toBe(1);
      expect(setOf(found.stdout.split('\n').flatMap(line => /^(\S+):\d+:\d+ /.exec(line)?.[1] ?? []))).toEqual(
        [warned, failed].sort(),
      );
      expect(run('job-family-fix').code).toBe(0);
      expect(git(folder, 'diff', '--name-only').trim()).toBe(warned);
      writeFileSync(join(folder, failed), cleanPage);
      expect(run('job-family')).toMatchObject({ code: 0, stdout: '' });
    });
  });

  it('a task of VS Code: its problem matcher, and that of the extension, read each finding', () => {
    const { tasks } = JSON.parse(read('docs/ci/tasks.json')) as {
      tasks: [{ command: string; args: string[]; problemMatcher: Matcher }];
    };
    const [{ command, args, problemMatcher }] = tasks;
    const { stdout } = runLines([[command, ...args].join(' ')]);
    const { stdout: json } = runLines([[command, ...args, '--format', 'json'].join(' ')]);
    const findings = (
      JSON.parse(json) as {
        findings: {
          path: string;
          code: string;
          severity: string;
          message: string;
          range: { start: { line: number; column: number } };
        }[];
      }
    ).findings;
    const told = findings.map(({ path, range: { start }, severity, message, code }) => [
      path,
      start.line,
      start.column,
      severity,
      message,
      code,
    ]);
    expect(told).toHaveLength(2);
    const own = manifest.contributes.problemMatchers.find(matcher => matcher.name === 'job-family')!;
    expect(own.pattern).toEqual(problemMatcher.pattern);
    const { regexp, file, line, column, severity, message, code } = problemMatcher.pattern;
    const matched = stdout.split('\n').flatMap(printed => {
      const match = new RegExp(regexp).exec(printed);
      return match
        ? [[match[file], Number(match[line]), Number(match[column]), match[severity], match[message], match[code]]]
        : [];
    });
    expect(matched).toEqual(told);
  });
});
