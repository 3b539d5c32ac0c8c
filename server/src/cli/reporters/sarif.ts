import type { Finding, Severity } from '../../rules/finding.ts';
import { documentRules, rules } from '../../rules/registry.ts';
import type { Rule } from '../../rules/rule.ts';
import { fingerprintsOf, type ReportedPage, type Reporter, reportedRange, uriOfPath } from './reportedPage.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Record<Severity | 'off', 'error' | 'warning' | 'note' | 'none'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** SARIF 2.1.0, which GitHub's code scanning and many editors read. Paths count from the folder the program ran in. */
export const sarifReport: Reporter = (pages, { version, ruleText }) => {
  const all: readonly Pick<Rule, 'code' | 'summary' | 'severity'>[] = [...rules, ...documentRules];
  const told = new Set(pages.flatMap(page => page.findings.map(finding => finding.code)));
  const indexOf = new Map(all.map(({ code }, index) => [code, index]));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'job-family',
            semanticVersion: version,
            rules: all.map(rule => sarifRule(rule, told.has(rule.code) ? ruleText(rule.code) : undefined)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: pages.flatMap(page => {
          const fingerprints = fingerprintsOf(page);
          return page.findings.map((finding, at) => sarifResult(page, finding, indexOf.get(finding.code), fingerprints[at]!));
        }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function sarifRule({ code, summary, severity }: Pick<Rule, 'code' | 'summary' | 'severity'>, text: string | undefined): object {
  return {
    id: code,
    shortDescription: { text: summary },
    defaultConfiguration: { level: LEVELS[severity], enabled: severity !== 'off' },
    ...(text === undefined ? {} : { help: { text: summary, markdown: text } }),
  };
}

function sarifResult(page: ReportedPage, finding: Finding, ruleIndex: number | undefined, fingerprint: string): object {
  const { start, end } = reportedRange(page, finding.span);
  return {
    ruleId: finding.code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOfPath(page.path), uriBaseId: '%SRCROOT%' },
          region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        },
      },
    ],
    partialFingerprints: { 'jobFamily/v1': fingerprint },
  };
}
