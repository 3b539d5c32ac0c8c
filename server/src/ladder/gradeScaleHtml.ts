import type { SectionKind } from '../profile/profile.ts';
import type { ExtendsNote } from './extendsNote.ts';
import { attributes, type Html, html, joinHtml, part } from './html.ts';
import type { LadderView, LevelView } from './ladderView.ts';
import { placeAttributes } from './markdownHtml.ts';
import type { LadderStrings } from './strings.ts';
import { findingCounts, findingList, sourceButton } from './viewParts.ts';

/** Findings that a card tells in words; of more it tells the rest when unfolded. */
const MOST_FINDINGS = 2;

/**
 * The ladder: the grade scale upwards, one row a step, one lane a track, one card a level; below them the base, once. In a
 * narrow pane lanes stand below each other: each cell knows its own. `inherited`: cards count what is inherited too.
 */
export function gradeScaleHtml(view: LadderView, inherited: boolean, strings: LadderStrings): Html {
  const rows = view.steps.map(step => {
    const cells = view.tracks.map(track => {
      const cards = step.levels.filter(level => level.track === track).map(level => cardHtml(view, level, inherited, strings));
      const lane = view.tracks.length > 1 && cards.length > 0 ? strings.track(track) : undefined;
      return html`<td${attributes({ 'data-lane': lane })}>${cards.length > 0 ? html`<div class="cards">${cards}</div>` : html`<span class="none" aria-hidden="true">·</span>`}</td>`;
    });
    const head =
      step.grade === undefined
        ? html`<span class="no-grade">${step.levels[0]!.label ?? strings.noGrade}</span>`
        : sourceButton(step.levels[0]!.grade!.place, String(step.grade), strings, { label: strings.gradeNumber(step.grade) });
    return html`<tr><th scope="row">${head}</th>${cells}</tr>`;
  });
  const lanes = view.tracks.map(track => html`<th scope="col">${strings.track(track)}</th>`);
  return html`<table class="scale"><thead><tr><th scope="col">${strings.grade}</th>${lanes}</tr></thead><tbody>${rows}${baseRow(view, strings)}</tbody></table><div class="extends-lines" id="extends-lines" aria-hidden="true"></div>`;
}

/** What stands over the levels, with its bullets counted. */
function baseRow(view: LadderView, strings: LadderStrings): Html | undefined {
  const [first] = view.base;
  if (!first) return undefined;
  const counts = view.base.map(({ kind, place, blocks }) => {
    const own = blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.bullets.length : 0), 0);
    return html`<li>${sourceButton(place, strings.bullets(kind, sectionTitle(view, kind), own), strings)}</li>`;
  });
  return html`<tr class="base"><th scope="row">${sourceButton(first.place, strings.base, strings)}</th><td colspan="${Math.max(view.tracks.length, 1)}"><ul class="counts">${counts}</ul><p class="note">${strings.baseNote}</p></td></tr>`;
}

function sectionTitle(view: LadderView, kind: SectionKind): string {
  return view.sections.find(one => one.kind === kind)?.title ?? kind;
}

function cardHtml(view: LadderView, level: LevelView, inherited: boolean, strings: LadderStrings): Html {
  const id = `card-${level.id}`;
  const grade = level.grade
    ? sourceButton(level.grade.place, strings.gradeNumber(level.grade.number), strings)
    : html`<span class="no-grade">${level.label ?? strings.noGrade}</span>`;
  return part(
    html`<article class="card source" id="${id}" data-level="${level.id}" aria-labelledby="${id}-title"${placeAttributes(level.place)}><h3>${sourceButton(level.place, html`<span id="${id}-title">${level.title}</span>`, strings, { className: 'title' })}</h3><p class="meta">${grade}${findingCounts(level.findings, strings)}</p>${countsHtml(view, level, inherited, strings)}${level.extends.map(note => extendsHtml(note, strings))}${findingsHtml(level, strings)}</article>`,
  );
}

/** Own and inherited bullets by section; sections without a bullet say nothing here. */
function countsHtml(view: LadderView, level: LevelView, withInherited: boolean, strings: LadderStrings): Html | undefined {
  const counts = level.sections.flatMap(section => {
    if (
      section.kind === 'career-ladder' ||
      section.kind === 'hiring-process' ||
      section.ownCount + (withInherited ? section.inheritedCount : 0) === 0
    )
      return [];
    const place = section.place ?? section.inherited[0]?.place ?? level.place;
    const inherited =
      withInherited && section.inheritedCount > 0
        ? html` <span class="inherited-count">(${strings.inheritedBullets(section.inheritedCount)})</span>`
        : undefined;
    return html`<li>${sourceButton(place, html`${strings.bullets(section.kind, sectionTitle(view, section.kind), section.ownCount)}${inherited}`, strings)}</li>`;
  });
  return counts.length > 0 ? html`<ul class="counts">${counts}</ul>` : undefined;
}

/** A step to the level right below is what one expects and said quietly; everything else says how it differs. */
function extendsHtml(note: ExtendsNote, strings: LadderStrings): Html {
  const name = note.title ?? strings.extendsBase;
  const target = note.target ? sourceButton(note.target, name, strings) : html`<span class="missing">${name}</span>`;
  const remarks = [
    note.family === undefined ? undefined : strings.fromFamily(note.family),
    note.reach === 'skips' ? strings.skipsSteps : undefined,
    note.reach === 'upwards' ? strings.upwards : undefined,
    note.reach === 'itself' ? strings.itself : undefined,
    note.reach === 'unknown' ? strings.unknownLevel : undefined,
  ].filter(remark => remark !== undefined);
  const remark =
    remarks.length > 0
      ? html` <span class="remark">${joinHtml(
          remarks.map(one => html`${one}`),
          ' · ',
        )}</span>`
      : undefined;
  return html`<p class="extends ${note.reach}"${lineOf(note)}>${sourceButton(note.place, strings.extends, strings)} ${target}${remark}</p>`;
}

/** That a line goes to another card, or out of the page: the pane's script draws it where the cards stand. The step to the next level needs none. */
function lineOf({ reach, levelId }: ExtendsNote): Html | undefined {
  if (reach === 'elsewhere') return attributes({ 'data-line-out': '' });
  if (reach === 'skips' || reach === 'upwards') return attributes({ 'data-line-to': levelId });
  return undefined;
}

function findingsHtml(level: LevelView, strings: LadderStrings): Html | undefined {
  if (level.findings.length === 0) return undefined;
  const rest = level.findings.slice(MOST_FINDINGS);
  const folded =
    rest.length > 0
      ? html`<details id="findings-${level.id}"><summary>+${rest.length}</summary>${findingList(rest, strings)}</details>`
      : undefined;
  return html`<div class="card-findings">${findingList(level.findings.slice(0, MOST_FINDINGS), strings)}${folded}</div>`;
}
