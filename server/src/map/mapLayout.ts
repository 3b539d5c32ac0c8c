import type { CareerMap, MapEdge, MapFamily, MapLevel } from './careerMap.ts';
import { familiesInOrder } from './mapOrder.ts';
import { MapRoutes } from './mapRoutes.ts';
import { wrapped } from './wrapped.ts';

/** Where everything of a map stands, in pixels from its upper left corner. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  /** The grade scale, the highest first. */
  readonly rows: readonly MapRow[];
  readonly boxes: readonly MapBox[];
  readonly edges: readonly { readonly edge: MapEdge; readonly path: string }[];
}

export interface MapRow {
  /** Undefined for levels without a grade. */
  readonly grade: number | undefined;
  readonly y: number;
  readonly height: number;
}

export interface MapBox {
  readonly family: MapFamily;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly title: readonly TextLine[];
  readonly levels: readonly { readonly level: MapLevel; readonly lines: readonly TextLine[] }[];
}

export interface TextLine {
  readonly text: string;
  /** Of its baseline. */
  readonly y: number;
}

/** Width of the column with the grades. */
export const SCALE_WIDTH = 76;
export const BOX_WIDTH = 216;
const GAP = 56;
const LINE = 16;
const PADDING = 8;
/** From the edge of a row to that of a box in it: two boxes above each other have room for an arrow between them. */
const INSET = 10;
/** Letters that stand in a line of a box at the size of its text. */
const LETTERS = 29;

/**
 * Places the families of a map: a box each, which reaches over the grades of its levels; boxes that do not meet in grade may stand
 * above each other. Since grades give the layers, only the order from left to right is to be found.
 */
export function mapLayout(map: CareerMap): MapLayout {
  const grades = [...new Set(map.families.flatMap(family => gradesOf(family)))].sort((a, b) => (b ?? -1) - (a ?? -1));
  const lanes = lanesOf(familiesInOrder(map), grades);
  const heights = grades.map((_, row) => Math.max(...map.families.map(family => contentHeight(family, grades, row))));
  const rows: MapRow[] = [];
  let y = PADDING;
  for (const [row, grade] of grades.entries()) {
    rows.push({ grade, y, height: heights[row]! });
    y += heights[row]!;
  }
  const boxes = lanes.flatMap((families, lane) =>
    families.map(family => boxOf(family, SCALE_WIDTH + GAP / 2 + lane * (BOX_WIDTH + GAP), grades, rows)),
  );
  const boxAt = new Map(boxes.map(box => [box.family.uri, box] as const));
  const height = y + PADDING;
  const routes = new MapRoutes(boxes, BOX_WIDTH, height);
  return {
    width: SCALE_WIDTH + lanes.length * (BOX_WIDTH + GAP),
    height,
    rows,
    boxes,
    edges: map.edges.map(edge => ({ edge, path: pathOf(edge, boxAt.get(edge.from)!, boxAt.get(edge.to)!, boxes, routes) })),
  };
}

function gradesOf(family: MapFamily): (number | undefined)[] {
  return family.levels.length === 0 ? [undefined] : family.levels.map(level => level.grade);
}

/** The rows that a family reaches over, first and last. */
function reachOf(family: MapFamily, grades: readonly (number | undefined)[]): { readonly first: number; readonly last: number } {
  const rows = gradesOf(family).map(grade => grades.indexOf(grade));
  return { first: Math.min(...rows), last: Math.max(...rows) };
}

/** Families in lanes from left to right: each in the first that has room for it. */
function lanesOf(families: readonly MapFamily[], grades: readonly (number | undefined)[]): MapFamily[][] {
  const lanes: MapFamily[][] = [];
  for (const family of families) {
    const { first, last } = reachOf(family, grades);
    const isFree = (lane: readonly MapFamily[]): boolean =>
      lane.every(other => {
        const reach = reachOf(other, grades);
        return reach.last < first || last < reach.first;
      });
    const lane = lanes.find(isFree);
    if (lane) lane.push(family);
    else lanes.push([family]);
  }
  return lanes;
}

