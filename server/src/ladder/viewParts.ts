import type { FindingMark } from './findingMarks.ts';
import { SEVERITIES } from './findingMarks.ts';
import { attributes, type Html, html } from './html.ts';
import { placeAttributes } from './markdownHtml.ts';
import type { SourcePlace } from './richText.ts';
import type { LadderStrings } from './strings.ts';

// What both views of the ladder are made of.

/** A button that leads to a place in the source. `label`: what assistive technology says in place of the content. */
export function sourceButton(
  place: SourcePlace,
  content: string | Html,
  strings: Pick<LadderStrings, 'line'>,
  options: { readonly className?: string; readonly label?: string } = {},
): Html {
  const className = options.className === undefined ? 'to-source' : `to-source ${options.className}`;
  return html`<button type="button"${attributes({ class: className, 'aria-label': options.label, title: strings.line(place.line) })}${placeAttributes(place)}>${content}</button>`;
}

/** Marks of the severities, told apart by shape and not by colour alone. They are texts, so that no font makes pictures of them. */
const MARKS: Readonly<Record<FindingMark['severity'], string>> = {
  error: '\u2715',
  warning: '\u26A0\uFE0E',
  information: '\u2139\uFE0E',
  hint: '\u2026',
};

/**
 * A button that shows a sign, and is called by its label: as text that is not seen, since a name by `aria-label` must hold all
 * text that is seen (WCAG 2.5.3, Label in Name), and a sign cannot be spoken.
 */
function findingButton(severity: FindingMark['severity'], line: number, seen: string, label: string): Html {
  const sign = html`<span class="mark">${MARKS[severity]}</span>${seen}`;
  return html` <button type="button" class="to-source finding ${severity}" data-line="${line}" title="${label}"><span aria-hidden="true">${sign}</span><span class="unseen">${label}</span></button>`;
}

/** The findings of a bullet: one mark each, its message as the tooltip. */
export function findingMarks(findings: readonly FindingMark[], strings: LadderStrings): Html[] {
  return findings.map(({ severity, line, message }) =>
    findingButton(severity, line, '', `${strings.severity(severity)}: ${message}`),
  );
}

/** How many findings there are of each severity: one button each, leading to the first. */
export function findingCounts(findings: readonly FindingMark[], strings: LadderStrings): Html[] {
  return SEVERITIES.flatMap(severity => {
    const some = findings.filter(finding => finding.severity === severity);
    const first = some[0];
    if (!first) return [];
    const label = `${some.length} × ${strings.severity(severity)}: ${some.map(finding => finding.message).join(' · ')}`;
    return findingButton(severity, first.line, ` ${some.length}`, label);
  });
}

/** Findings in words, each leading to its place. */
export function findingList(findings: readonly FindingMark[], strings: LadderStrings): Html {
  const points = findings.map(
    finding =>
      html`<li class="finding ${finding.severity}"><span class="mark" role="img" aria-label="${strings.severity(finding.severity)}">${MARKS[finding.severity]}</span> ${sourceButton({ uri: undefined, line: finding.line }, finding.message, strings)}</li>`,
  );
  return html`<ul class="findings">${points}</ul>`;
}
