import type { Finding } from '../../rules/finding.ts';
import { type ReportedPage, type Reporter, type ReportSource, reportedRange } from './reportedPage.ts';

/**
 * JUnit's XML, which nearly every pipeline shows as tests: a suite a page, and a failure each finding that makes the check fail. What
 * else is told stands in the suite's output. A page without failures is one test that passed. Its form is one that the schema of Ant
 * and that of Jenkins both allow.
 */
export const junitReport: Reporter = (pages, source) => {
  const suites = pages.map((page, id) => suiteOf(page, id, source));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
};

function suiteOf(page: ReportedPage, id: number, source: ReportSource): string {
  const failures = page.findings.filter(source.fails);
  const others = page.findings.filter(finding => !source.fails(finding)).map(finding => escaped(`${line(page, finding)}\n`));
  const attributes = attributesOf({
    package: 'job-family',
    id,
    name: page.path,
    timestamp: source.time.toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: Math.max(failures.length, 1),
    failures: failures.length,
    errors: 0,
    time: 0,
  });
  const cases =
    failures.length === 0
      ? [`    <testcase${attributesOf({ name: 'check', classname: page.path, time: 0 })}/>\n`]
      : failures.map(finding => failedCase(page, finding));
  return `  <testsuite${attributes}>
    <properties><property${attributesOf({ name: 'version', value: source.version })}/></properties>
${cases.join('')}    <system-out>${others.join('')}</system-out>
    <system-err/>
  </testsuite>
`;
}

function failedCase(page: ReportedPage, finding: Finding): string {
  const { start } = reportedRange(page, finding.span);
  const name = attributesOf({ name: `${finding.code} at ${start.line}:${start.column}`, classname: page.path, time: 0 });
  const failure = attributesOf({ message: finding.message, type: finding.code });
  return `    <testcase${name}><failure${failure}>${escaped(line(page, finding))}</failure></testcase>\n`;
}

function line(page: ReportedPage, finding: Finding): string {
  const { start } = reportedRange(page, finding.span);
  return `${page.path}:${start.line}:${start.column} ${finding.severity} ${finding.message} (${finding.code})`;
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** Text as XML takes it; characters that XML cannot hold at all, such as lone surrogates, become the replacement character. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"\n\r\t]/g, character => `&#${character.charCodeAt(0)};`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