function titleLines(family: MapFamily): string[] {
  return wrapped(family.title, LETTERS - 5);
}

function levelsIn(family: MapFamily, grade: number | undefined): readonly MapLevel[] {
  return family.levels.filter(level => level.grade === grade);
}

function contentHeight(family: MapFamily, grades: readonly (number | undefined)[], row: number): number {
  const title = reachOf(family, grades).first === row ? titleLines(family).length * LINE + PADDING : 0;
  const levels = levelsIn(family, grades[row]).map(level => wrapped(level.title, LETTERS).length * LINE + PADDING / 2);
  return title + levels.reduce((sum, height) => sum + height, 0) + 2 * INSET + 2 * PADDING;
}

function boxOf(family: MapFamily, x: number, grades: readonly (number | undefined)[], rows: readonly MapRow[]): MapBox {
  const { first, last } = reachOf(family, grades);
  const top = rows[first]!.y + INSET;
  const title = titleLines(family).map((text, index) => ({ text, y: top + PADDING + LINE * (index + 0.75) }));
  const levels = rows.slice(first, last + 1).flatMap((row, index) => {
    let y = row.y + INSET + PADDING + (index === 0 ? title.length * LINE + PADDING : 0);
    return levelsIn(family, row.grade).map(level => {
      const lines = wrapped(level.title, LETTERS).map((text, line) => ({ text, y: y + LINE * (line + 0.75) }));
      y += lines.length * LINE + PADDING / 2;
      return { level, lines };
    });
  });
  return { family, x, y: top, height: rows[last]!.y + rows[last]!.height - INSET - top, title, levels };
}

/** Lines of different kinds between the same boxes do not cover each other. */
const SHIFT: Readonly<Record<MapEdge['kind'], number>> = { next: -4, 'reports-to': 0, extends: 4 };

/** From the highest level that says it to the lowest that is meant, on the sides that face each other. */
function pathOf(edge: MapEdge, from: MapBox, to: MapBox, boxes: readonly MapBox[], routes: MapRoutes): string {
  const startY = heightOf(from, edge.fromLevels, 'highest') + SHIFT[edge.kind];
  const endY = heightOf(to, edge.toLevels, 'lowest') + SHIFT[edge.kind];
  if (from.x === to.x) {
    const isBetween = ({ x, y }: MapBox): boolean => x === from.x && y > Math.min(from.y, to.y) && y < Math.max(from.y, to.y);
    if (boxes.some(isBetween)) {
      const side = from.x + BOX_WIDTH;
      return `M ${side} ${startY} C ${side + GAP * 0.6} ${startY} ${side + GAP * 0.6} ${endY} ${side} ${endY}`;
    }
    const x = from.x + BOX_WIDTH / 2 + 6 * SHIFT[edge.kind];
    return from.y > to.y ? `M ${x} ${from.y} L ${x} ${to.y + to.height}` : `M ${x} ${from.y + from.height} L ${x} ${to.y}`;
  }
  const isRightwards = from.x < to.x;
  const startX = isRightwards ? from.x + BOX_WIDTH : from.x;
  const endX = isRightwards ? to.x : to.x + BOX_WIDTH;
  return routes.between({ x: startX, y: startY }, { x: endX, y: endY });
}

function heightOf(box: MapBox, anchors: readonly string[], which: 'highest' | 'lowest'): number {
  const named = box.levels.filter(({ level }) => anchors.includes(level.anchor));
  const levels = named.length > 0 ? named : box.levels;
  const heights = levels.map(({ lines }) => lines[0]!.y - 4);
  if (heights.length === 0) return box.title[0]!.y - 4;
  return which === 'highest' ? Math.min(...heights) : Math.max(...heights);
}
