import { Html, withoutControls } from '../ladder/html.ts';
import type { CareerMap } from './careerMap.ts';
import { type MapStrings, mapStrings } from './mapStrings.ts';
import { mapSvg } from './mapSvg.ts';

/** A map as an SVG file of its own; `site`: where the site is found that its links lead to, undefined where that is not known. */
export function svgDocument(map: CareerMap, site: string | undefined, strings: MapStrings = mapStrings()): string {
  const svg = mapSvg(
    map,
    ({ address }, level) => {
      if (site === undefined || address === undefined) return undefined;
      return { href: `${site}${address}${level && level.anchor !== '' ? `#${level.anchor}` : ''}` };
    },
    strings,
    new Html(`<style>\n${STYLE}</style>\n`),
  );
  return withoutControls(`<?xml version="1.0" encoding="UTF-8"?>\n${svg.text}\n`);
}

const STYLE = `svg { color-scheme: light dark; background: #ffffff; font: 12px/16px system-ui, sans-serif; }
text { fill: #1b1b1f; } text.scale, text.key { fill: #55555e; } line.scale { stroke: #dcdce2; }
.family rect { fill: #ffffff; stroke: #6b6b76; } .family.focus rect { stroke: #0b57c0; stroke-width: 3; } .family.outside rect { stroke-dasharray: 4 3; }
.title { font-weight: 600; } a { text-decoration: none; } a:hover text, a:focus text { text-decoration: underline; }
.edge { stroke: #55555e; stroke-width: 1.5; } .edge.next { stroke: #0b57c0; stroke-width: 2; }
.arrow { fill: #55555e; } .arrow.next { fill: #0b57c0; }
@media (prefers-color-scheme: dark) {
  svg { background: #1a1a1e; } text { fill: #ececf1; } text.scale, text.key { fill: #b4b4be; } line.scale { stroke: #3a3a42; }
  .family rect { fill: #1a1a1e; stroke: #8d8d99; } .family.focus rect { stroke: #8ab4f8; }
  .edge { stroke: #b4b4be; } .edge.next { stroke: #8ab4f8; } .arrow { fill: #b4b4be; } .arrow.next { fill: #8ab4f8; }
}
`;
