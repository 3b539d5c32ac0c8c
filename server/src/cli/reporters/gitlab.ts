import type { Severity } from '../../rules/finding.ts';
import { fingerprintsOf, type Reporter, reportedRange } from './reportedPage.ts';

const SEVERITIES: Record<Severity, 'major' | 'minor' | 'info'> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};

/** GitLab's Code Quality report: shown in merge requests, where the fingerprints tell new findings from old ones. */
export const gitlabReport: Reporter = pages => {
  const issues = pages.flatMap(page => {
    const fingerprints = fingerprintsOf(page);
    return page.findings.map((finding, at) => {
      const { start, end } = reportedRange(page, finding.span);
      return {
        description: finding.message,
        check_name: finding.code,
        fingerprint: fingerprints[at],
        severity: SEVERITIES[finding.severity],
        location: { path: page.path, lines: { begin: start.line, end: end.line } },
      };
    });
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
};
