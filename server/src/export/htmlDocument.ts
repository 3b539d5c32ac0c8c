import { Html, html, joinHtml, withoutControls } from '../ladder/html.ts';
import { type LadderStrings, ladderStrings } from '../ladder/strings.ts';
import { type Department, familiesByDepartment } from './departments.ts';
import { DocumentLinks, onSite } from './documentLinks.ts';
import { documentStyle } from './documentStyle.ts';
import type { ExportedFamily } from './exportedFamily.ts';
import { heading } from './heading.ts';
import { levelsHtml } from './levelsHtml.ts';
import { matrixTables } from './matrixTables.ts';

/** How a family stands in a document: all levels beside each other, or each with all that it amounts to, one after the other. */
export type DocumentView = 'matrix' | 'levels';

/** Families as one HTML file that loads nothing and runs nothing. Several have an index before them. */
export function htmlDocument(
  families: readonly ExportedFamily[],
  title: string,
  view: DocumentView,
  strings: LadderStrings = ladderStrings(),
): string {
  const links = new DocumentLinks(families);
  const departments = familiesByDepartment(families);
  const isOne = families.length === 1;
  const name = title === '' ? strings.untitled : title;
  const parts = departments.flatMap(({ families: some }) =>
    some.map(family => familyHtml(family, links, view, isOne ? 1 : 2, strings)),
  );
  const index = isOne ? undefined : html`<h1>${name}</h1>\n${indexHtml(departments, links, name, strings)}`;
  const document = html`<!DOCTYPE html>
<html lang="${strings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>
${STYLE}</style>
</head>
<body>
<main class="${view}">
${index}${parts}</main>
</body>
</html>
`;
  return withoutControls(document.text);
}

const STYLE = new Html(documentStyle);

function indexHtml(departments: readonly Department[], links: DocumentLinks, title: string, strings: LadderStrings): Html {
  const lists = departments.map(({ department, families }) => {
    const points = families.map(
      family =>
        html`<li><a href="#${links.familyId(family)}">${titleOf(family, strings)}</a> <span class="meta">${summary(family, strings)}</span></li>\n`,
    );
    const name = department === undefined || department === title ? undefined : html`<h2>${department}</h2>\n`;
    return html`${name}<ul>\n${points}</ul>\n`;
  });
  return html`<nav aria-label="${title}">\n${lists}</nav>\n`;
}

function familyHtml(
  family: ExportedFamily,
  links: DocumentLinks,
  view: DocumentView,
  depth: number,
  strings: LadderStrings,
): Html {
  const { view: ladder } = family;
  const address = onSite(family, family.address);
  const source = address === undefined ? undefined : html` · <a href="${address}">${address.replace(/^https:\/\//, '')}</a>`;
  const next = ladder.nextFamilies.map(({ title, target }) => {
    const href = links.hrefOf(family, target);
    return href === undefined ? html`${title}` : html`<a href="${href}">${title}</a>`;
  });
  const nextLine = next.length > 0 ? html`<p>${strings.nextFamilies} ${joinHtml(next, ' · ')}</p>\n` : undefined;
  const empty = ladder.levels.length === 0 ? html`<p>${strings.noLevels}</p>\n` : undefined;
  const body =
    view === 'matrix' ? matrixTables(family, links, depth + 1, strings) : levelsHtml(family, links, depth + 1, strings);
  return html`<article class="family" id="${links.familyId(family)}">
${heading(depth, titleOf(family, strings))}
<p class="meta">${summary(family, strings)}${source}</p>
${nextLine}${empty}${body}</article>
`;
}

function titleOf(family: ExportedFamily, strings: LadderStrings): string {
  return family.title === '' ? strings.untitled : family.title;
}

/** "5 levels · grades 9–12". */
function summary({ view }: ExportedFamily, strings: LadderStrings): string {
  const grades = view.levels.flatMap(level => level.grade?.number ?? []);
  const [lowest, highest] = [Math.min(...grades), Math.max(...grades)];
  const range =
    grades.length === 0 ? [] : [lowest === highest ? strings.gradeNumber(lowest) : `${strings.gradesFrom(lowest)}–${highest}`];
  return [strings.levels(view.levels.length), ...range].join(' · ');
}
