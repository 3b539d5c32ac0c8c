import { type Html, html } from '../ladder/html.ts';
import type { LadderView, LevelView, SectionName } from '../ladder/ladderView.ts';
import type { LinkAttributes } from '../ladder/markdownHtml.ts';
import type { LadderStrings } from '../ladder/strings.ts';
import { documentBlocks, documentBullets } from './documentBlocks.ts';
import type { DocumentLinks } from './documentLinks.ts';
import type { ExportedFamily } from './exportedFamily.ts';
import { familySections } from './familySections.ts';

/** As many levels fit beside each other on a sheet of paper that lies; more stand in further tables. */
const MOST_COLUMNS = 5;

/** A family as tables: levels as columns in ladder order, sections as row groups; before them the base, behind them what stands once. */
export function matrixTables(family: ExportedFamily, links: DocumentLinks, depth: number, strings: LadderStrings): Html {
  const { view } = family;
  const link = links.linksOf(family);
  const tables = partsOf(view.levels).map(levels => matrixTable(family, levels, links, link, strings));
  return html`${familySections(view, view.base, { title: strings.base, note: strings.baseNote, depth, className: 'base' }, link, strings)}${tables}${familySections(view, view.shared, { title: strings.wholeFamily, note: undefined, depth, className: 'shared' }, link, strings)}`;
}

/** Levels in parts of nearly the same size. */
function partsOf(levels: readonly LevelView[]): (readonly LevelView[])[] {
  const count = Math.ceil(levels.length / MOST_COLUMNS);
  const size = Math.ceil(levels.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, part) => levels.slice(part * size, (part + 1) * size)).filter(part => part.length > 0);
}

function matrixTable(
  family: ExportedFamily,
  levels: readonly LevelView[],
  links: DocumentLinks,
  link: LinkAttributes,
  strings: LadderStrings,
): Html {
  const { view } = family;
  const heads = levels.map(level => {
    const grade = level.grade === undefined ? (level.label ?? strings.noGrade) : strings.gradeNumber(level.grade.number);
    return html`<th scope="col" id="${links.levelId(family, level.id)}">${level.title}<div class="meta">${grade} · ${strings.track(level.track)}</div></th>\n`;
  });
  const groups = view.sections
    .filter(({ kind }) => levels.some(level => level.sections.some(section => section.kind === kind)))
    .map(section => sectionGroup(view, levels, section, link, strings));
  const className = levels.length > 3 ? 'matrix wide' : 'matrix';
  return html`<div class="scroll"><table class="${className}">
<thead><tr>
${heads}</tr></thead>
${groups}</table></div>
`;
}

function sectionGroup(
  view: LadderView,
  levels: readonly LevelView[],
  { kind, title }: SectionName,
  link: LinkAttributes,
  strings: LadderStrings,
): Html {
  const cells = levels.map(level => html`<td>${cellHtml(view, level, kind, link, strings)}</td>\n`);
  return html`<tbody>
<tr class="section"><th scope="rowgroup" colspan="${levels.length}">${title}</th></tr>
<tr>
${cells}</tr>
</tbody>
`;
}

/** What is inherited, folded, and the level's own. The base is left out: it stands before the table. */
function cellHtml(
  view: LadderView,
  level: LevelView,
  kind: SectionName['kind'],
  link: LinkAttributes,
  strings: LadderStrings,
): Html {
  const section = level.sections.find(one => one.kind === kind);
  const inherited = (section?.inherited ?? []).filter(
    group => group.level !== undefined || group.family !== undefined || view.base.length === 0,
  );
  if (!section || (inherited.length === 0 && section.blocks.length === 0))
    return html`<span class="meta">${section ? strings.baseOnly : strings.none}</span>`;
  const count = inherited.reduce((sum, group) => sum + group.bullets.length, 0);
  const names = inherited.map(group => group.level);
  const folded =
    count > 0
      ? html`<details class="inherited"><summary>${strings.inheritedFrom(count, names)}</summary>${inherited.map(group => documentBullets(group.bullets, link, strings))}</details>`
      : undefined;
  const own =
    section.blocks.length > 0 ? html`<div class="own">${documentBlocks(section.blocks, link, strings)}</div>` : undefined;
  return html`${folded}${own}`;
}
