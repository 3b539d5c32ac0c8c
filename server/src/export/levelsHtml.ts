import { type Html, html } from '../ladder/html.ts';
import type { LevelView } from '../ladder/ladderView.ts';
import type { LevelSection } from '../ladder/levelSection.ts';
import type { LinkAttributes } from '../ladder/markdownHtml.ts';
import type { LadderStrings } from '../ladder/strings.ts';
import { documentBlocks, documentBullets } from './documentBlocks.ts';
import type { DocumentLinks } from './documentLinks.ts';
import type { ExportedFamily } from './exportedFamily.ts';
import { familySections } from './familySections.ts';
import { heading } from './heading.ts';

/** A family level by level, lowest first, each with all that it amounts to: what it inherits with where it comes from, then its own. */
export function levelsHtml(family: ExportedFamily, links: DocumentLinks, depth: number, strings: LadderStrings): Html {
  const { view } = family;
  const link = links.linksOf(family);
  const group = { title: strings.wholeFamily, note: undefined, depth, className: 'shared' };
  const base = { title: strings.base, note: strings.baseNote, depth, className: 'base' };
  return html`${view.levels.length === 0 ? familySections(view, view.base, base, link, strings) : undefined}${view.levels.map(level => levelHtml(family, level, links, link, depth, strings))}${familySections(view, view.shared, group, link, strings)}`;
}

function levelHtml(
  family: ExportedFamily,
  level: LevelView,
  links: DocumentLinks,
  link: LinkAttributes,
  depth: number,
  strings: LadderStrings,
): Html {
  const grade = level.grade === undefined ? (level.label ?? strings.noGrade) : strings.gradeNumber(level.grade.number);
  const titleOf = (section: LevelSection): string =>
    family.view.sections.find(one => one.kind === section.kind)?.title ?? section.kind;
  const sections = level.sections.map(
    section => html`${heading(depth + 1, titleOf(section))}\n${sectionHtml(section, link, strings)}`,
  );
  return html`<section class="level">
${heading(depth, level.title, { id: links.levelId(family, level.id) })}
<p class="meta">${grade} · ${strings.track(level.track)}</p>
${sections}</section>
`;
}

function sectionHtml(section: LevelSection, link: LinkAttributes, strings: LadderStrings): Html {
  const inherited = section.inherited.map(group => {
    const name = group.level ?? strings.base;
    const from = group.family === undefined ? name : `${name}, ${strings.fromFamily(group.family)}`;
    return html`<div class="inherited full">\n<p class="note">${strings.inheritedFrom(group.bullets.length, [from])}</p>\n${documentBullets(group.bullets, link, strings)}\n</div>\n`;
  });
  const own =
    section.blocks.length > 0 ? html`<div class="own">\n${documentBlocks(section.blocks, link, strings)}\n</div>\n` : undefined;
  return html`${inherited}${own}`;
}
