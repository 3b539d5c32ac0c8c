import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingsJson } from '../../server/src/cli/reporters/json.ts';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import type { ModelJson } from '../../server/src/ladder/modelJson.ts';
import { diskWorkspace, sampleCopy } from '../support/builtProgram.ts';
import { type Run, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, warned, warnedPage } from '../support/cookPages.ts';
import { inProcess, LspClient } from '../support/lspClient.ts';

const workspace = {
  [clean]: cleanPage,
  [warned]: warnedPage,
  'notes.md': '# Notes\n',
};

function validate(schema: 'findings' | 'model', value: unknown): void {
  const check = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(join(import.meta.dirname, `../../schemas/${schema}.schema.json`), 'utf8')),
  );
  expect(check(value), JSON.stringify(check.errors)).toBe(true);
}

describe('job-family', () => {
  let folder = '';
  let remove = (): void => {};
  const run = (args: readonly string[], cwd = folder): Run => runCli(args, cwd);

  beforeAll(() => {
    ({ folder, remove } = diskWorkspace(workspace));
  });
  afterAll(() => remove());

  describe('check', () => {
    it('exits with 0 and says so where nothing is wrong', () => {
      expect(run(['check', clean])).toEqual({ code: 0, stdout: '1 job family: no findings\n', stderr: '' });
    });

    it('exits with 1 and tells the place, the severity, the message and the rule', () => {
      const { code, stdout } = run(['check', warned]);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^content\/job-families\/kitchen\/baker\.md:\d+:\d+ warning “grade 6” .* \(unlinked-grade\)$/m);
      expect(stdout).toMatch(/^1 job family: 1 warning$/m);
    });

    it.each([
      ['error', 0],
      ['warning', 1],
      ['information', 1],
      ['hint', 1],
      ['never', 0],
    ])('fails on %s with %i', (severity, code) => {
      expect(run(['check', '--fail-on', severity, warned]).code).toBe(code);
    });

    it('checks the current folder where no path is given, and each page once', () => {
      expect(run(['check']).stdout).toContain('2 job families: 1 warning');
      expect(run(['check', '.', warned, 'content']).stdout).toContain('2 job families: 1 warning');
    });

    it('prints JSON of the documented shape, paths as seen from the folder it ran in', () => {
      const { code, stdout } = run(['check', '--format', 'json', '.'], join(folder, 'content/job-families'));
      expect(code).toBe(1);
      const report = JSON.parse(stdout) as FindingsJson;
      validate('findings', report);
      expect(report.summary).toEqual({ pages: 2, families: 2, errors: 0, warnings: 1, information: 0, hints: 0 });
      const [finding] = report.findings;
      expect(finding).toMatchObject({
        code: 'unlinked-grade',
        path: 'kitchen/baker.md',
        fixable: true,
        documentation: 'docs/rules/unlinked-grade.md',
      });
      const line = workspace[warned]!.split('\n')[finding!.range.start.line - 1]!;
      expect(line.slice(finding!.range.start.column - 1, finding!.range.end.column - 1)).toBe('grade 6');
    });

    it('checks the catalogues of families below a folder, and one that is named, and counts them as no pages', () => {
      const path = 'data/people_group/job_families.yml';
      const { folder: handbook, remove: removeHandbook } = diskWorkspace({
        [clean]: cleanPage,
        [path]: '- title: Cook\n  description: /job-families/kitchen/cokk/\n',
      });
      try {
        for (const given of ['.', 'data', path]) {
          const { code, stdout } = run(['check', '--format', 'json', given], handbook);
          const report = JSON.parse(stdout) as FindingsJson;
          expect(code).toBe(1);
          validate('findings', report);
          expect(report.findings.map(one => [one.path, one.code, one.data?.missing])).toEqual([
            [path, 'catalogue-broken-url', 'page'],
          ]);
          expect(report.summary.families).toBe(given === '.' ? 1 : 0);
        }
        expect(run(['check', '.'], handbook).stdout).toContain('1 job family and 1 YAML file: 1 error');
      } finally {
        removeHandbook();
      }
    });

    it('finds what the editor finds', async () => {
      const sample = sampleCopy();
      try {
        const report = JSON.parse(run(['check', '--format', 'json'], sample.folder).stdout) as FindingsJson;
        const root = pathToFileURL(sample.folder).href;
        const client = await LspClient.start(inProcess(new DiskHost(() => {})), { folders: [root] });
        const paths = [...new Set(report.findings.map(finding => finding.path))];
        expect(paths.length).toBeGreaterThan(0);
        for (const path of paths) {
          const document = await client.open(`${root}/${path}`, readFileSync(join(sample.folder, path), 'utf8'));
          const told = (await document.diagnostics()).map(
            one => `${one.range.start.line + 1}:${one.range.start.character + 1} ${one.code} ${one.message}`,
          );
          expect(told).toEqual(
            report.findings
              .filter(one => one.path === path)
              .map(one => `${one.range.start.line}:${one.range.start.column} ${one.code} ${one.message}`),
          );
        }
        client.connection.dispose();
      } finally {
        sample.remove();
      }
    });

    it('finds nothing in the sample but on its page of mistakes, and there a dozen kinds', () => {
      const sample = sampleCopy();
      try {
        const report = JSON.parse(run(['check', '--format', 'json'], sample.folder).stdout) as FindingsJson;
        expect(new Set(report.findings.map(finding => finding.path))).toEqual(
          new Set(['content/job-families/customer-success/account-coordinator.md']),
        );
        expect(new Set(report.findings.map(finding => finding.code)).size).toBeGreaterThanOrEqual(12);
        expect(report.summary.families).toBe(9);
      } finally {
        sample.remove();
      }
    });

    it('goes by .job-family.yaml and by a baseline, which it writes', () => {
      const { folder: own, remove: clear } = diskWorkspace({
        ...workspace,
        '.job-family.yaml': 'rules: { unlinked-grade: error }\n',
      });
      expect(run(['check', warned], own).stdout).toMatch(/ error “grade 6”/);
      expect(run(['check', '--write-baseline'], own)).toEqual({
        code: 0,
        stdout: '',
        stderr: expect.stringMatching(/\.job-family-baseline\.json: holds the findings of 3 files/),
      });
      expect(run(['check'], own)).toEqual({ code: 0, stdout: '2 job families and 1 YAML file: no findings\n', stderr: '' });
      expect(run(['check', '--baseline', 'other.json'], own).code).toBe(1);
      writeFileSync(join(own, warned), cleanPage);
      expect(run(['check'], own).stderr).toMatch(/1 finding of the baseline is gone.*--write-baseline/);
      expect(run(['check', '--write-baseline'], own).code).toBe(0);
      expect(readFileSync(join(own, '.job-family-baseline.json'), 'utf8')).toBe('{\n  "version": 1,\n  "pages": {}\n}\n');
      clear();
    });

    it('says what is wrong with .job-family.yaml', () => {
      const { folder: own, remove: clear } = diskWorkspace({ ...workspace, '.job-family.yaml': 'profile: gitlub\n' });
      expect(run(['check', clean], own).stderr).toMatch(/There is no profile “gitlub”. There are gitlab/);
      clear();
    });

    it('uses colours only where they are wanted', () => {
      expect(run(['check', warned]).stdout).not.toContain('\u001b[');
      expect(run(['check', '--color', warned]).stdout).toContain('\u001b[');
    });
  });

  describe('export', () => {
    it('prints the model in the documented shape', () => {
      const { code, stdout } = run(['export', '--format', 'json', 'content']);
      expect(code).toBe(0);
      const model = JSON.parse(stdout) as ModelJson;
      validate('model', model);
      expect(model.families.map(family => family.path)).toEqual([warned, clean]);
      expect(model.families[0]!.levels[0]).toMatchObject({
        title: 'Baker',
        anchor: 'baker',
        grade: 6,
        track: 'individual-contributor',
      });
    });
  });

  describe('a wrong call', () => {
    it.each([
      ['an unknown command', ['chekc'], /There is no command “chekc”/],
      ['an unknown option', ['check', '--fromat', 'json'], /--fromat/],
      ['an unknown format', ['check', '--format', 'xml'], /--format xml is not known\. It takes one of: text, json/],
      ['an unknown severity', ['check', '--fail-on', 'catastrophe'], /--fail-on catastrophe is not known/],
      ['a path that does not exist', ['check', 'content/nowhere'], /content\/nowhere: no such file or folder/],
    ])('%s exits with 2 and says what is wrong', (_, args, message) => {
      const { code, stderr } = run(args);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    });

    it('still checks the paths that exist', () => {
      const { code, stdout } = run(['check', 'content/nowhere', warned]);
      expect(code).toBe(2);
      expect(stdout).toContain('(unlinked-grade)');
    });

    it('says which file is too large to be read, and goes on', () => {
      const large = 'content/job-families/kitchen/large.md';
      const { folder: own, remove: removeOwn } = diskWorkspace({
        [clean]: cleanPage,
        [large]: cleanPage + '- Cook\n'.repeat(3_000_000),
      });
      try {
        const { code, stdout, stderr } = run(['check', '.'], own);
        expect(stderr).toMatch(/large\.md: not read: larger than 20 MB/);
        expect(stdout).toContain('1 job family: no findings');
        expect(code).toBe(0);
      } finally {
        removeOwn();
      }
    });

    it('says that a page is no job family, and goes on', () => {
      const { code, stdout, stderr } = run(['check', 'notes.md', clean]);
      expect(code).toBe(0);
      expect(stderr).toMatch(/notes\.md: is no job family/);
      expect(stdout).toContain('1 job family: no findings');
    });
  });

  it('tells its commands and its version', () => {
    expect(run([]).stdout).toContain('job-family check [PATH…]');
    expect(run(['check', '--help']).stdout).toContain('--fail-on');
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
    expect(run(['--version']).stdout.trim()).toBe(version);
  });
});
