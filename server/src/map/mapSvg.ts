import { attributes, type Html, html } from '../ladder/html.ts';
import type { CareerMap, EdgeKind, MapFamily, MapLevel } from './careerMap.ts';
import { BOX_WIDTH, type MapBox, type MapLayout, mapLayout, SCALE_WIDTH, type TextLine } from './mapLayout.ts';
import type { MapStrings } from './mapStrings.ts';

/** The attributes that make an element lead to a family or to one of its levels; undefined where there is nowhere to go. */
export type MapLinks = (family: MapFamily, level: MapLevel | undefined) => Readonly<Record<string, string | number>> | undefined;

export const edgeKinds: readonly EdgeKind[] = ['next', 'reports-to', 'extends'];

/** Dashes by which the kinds of lines differ, whatever their colour. */
const DASHES: Readonly<Record<EdgeKind, string | undefined>> = { next: undefined, 'reports-to': '7 4', extends: '2 3' };

/** A map as one `svg` element without a style: its classes are `scale`, `family` (`focus`, `outside`), `level`, `edge`. */
export function mapSvg(map: CareerMap, links: MapLinks, strings: MapStrings, style?: Html): Html {
  const layout = mapLayout(map);
  const width = Math.max(layout.width, 480);
  const kinds = edgeKinds.filter(kind => map.edges.some(edge => edge.kind === kind));
  const height = layout.height + (kinds.length > 0 ? KEY_HEIGHT : 0);
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="career-map" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="career-map-title career-map-description">
<title id="career-map-title">${strings.title(map.title)}</title>
<desc id="career-map-description">${strings.description(map.families.length, map.edges.length)}</desc>
${style}<defs>${kinds.map(arrowHead)}</defs>
${scaleSvg(layout, width, strings)}${edgesSvg(layout)}${layout.boxes.map(box => boxSvg(box, links, strings))}${keySvg(kinds, layout.height, strings)}</svg>`;
}

const KEY_HEIGHT = 32;

function arrowHead(kind: EdgeKind): Html {
  return html`<marker id="arrow-${kind}" class="arrow ${kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M 0 0 L 8 4 L 0 8 z"/></marker>`;
}

function scaleSvg({ rows }: MapLayout, width: number, strings: MapStrings): Html {
  const lines = rows.map(
    ({ grade, y, height }) =>
      html`<line class="scale" x1="0" y1="${y + height}" x2="${width}" y2="${y + height}"/>\n<text class="scale" x="${SCALE_WIDTH - 8}" y="${y + 30}" text-anchor="end">${grade === undefined ? strings.noGrade : strings.grade(grade)}</text>\n`,
  );
  return html`<g>\n${lines}</g>\n`;
}

function edgesSvg({ edges }: MapLayout): Html {
  const paths = edges.map(
    ({ edge, path }) =>
      html`<path class="edge ${edge.kind}" d="${path}" fill="none"${attributes({ 'stroke-dasharray': DASHES[edge.kind], 'marker-end': `url(#arrow-${edge.kind})` })}/>\n`,
  );
  return html`<g aria-hidden="true">\n${paths}</g>\n`;
}

function boxSvg({ family, x, y, height, title, levels }: MapBox, links: MapLinks, strings: MapStrings): Html {
  const name = title.every(line => line.text === '') ? [{ text: strings.untitled, y: title[0]!.y }] : title;
  const points = levels.map(({ level, lines }) => linked(links(family, level), textSvg(lines, x + 12, 'level')));
  return html`<g class="family ${family.place}">
<rect x="${x}" y="${y}" width="${BOX_WIDTH}" height="${height}" rx="3"/>
${linked(links(family, undefined), textSvg(name, x + 12, 'title'))}${points}</g>
`;
}

function linked(link: ReturnType<MapLinks>, content: Html): Html {
  return link ? html`<a${attributes(link)}>${content}</a>\n` : html`${content}\n`;
}

function textSvg(lines: readonly TextLine[], x: number, className: string): Html {
  const spans = lines.map(
    (line, index) => html`<tspan x="${x}" y="${line.y}">${line.text}${index < lines.length - 1 ? ' ' : ''}</tspan>`,
  );
  return html`<text class="${className}">${spans}</text>`;
}

/** What the lines mean. */
function keySvg(kinds: readonly EdgeKind[], y: number, strings: MapStrings): Html | undefined {
  if (kinds.length === 0) return undefined;
  const entries = kinds.map((kind, index) => {
    const x = SCALE_WIDTH + 28 + index * 130;
    return html`<path class="edge ${kind}" d="M ${x} ${y + 12} L ${x + 40} ${y + 12}" fill="none"${attributes({ 'stroke-dasharray': DASHES[kind], 'marker-end': `url(#arrow-${kind})` })}/>\n<text class="key" x="${x + 48}" y="${y + 16}">${strings.edge(kind)}</text>\n`;
  });
  return html`<g>\n${entries}</g>\n`;
}
