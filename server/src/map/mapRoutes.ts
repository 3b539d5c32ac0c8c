import type { MapBox } from './mapLayout.ts';

/** A point of a map, in pixels. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** From a line to a box that it passes, and between two lines that pass beside each other. */
const MARGIN = 5;
/** How many pieces of a curve are looked at. */
const PIECES = 24;

/** Ways of lines from box to box that pass behind none; each takes account of those that were asked for before. */
export class MapRoutes {
  /** Heights at which lines pass a lane, by its left edge. */
  private readonly taken = new Map<number, number[]>();

  /** `height`: of the whole map. All boxes are equally wide, and those of a lane begin at the same place. */
  constructor(
    private readonly boxes: readonly MapBox[],
    private readonly boxWidth: number,
    private readonly height: number,
  ) {}

  /** The path, as SVG writes it, of a line between two lanes: one curve where nothing is in its way, else through gaps of the lanes between. */
  between(start: MapPoint, end: MapPoint): string {
    const direct = [start, end];
    const points = this.isClear(direct) ? direct : [start, ...this.gaps(start, end), end];
    return points.reduce((path, point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M ${point.x} ${point.y}`;
      if (before.y === point.y) return `${path} L ${point.x} ${point.y}`;
      const [first, second] = controls(before, point);
      return `${path} C ${first.x} ${first.y} ${second.x} ${second.y} ${point.x} ${point.y}`;
    }, '');
  }

  private isClear([start, end]: readonly MapPoint[]): boolean {
    const left = Math.min(start!.x, end!.x);
    const right = Math.max(start!.x, end!.x);
    const between = this.boxes.filter(box => box.x > left && box.x + this.boxWidth < right);
    const [first, second] = controls(start!, end!);
    return Array.from({ length: PIECES + 1 }, (_, piece) => piece / PIECES).every(t => {
      const at = (axis: 'x' | 'y'): number =>
        (1 - t) ** 3 * start![axis] +
        3 * (1 - t) ** 2 * t * first[axis] +
        3 * (1 - t) * t ** 2 * second[axis] +
        t ** 3 * end![axis];
      const [x, y] = [at('x'), at('y')];
      return !between.some(
        box => x > box.x - MARGIN && x < box.x + this.boxWidth + MARGIN && y > box.y - MARGIN && y < box.y + box.height + MARGIN,
      );
    });
  }

  /** Where it enters and leaves each lane between, in the order in which it comes to them. */
  private gaps(start: MapPoint, end: MapPoint): MapPoint[] {
    const isRightwards = start.x < end.x;
    const lanes = [...new Set(this.boxes.map(box => box.x))]
      .filter(x => x > Math.min(start.x, end.x) && x + this.boxWidth < Math.max(start.x, end.x))
      .sort((a, b) => (isRightwards ? a - b : b - a));
    let from = start;
    return lanes.flatMap(lane => {
      const [enter, leave] = isRightwards ? [lane, lane + this.boxWidth] : [lane + this.boxWidth, lane];
      const wanted = from.y + ((end.y - from.y) * (enter - from.x)) / (end.x - from.x);
      const y = this.freeHeight(lane, wanted);
      from = { x: leave, y };
      return [{ x: enter, y }, from];
    });
  }

  /** The free height of a lane that is nearest to one, as far from other lines as there is room. */
  private freeHeight(lane: number, wanted: number): number {
    const boxes = this.boxes.filter(box => box.x === lane).toSorted((a, b) => a.y - b.y);
    const edges = [0, ...boxes.flatMap(box => [box.y, box.y + box.height]), this.height];
    const gaps = edges.flatMap((top, index) =>
      index % 2 === 0 ? [{ top: top + MARGIN, bottom: edges[index + 1]! - MARGIN }] : [],
    );
    const away = ({ top, bottom }: { top: number; bottom: number }): number => Math.max(top - wanted, wanted - bottom, 0);
    const gap = gaps.filter(({ top, bottom }) => top <= bottom).reduce((best, one) => (away(one) < away(best) ? one : best));
    const taken = this.taken.get(lane) ?? [];
    this.taken.set(lane, taken);
    const nearest = Math.round(Math.min(Math.max(wanted, gap.top), gap.bottom));
    const step = nearest + MARGIN > gap.bottom ? -MARGIN : MARGIN;
    let y = nearest;
    while (taken.some(other => Math.abs(other - y) < MARGIN) && y + step >= gap.top && y + step <= gap.bottom) y += step;
    taken.push(y);
    return y;
  }
}

/** What bends a curve between two points so that it leaves and arrives level. */
function controls(from: MapPoint, to: MapPoint): readonly [MapPoint, MapPoint] {
  const bend = Math.sign(to.x - from.x) * Math.max(LEAST_BEND, Math.abs(to.x - from.x) / 2);
  return [
    { x: from.x + bend, y: from.y },
    { x: to.x - bend, y: to.y },
  ];
}

const LEAST_BEND = 28;
