// Moving about by the arrow keys. In each view the Tab key stops once; from there the arrows lead on.

type Direction = 'up' | 'down' | 'left' | 'right';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const FOCUSABLE = 'button, summary, a[role="link"]';

/** Makes the Tab key stop once in the ladder and once in the matrix, where the focus was last. To be done after each change of the page. */
export function setTabStops(pane: Element): void {
  for (const table of pane.querySelectorAll('table.scale, table.matrix')) setTabStopsOf(table);
}

/** The focus came to an element: its card, or its place in the matrix, is where the Tab key stops from now on. */
export function focusMoved(element: Element): void {
  const table = element.closest('table.scale, table.matrix');
  if (!table) return;
  table.querySelector('[data-focused]')?.removeAttribute('data-focused');
  (element.closest('.card') ?? element).setAttribute('data-focused', '');
  setTabStopsOf(table);
}

/** Follows an arrow key, Home or End; true where the key was meant for moving. */
export function followKey(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement)) return false;
  const table = event.target.closest('table');
  const next = table?.classList.contains('scale')
    ? inScale(event.target, table, event.key)
    : table?.classList.contains('matrix')
      ? inMatrix(event.target, table, event.key)
      : undefined;
  if (next === undefined) return false;
  if (next && next !== event.target) {
    if (!next.matches(FOCUSABLE)) next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  return true;
}

function setTabStopsOf(table: Element): void {
  const all = [...table.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const focused = table.querySelector('[data-focused]');
  const isScale = table.classList.contains('scale');
  const first = (): Element | undefined | null =>
    isScale ? table.querySelector('.card') : all.find(element => element.checkVisibility());
  const current = focused ?? table.querySelector('.card[aria-current]') ?? first();
  for (const element of all) {
    const tabIndex = current && (current === element || (isScale && current.contains(element))) ? 0 : -1;
    if (element.tabIndex !== tabIndex) element.tabIndex = tabIndex;
  }
  if (current instanceof HTMLElement && !all.includes(current) && !isScale) current.tabIndex = 0;
}

/** Cards and grades: the nearest one in the direction. `null`: there is none; undefined: no key for moving. */
function inScale(from: HTMLElement, table: Element, key: string): HTMLElement | null | undefined {
  const stops = visible(table.querySelectorAll<HTMLElement>('.card .title, tbody th button'));
  if (key === 'Home') return stops[0] ?? null;
  if (key === 'End') return stops.at(-1) ?? null;
  const direction = DIRECTIONS[key];
  if (!direction) return undefined;
  const start = from.closest('.card')?.querySelector<HTMLElement>('.title') ?? from;
  return nearest(start, stops, direction) ?? null;
}

function nearest(from: HTMLElement, stops: readonly HTMLElement[], direction: Direction): HTMLElement | undefined {
  const here = middle(from);
  const sign = direction === 'up' || direction === 'left' ? -1 : 1;
  const isVertical = direction === 'up' || direction === 'down';
  const reachable = stops.flatMap(stop => {
    const there = middle(stop);
    const ahead = sign * (isVertical ? there.y - here.y : there.x - here.x);
    const aside = Math.abs(isVertical ? there.x - here.x : there.y - here.y);
    // Sideways it stays in its row: what is more aside than ahead stands above or below.
    return ahead > 4 && (isVertical || aside < ahead) ? [{ stop, distance: ahead + 2 * aside }] : [];
  });
  return reachable.sort((a, b) => a.distance - b.distance)[0]?.stop;
}

/** Up and down through what can be focused in a column; to the sides from cell to cell of a row. */
function inMatrix(from: HTMLElement, table: HTMLTableElement, key: string): HTMLElement | null | undefined {
  const cell = from.closest<HTMLElement>('td, th');
  if (!cell) return undefined;
  const column = cell.dataset.column;
  const inColumn = visible(table.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(stop => {
    const its = stop.closest<HTMLElement>('td, th')?.dataset.column;
    return its === undefined || column === undefined || its === column;
  });
  if (key === 'Home') return inColumn[0] ?? null;
  if (key === 'End') return inColumn.at(-1) ?? null;
  switch (DIRECTIONS[key]) {
    case 'up':
      return inColumn.findLast(stop => precedes(stop, from)) ?? null;
    case 'down':
      return (
        inColumn.find(stop => precedes(from, stop) && !from.contains(stop)) ?? inColumn.find(stop => from.contains(stop)) ?? null
      );
    case 'left':
      return besides(cell, from, -1);
    case 'right':
      return besides(cell, from, 1);
    case undefined:
      return undefined;
  }
}

/** What stands beside `from` in the next cell of its row that is shown: the cell itself where nothing in it can be focused. */
function besides(cell: HTMLElement, from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const cells = visible(cell.parentElement?.children as HTMLCollectionOf<HTMLElement>);
  const next = cells[cells.indexOf(cell) + step];
  if (!next) return null;
  const here = middle(from).y;
  const stops = visible(next.querySelectorAll<HTMLElement>(FOCUSABLE));
  return stops.toSorted((a, b) => Math.abs(middle(a).y - here) - Math.abs(middle(b).y - here))[0] ?? next;
}

function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function middle(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function visible(elements: Iterable<HTMLElement>): HTMLElement[] {
  return [...elements].filter(element => element.checkVisibility());
}
