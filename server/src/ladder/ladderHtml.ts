import type { LadderShown } from '../lsp/messages.ts';
import { filteredView } from './filteredView.ts';
import { gradeScaleHtml } from './gradeScaleHtml.ts';
import { type Html, html, joinHtml, part } from './html.ts';
import type { LadderView } from './ladderView.ts';
import { levelHtml } from './levelHtml.ts';
import type { LevelReading } from './levelReading.ts';
import { matrixHtml } from './matrixHtml.ts';
import type { NextFamily } from './nextFamilies.ts';
import { type LadderStrings, ladderStrings } from './strings.ts';
import { toolbarHtml } from './toolbarHtml.ts';
import { findingList, sourceButton } from './viewParts.ts';

/** What a pane shows where it has not said so. */
export const everythingShown: LadderShown = { view: 'ladder', inherited: true };

/** What the pane's body is made of besides the view. */
export interface LadderBody {
  readonly shown: LadderShown;
  /** The text of the level that is shown; only the level view needs it. */
  readonly reading?: LevelReading | undefined;
  /** There is something to write before a ladder can be drawn, and a button may do it. */
  readonly canWrite?: boolean;
}

/**
 * The body of the ladder pane: its toolbar and one of its views, without script, style or anything that loads. Every element with
 * `data-line` (counted from 0) leads to that line of the page, or of the page that its `data-uri` names; `data-href` holds a web
 * address. Controls carry `data-view`, `data-level-choice`, `data-filter`, `data-inherited`, `data-write`, `data-clear`.
 */
export function ladderHtml(
  view: LadderView,
  { shown, reading, canWrite = false }: LadderBody = { shown: everythingShown },
  strings: LadderStrings = ladderStrings(),
): string {
  const level = levelShown(view, shown);
  return html`${part(html`<header id="pane-head">${titleHtml(view, strings)}${summaryHtml(view, strings)}${toolbarHtml(view, shown, level?.id, strings)}</header>`)}${emptyState(view, canWrite, strings)}<section class="view" id="view-${shown.view}" aria-labelledby="view-name"><h2 class="unseen" id="view-name">${strings.viewName(shown.view)}</h2>${contentHtml(view, shown, reading, strings)}</section>`
    .text;
}

/** The level that the level view shows: the one that was chosen, else the lowest. */
export function levelShown(view: LadderView, shown: LadderShown): LadderView['levels'][number] | undefined {
  return view.levels.find(one => one.id === shown.level) ?? view.levels[0];
}

function contentHtml(
  view: LadderView,
  shown: LadderShown,
  reading: LevelReading | undefined,
  strings: LadderStrings,
): Html | undefined {
  if (shown.view === 'level') {
    const level = levelShown(view, shown);
    return level && reading && levelHtml(level, reading, shown.inherited, strings);
  }
  const left = filteredView(view, shown.filter ?? {});
  const nothingLeft =
    view.levels.length > 0 && (shown.view === 'ladder' ? left.levels : left.sections).length === 0 && hasFilter(shown)
      ? html`<p class="empty-state" id="nothing-left">${strings.nothingLeft} <button type="button" class="action" data-clear>${strings.clearFilter}</button></p>`
      : undefined;
  if (nothingLeft) return nothingLeft;
  if (shown.view === 'matrix')
    return left.sections.length > 0 ? matrixHtml(left, shown.inherited ? 'all' : new Set(shown.unfolded), strings) : undefined;
  return html`${nextHtml(view.nextFamilies, strings)}${left.levels.length > 0 ? gradeScaleHtml(left, shown.inherited, strings) : undefined}`;
}

function hasFilter({ filter }: LadderShown): boolean {
  return Object.values(filter ?? {}).some(part => part !== undefined && part !== '');
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
function emptyState(view: LadderView, canWrite: boolean, strings: LadderStrings): Html | undefined {
  const noLevels = view.levels.length === 0;
  if (!noLevels && (!view.needsGrades || view.levels.some(level => level.grade))) return undefined;
  const write = canWrite ? html` <button type="button" class="action" data-write>${strings.addJobGrade}</button>` : undefined;
  if (noLevels) return html`<p class="empty-state" id="empty-state">${strings.noLevels}${write}</p>`;
  return html`<p class="empty-state" id="empty-state">${strings.noGrades}${write}</p>`;
}

function nextHtml(families: readonly NextFamily[], strings: LadderStrings): Html | undefined {
  if (families.length === 0) return undefined;
  const links = families.map(({ title, target, place }) => {
    if (target.type === 'place') return html`<li>${sourceButton(target.place, `${title} \u2192`, strings)}</li>`;
    return html`<li>${sourceButton(place, html`<span class="missing">${title}</span>`, strings)} <span class="remark">${strings.pageMissing}</span></li>`;
  });
  return html`<div class="next-families"><span id="next-families">${strings.nextFamilies}</span><ul aria-labelledby="next-families">${links}</ul></div>`;
}
