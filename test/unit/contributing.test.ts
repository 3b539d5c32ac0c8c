import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const CODE = 'title-with-full-stop';
const PAGE = 'content/job-families/desk/copy-editor.md';

/** How long the steps may take on a busy machine, in milliseconds. */
const WORKING = 300_000;

describe('a rule added as CONTRIBUTING says', () => {
  const checkout = mkdtempSync(join(tmpdir(), 'job-family-rule-'));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, args, { cwd: checkout, encoding: 'utf8', stdio: 'pipe' });
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(checkout, file), change(readFileSync(join(checkout, file), 'utf8')));

  beforeAll(() => {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
    for (const file of listed.split('\0').filter(file => file !== '' && existsSync(join(root, file)))) {
      mkdirSync(dirname(join(checkout, file)), { recursive: true });
      cpSync(join(root, file), join(checkout, file));
    }
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'dir');
  }, WORKING);
  afterAll(() => rmSync(checkout, { recursive: true, force: true }));

  it('reports, mends, and has its page and setting', { timeout: WORKING }, () => {
    const [, file, code] = /```ts\n\s*\/\/ (server\S+)\n([\s\S]*?)\n {3}```/.exec(
      readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'),
    )!;
    writeFileSync(join(checkout, file!), `${code!.replace(/^ {3}/gm, '')}\n`);
    const [, name] = /export const (\w+)/.exec(code!)!;
    edit(
      'server/src/rules/registry.ts',
      text => `import { ${name} } from './${name}.ts';\n${text.replace('  untidyTitle,\n', `  untidyTitle,\n  ${name},\n`)}`,
    );
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    expect(() => run(vitest, 'run', 'test/rules/docs.test.ts')).toThrow(); // its page is missing
    run('scripts/generate.mjs');
    const texts = Object.keys(JSON.parse(readFileSync(join(checkout, 'l10n/bundle.l10n.json'), 'utf8')));
    edit('l10n/bundle.l10n.de.json', german =>
      JSON.stringify({ ...Object.fromEntries(texts.map(one => [one, one])), ...JSON.parse(german) }),
    );
    run(vitest, 'run', 'test/rules/', 'test/unit/translation.test.ts');
    expect(readFileSync(join(checkout, `docs/rules/${CODE}.md`), 'utf8')).toContain('The title ends with a full stop.');
    expect(readFileSync(join(checkout, 'package.json'), 'utf8')).toContain(CODE);

    run('scripts/build.mjs');
    mkdirSync(dirname(join(checkout, PAGE)), { recursive: true });
    writeFileSync(join(checkout, PAGE), '---\ntitle: Copy Editor.\n---\n');
    const report = JSON.parse(run('dist/cli.js', 'check', '--fail-on', 'never', '--format', 'json', PAGE));
    expect(report.findings).toContainEqual(expect.objectContaining({ code: CODE, fixable: true }));
  });
});
