// The lines of the ladder: from a level to the one that it takes over from, where that is not the next step. The text beside says the same.

/** Between two lines beside each other, and from the last one to the cards, in pixels. */
const LANE = 8;
/** Of an arrow's head: how long it is, and half of how wide. */
const HEAD = 6;
const HALF = 4;
/** How far a line stands from the upper edge of the row that it enters. */
const ABOVE = 4;

const SVG = 'http://www.w3.org/2000/svg';

/** A line between two cards. */
interface Line {
  readonly note: HTMLElement;
  readonly from: HTMLElement;
  readonly to: HTMLElement;
}

/**
 * Draws them where the cards stand now: to be done whenever these may have moved. Room for them is made by the property
 * `--gutter` of the pane, which changes only with the lines that there are.
 */
export function drawExtendsLines(pane: HTMLElement): void {
  const drawing = pane.querySelector('.extends-lines');
  const lines = linesOf(pane);
  const lanes = lanesOf(lines);
  const out = [...pane.querySelectorAll<HTMLElement>('.card [data-line-out]')];
  pane.style.setProperty('--gutter', `${lines.length > 0 ? LANE * (Math.max(...lanes) + 1) - HALF : 0}px`);
  pane.style.setProperty('--gutter-out', `${out.length > 0 ? LANE : 0}px`);
  if (!drawing) return;
  // Places count from the drawing's own, wherever the page is scrolled to.
  const { left, top } = drawing.getBoundingClientRect();
  const origin = { x: left, y: top };
  const svg = document.createElementNS(SVG, 'svg');
  for (const [index, line] of lines.entries()) svg.append(path(line.note, pathBetween(line, lanes[index]!, origin)));
  for (const note of out) svg.append(path(note, pathOut(note, origin)));
  drawing.replaceChildren(svg);
}

function linesOf(pane: HTMLElement): Line[] {
  return [...pane.querySelectorAll<HTMLElement>('.card [data-line-to]')].flatMap(note => {
    const from = note.closest<HTMLElement>('.card');
    const to = document.getElementById(`card-${note.dataset.lineTo}`);
    return from && to ? [{ note, from, to }] : [];
  });
}

/** For each line the first lane beside the cards that no shorter line uses at the same height. */
function lanesOf(lines: readonly Line[]): number[] {
  const spans = lines.map(({ note, to }) => {
    const ends = [middleOf(note), middleOf(titleOf(to))];
    return { top: Math.min(...ends), bottom: Math.max(...ends), lane: -1 };
  });
  for (const one of spans.toSorted((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const beside = spans.filter(other => other !== one && other.top <= one.bottom && one.top <= other.bottom);
    let lane = 0;
    while (beside.some(other => other.lane === lane)) lane++;
    one.lane = lane;
  }
  return spans.map(({ lane }) => lane);
}

type Origin = { readonly x: number; readonly y: number };

/** Out of the card at its left, along the cards between, and into the other one. */
function pathBetween({ note, from, to }: Line, lane: number, origin: Origin): string {
  const start = { x: from.getBoundingClientRect().left, y: middleOf(note) };
  const end = { x: to.getBoundingClientRect().left, y: middleOf(titleOf(to)) };
  const beside = (card: HTMLElement): number => card.parentElement!.getBoundingClientRect().left - (lane + 1) * LANE;
  const [first, last] = [beside(from), beside(to)];
  const points: Origin[] = [start];
  // A card that stands behind another in its row is left and reached over the row.
  const over = (card: HTMLElement): number => cellOf(card).top + ABOVE;
  if (!isFirst(from))
    points.push({ x: start.x - HALF, y: start.y }, { x: start.x - HALF, y: over(from) }, { x: first, y: over(from) });
  else points.push({ x: first, y: start.y });
  if (first !== last || !isFirst(to))
    points.push({ x: first, y: over(to) }, { x: isFirst(to) ? last : end.x - HALF, y: over(to) });
  points.push({ x: isFirst(to) ? last : end.x - HALF, y: end.y }, end);
  const [begin, ...rest] = points.map(({ x, y }) => `${Math.round(x - origin.x)} ${Math.round(y - origin.y)}`);
  return `M ${begin} ${rest.map(point => `L ${point}`).join(' ')} ${headAt(end, origin)}`;
}

/** Out of the card at its right: to another page. */
function pathOut(note: HTMLElement, origin: Origin): string {
  const card = note.closest<HTMLElement>('.card')!.getBoundingClientRect();
  const y = Math.round(middleOf(note) - origin.y);
  const end = { x: card.right + 2 * LANE - 2, y: middleOf(note) };
  return `M ${Math.round(card.right - origin.x)} ${y} L ${Math.round(end.x - origin.x)} ${y} ${headAt(end, origin)}`;
}

/** The head of an arrow that points to the right. */
function headAt(end: Origin, origin: Origin): string {
  const [x, y] = [Math.round(end.x - origin.x), Math.round(end.y - origin.y)];
  return `M ${x - HEAD} ${y - HALF} L ${x} ${y} L ${x - HEAD} ${y + HALF}`;
}

function path(note: HTMLElement, d: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('d', d);
  element.setAttribute('class', [...note.classList].join(' '));
  return element;
}

function cellOf(card: HTMLElement): DOMRect {
  return card.closest('td')!.getBoundingClientRect();
}

function isFirst(card: HTMLElement): boolean {
  return card.getBoundingClientRect().left - card.parentElement!.getBoundingClientRect().left < 1;
}

function titleOf(card: HTMLElement): Element {
  return card.querySelector('.title') ?? card;
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + Math.min(height, 2 * LANE + HALF) / 2;
}
