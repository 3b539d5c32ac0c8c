import { blocksHtml, bulletList } from './blockHtml.ts';
import { attributes, type Html, html, part } from './html.ts';
import type { FamilySection, LadderView, LevelView, SectionName } from './ladderView.ts';
import type { LevelSection } from './levelSection.ts';
import { inlineHtml, placeAttributes } from './markdownHtml.ts';
import type { LadderStrings } from './strings.ts';
import { findingCounts, sourceButton } from './viewParts.ts';

/** What of what is inherited is unfolded: all of it, or what has these ids. What is folded is only named, since on a long ladder it is most of the text. */
export type Unfolded = 'all' | ReadonlySet<string>;

/** The id of the base's column; no level has it, since theirs begin with no dot. */
const BASE_COLUMN = '.base';

/** The matrix: levels as columns in ladder order, sections as row groups. What is inherited is folded, unless it is `unfolded`. */
export function matrixHtml(view: LadderView, unfolded: Unfolded, strings: LadderStrings): Html {
  const columns = view.levels.length + (view.base.length > 0 ? 1 : 0);
  const head = html`<thead><tr>${baseHead(view, strings)}${view.levels.map(level => levelHead(level, strings))}</tr></thead>`;
  const groups = view.sections.map(section => sectionGroup(view, section, Math.max(columns, 1), unfolded, strings));
  return html`${columnSwitch(view, strings)}<table class="matrix">${columns > 0 ? head : undefined}${groups}</table>`;
}

/** On a narrow pane one column is shown at a time; the pane's script shows these buttons there, and makes them work. */
function columnSwitch(view: LadderView, strings: LadderStrings): Html | undefined {
  const columns = [
    ...(view.base.length > 0 ? [{ id: BASE_COLUMN, title: strings.base }] : []),
    ...view.levels.map(({ id, title }) => ({ id, title })),
  ];
  if (columns.length < 2) return undefined;
  return html`<div class="column-switch" role="group" aria-label="${strings.columnShown}">${columns.map(({ id, title }) => html`<button type="button" data-show-column="${id}" aria-pressed="false">${title}</button>`)}</div>`;
}

function baseHead(view: LadderView, strings: LadderStrings): Html | undefined {
  const first = view.base[0];
  return (
    first &&
    html`<th scope="col" id="head-${BASE_COLUMN}" data-column="${BASE_COLUMN}">${sourceButton(first.place, strings.base, strings, { className: 'title' })}<div class="meta">${strings.baseNote}</div></th>`
  );
}

function levelHead(level: LevelView, strings: LadderStrings): Html {
  const grade = level.grade
    ? sourceButton(level.grade.place, strings.gradeNumber(level.grade.number), strings)
    : html`<span class="no-grade">${level.label ?? strings.noGrade}</span>`;
  return part(
    html`<th scope="col" id="head-${level.id}" data-level="${level.id}" data-column="${level.id}">${sourceButton(level.place, level.title, strings, { className: 'title' })}<div class="meta">${grade}${findingCounts(level.findings, strings)}</div></th>`,
  );
}

function sectionGroup(
  view: LadderView,
  { kind, title }: SectionName,
  columns: number,
  unfolded: Unfolded,
  strings: LadderStrings,
): Html {
  const base = view.base.filter(section => section.kind === kind);
  const shared = view.shared.filter(section => section.kind === kind);
  const hasLevels = base.length > 0 || view.levels.some(level => level.sections.some(section => section.kind === kind));
  const name = shared[0] && !hasLevels ? sourceButton(shared[0].place, title, strings) : title;
  const cells = html`<tr>${view.base.length > 0 ? html`<td data-column="${BASE_COLUMN}" id="cell-${kind}-${BASE_COLUMN}">${familyBlocks(base, `base.${kind}`, strings)}</td>` : undefined}${view.levels.map(level => levelCell(view, level, kind, unfolded, strings))}</tr>`;
  const whole = html`<tr><td class="shared" colspan="${columns}"><div class="reading"><p class="note">${strings.wholeFamily}</p>${familyBlocks(shared, `shared.${kind}`, strings)}</div></td></tr>`;
  return html`<tbody><tr class="section"><th scope="rowgroup" colspan="${columns}" id="section-${kind}"><span class="section-name">${name}</span></th></tr>${hasLevels ? cells : undefined}${shared.length > 0 ? whole : undefined}</tbody>`;
}

function familyBlocks(sections: readonly FamilySection[], id: string, strings: LadderStrings): Html {
  if (sections.length === 0) return emptyCell(strings);
  return html`${sections.map((section, index) => blocksHtml(section.blocks, `${id}.${index + 1}`, strings))}`;
}

function levelCell(
  view: LadderView,
  level: LevelView,
  kind: SectionName['kind'],
  unfolded: Unfolded,
  strings: LadderStrings,
): Html {
  const section = level.sections.find(one => one.kind === kind);
  const id = `cell-${kind}-${level.id}`;
  const content = section
    ? html`${inheritedHtml(view, section, level, unfolded, strings)}${ownHtml(section, level, strings)}`
    : emptyCell(strings);
  return part(html`<td data-column="${level.id}" data-level="${level.id}" id="${id}">${content}</td>`);
}

function ownHtml(section: LevelSection, level: LevelView, strings: LadderStrings): Html | undefined {
  if (section.blocks.length === 0) return undefined;
  return html`<div class="own" role="group" aria-label="${strings.newHere}">${blocksHtml(section.blocks, `own-${section.kind}-${level.id}`, strings)}</div>`;
}

/** What is inherited, folded. The base is left out where it has a column of its own. */
function inheritedHtml(
  view: LadderView,
  section: LevelSection,
  level: LevelView,
  unfolded: Unfolded,
  strings: LadderStrings,
): Html | undefined {
  const inherited = section.inherited.filter(
    group => group.level !== undefined || group.family !== undefined || view.base.length === 0,
  );
  const count = inherited.reduce((sum, group) => sum + group.bullets.length, 0);
  const extending = section.extending.map(
    ({ place, text }) =>
      html`<p class="source extending"${strings.ofPage}${placeAttributes(place)}>${sourceButton(place, '\u21B3', strings, { className: 'mark', label: text.plain })}${inlineHtml(text)}</p>`,
  );
  if (count === 0) return extending.length > 0 ? html`<div class="inherited">${extending}</div>` : undefined;
  const id = `inherited-${section.kind}-${level.id}`;
  const isOpen = unfolded === 'all' || unfolded.has(id);
  const groups = (isOpen ? inherited : []).map((group, index) => {
    const name = group.level ?? strings.base;
    const from = sourceButton(
      group.place,
      group.family === undefined ? name : `${name}, ${strings.fromFamily(group.family)}`,
      strings,
    );
    return html`<p class="from">${from}</p>${bulletList(group.bullets, `${id}.${index + 1}`, strings)}`;
  });
  return html`<details class="inherited" id="${id}"${attributes({ open: isOpen ? '' : undefined })}><summary>${strings.inheritedFrom(
    count,
    inherited.map(group => group.level),
  )}</summary>${isOpen ? extending : undefined}${groups}</details>`;
}

function emptyCell(strings: LadderStrings): Html {
  return html`<span class="none"><span aria-hidden="true">–</span><span class="unseen">${strings.none}</span></span>`;
}
