import { gradeScaleHtml } from './gradeScaleHtml.ts';
import { type Html, html, joinHtml } from './html.ts';
import type { LadderView } from './ladderView.ts';
import { matrixHtml } from './matrixHtml.ts';
import type { NextFamily } from './nextFamilies.ts';
import { englishStrings, type LadderStrings } from './strings.ts';
import { findingList, sourceButton } from './viewParts.ts';

/**
 * The body of the ladder pane: Ladder and Matrix in one document, without script, style or anything that loads. Its script
 * shows one view at a time; without it both are shown. Every element with `data-line` (counted from 0) leads to that line of
 * the page, or of the page that its `data-uri` names; `data-href` holds a web address.
 */
export function ladderHtml(view: LadderView, strings: LadderStrings = englishStrings): string {
  const empty = emptyState(view, strings);
  return html`<header>${titleHtml(view, strings)}${summaryHtml(view, strings)}<div class="view-switch" role="group" aria-label="${strings.views}" hidden><button type="button" data-view="ladder" aria-pressed="true">${strings.ladder}</button><button type="button" data-view="matrix" aria-pressed="false">${strings.matrix}</button></div></header>${empty}<section class="view" id="view-ladder" data-view-panel="ladder" aria-labelledby="view-ladder-name"><h2 id="view-ladder-name">${strings.ladder}</h2>${nextHtml(view.nextFamilies, strings)}${view.levels.length > 0 ? gradeScaleHtml(view, strings) : undefined}</section><section class="view" id="view-matrix" data-view-panel="matrix" aria-labelledby="view-matrix-name"><h2 id="view-matrix-name">${strings.matrix}</h2>${view.sections.length > 0 ? matrixHtml(view, strings) : undefined}</section>`
    .text;
}

function titleHtml(view: LadderView, strings: LadderStrings): Html {
  return html`<h1>${sourceButton(view.titlePlace, view.title === '' ? strings.untitled : view.title, strings, { className: 'title' })}</h1>`;
}

/** "5 levels · grades 9–12 · 2 findings", each leading to its first place; the findings unfold. */
function summaryHtml(view: LadderView, strings: LadderStrings): Html {
  const first = view.levels[0];
  const graded = view.levels.flatMap(level => level.grade ?? []);
  const lowest = graded[0];
  const highest = graded.at(-1);
  const parts: Html[] = [
    first ? sourceButton(first.place, strings.levels(view.levels.length), strings) : html`${strings.levels(0)}`,
  ];
  if (lowest && highest) {
    const one = lowest.number === highest.number;
    const from = sourceButton(
      lowest.place,
      one ? strings.gradeNumber(lowest.number) : strings.gradesFrom(lowest.number),
      strings,
    );
    const to = sourceButton(highest.place, String(highest.number), strings, { label: strings.gradeNumber(highest.number) });
    parts.push(one ? from : html`${from}–${to}`);
  }
  const findings =
    view.findings.length > 0
      ? html`<details class="page-findings" id="page-findings"><summary>${strings.findings(view.findings.length)}</summary>${findingList(view.findings, strings)}</details>`
      : undefined;
  if (!findings) parts.push(html`${strings.findings(0)}`);
  return html`<div class="summary"><span>${joinHtml(parts, ' · ')}</span>${findings}</div>`;
}

/** What to write next, where the ladder has nothing to stand on. */
function emptyState(view: LadderView, strings: LadderStrings): Html | undefined {
  if (view.levels.length === 0) return html`<p class="empty-state">${strings.noLevels}</p>`;
  if (view.levels.some(level => level.grade)) return undefined;
  return html`<p class="empty-state">${strings.noGrades} ${sourceButton(view.levels[0]!.place, view.levels[0]!.title, strings)}</p>`;
}

function nextHtml(families: readonly NextFamily[], strings: LadderStrings): Html | undefined {
  if (families.length === 0) return undefined;
  const links = families.map(({ title, target, place }) => {
    if (target.type === 'place') return html`<li>${sourceButton(target.place, `${title} \u2192`, strings)}</li>`;
    return html`<li>${sourceButton(place, html`<span class="missing">${title}</span>`, strings)} <span class="remark">${strings.pageMissing}</span></li>`;
  });
  return html`<div class="next-families"><span id="next-families">${strings.nextFamilies}</span><ul aria-labelledby="next-families">${links}</ul></div>`;
}
