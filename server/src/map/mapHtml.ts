import { attributes, type Html, html, htmlWithin } from '../ladder/html.ts';
import type { CareerMap, MapEdge, MapFamily, MapLevel } from './careerMap.ts';
import { type MapStrings, mapStrings } from './mapStrings.ts';
import { mapSvg } from './mapSvg.ts';

/** How far a map of one family reaches at most, in steps. */
const MOST_STEPS = 3;

/**
 * The body of the map's panel, without script, style or anything that loads: the drawing, and the same as a list. Every element
 * with `data-line` (counted from 0) leads to that line of the page that its `data-uri` names. Its buttons (`data-scope`,
 * `data-steps`) work by the page's script, which shows them. `department`: the focus family's, undefined where it is in none.
 */
export function mapHtml(map: CareerMap, department: string | undefined, strings: MapStrings = mapStrings()): string {
  const leftOut = map.leftOut > 0 ? html`<p class="note">${strings.leftOut(map.leftOut)}</p>` : undefined;
  const alone = map.families.length < 2 ? html`<p class="empty-state">${strings.alone}</p>` : undefined;
  return html`<header><h1>${strings.title(map.title)}</h1>${scopesHtml(department, strings)}</header>${alone}${leftOut}<div class="drawing" id="map-drawing">${mapSvg(map, paneLink, strings)}</div><section aria-labelledby="map-list"><h2 id="map-list">${strings.asList}</h2>${map.families.map(family => familyHtml(map, family, strings))}</section>`
    .text;
}

function scopesHtml(department: string | undefined, strings: MapStrings): Html {
  const steps = Array.from({ length: MOST_STEPS }, (_, index) => index + 1);
  const buttons = steps.map(
    count =>
      html`<button type="button" class="tool" data-scope="family" data-steps="${count}" aria-pressed="false">${strings.steps(count)}</button>`,
  );
  const whole =
    department === undefined
      ? undefined
      : html`<button type="button" class="tool" data-scope="department" data-steps="1" aria-pressed="false">${strings.department(department)}</button>`;
  return html`<div class="tools" role="group" aria-label="${strings.scope}" hidden>${buttons}${whole}</div>`;
}

const paneLink = (family: MapFamily, level: MapLevel | undefined): Readonly<Record<string, string | number>> => ({
  role: 'link',
  tabindex: 0,
  'data-uri': family.uri,
  'data-line': level?.line ?? 0,
});

/** A family with its levels, where it leads and what leads to it, for whoever does not see the drawing. */
function familyHtml(map: CareerMap, family: MapFamily, strings: MapStrings): Html {
  const out = map.edges.filter(edge => edge.from === family.uri);
  const into = map.edges.filter(edge => edge.to === family.uri);
  const points = [
    ...out.map(edge => edgeHtml(map, edge, edge.to, strings.edgeTo, edge.fromLevels, edge.toLevels, strings)),
    ...into.map(edge => edgeHtml(map, edge, edge.from, strings.edgeFrom, edge.toLevels, edge.fromLevels, strings)),
  ];
  const mark = family.place === 'focus' ? html` <span class="remark">${strings.thisFamily}</span>` : undefined;
  const levels = [...family.levels]
    .sort((a, b) => (b.grade ?? 0) - (a.grade ?? 0))
    .map(
      level =>
        html`<li>${linkHtml(family, level, level.title)} <span class="note">${level.grade === undefined ? strings.noGrade : strings.grade(level.grade)}</span></li>`,
    );
  const links = points.length > 0 ? html`<ul class="links">${points}</ul>` : html`<p class="note">${strings.noLinks}</p>`;
  return html`<article class="listed"><h3>${linkHtml(family, undefined, titleOf(family, strings))}${mark}</h3>${levels.length > 0 ? html`<ul class="levels">${levels}</ul>` : undefined}${links}</article>`;
}

function edgeHtml(
  map: CareerMap,
  edge: MapEdge,
  otherUri: string,
  said: MapStrings['edgeTo'],
  ownAnchors: readonly string[],
  otherAnchors: readonly string[],
  strings: MapStrings,
): Html {
  const other = map.families.find(family => family.uri === otherUri)!;
  const own = map.families.find(family => family.uri === (edge.from === otherUri ? edge.to : edge.from))!;
  const named = titles(other, otherAnchors);
  const whose = titles(own, ownAnchors);
  const subject = whose === '' ? undefined : html`${whose}: `;
  const object = named === '' ? undefined : html` <span class="note">(${named})</span>`;
  const words = htmlWithin(slot => said(edge.kind, slot), linkHtml(other, undefined, titleOf(other, strings)));
  return html`<li>${subject}${words}${object}</li>`;
}

function titles(family: MapFamily, anchors: readonly string[]): string {
  return family.levels
    .filter(level => anchors.includes(level.anchor))
    .map(level => level.title)
    .join(' · ');
}

function titleOf(family: MapFamily, strings: MapStrings): string {
  return family.title === '' ? strings.untitled : family.title;
}

function linkHtml(family: MapFamily, level: MapLevel | undefined, words: string): Html {
  return html`<button type="button" class="to-source"${attributes({ 'data-uri': family.uri, 'data-line': level?.line ?? 0 })}>${words}</button>`;
}
