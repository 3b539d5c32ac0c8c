import type { Span } from '../../text/span.ts';
import type { Cell, Grid } from './grid.ts';

interface BuildingCell {
  start: number;
  text: string;
  id: string;
  rowspan: number;
  colspan: number;
  /** The list items that are open, outermost first. */
  open: { start: number; hasList: boolean }[];
  items: Span[];
  lists: number;
}

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9]*)\b([^<>]*)>)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** Reads the HTML tables of a text, those within a comment or code left out; linear in the text's length. Spans are the text's. */
export function readHtmlTables(text: string, isHidden: (offset: number) => boolean): Grid[] {
  const grids: Grid[] = [];
  if (!/<table\b/i.test(text)) return grids;
  let rows: Cell[][] | undefined;
  let start = 0;
  let carried: { cell: Cell; left: number }[] = [];
  let row: Cell[] | undefined;
  let cell: BuildingCell | undefined;
  let at = 0;

  const fill = (): void => {
    for (let carry = carried[row!.length]; carry && carry.left > 0; carry = carried[row!.length]) {
      carry.left--;
      row!.push({ ...carry.cell, isRepeated: true });
    }
  };
  const closeCell = (end: number): void => {
    if (!cell || !row) return;
    while (cell.open.length > 0) closeItem(end);
    fill();
    const shown = cell.text
      .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
      .replace(/\s+/g, ' ')
      .trim();
    const span = trimmed(text, cell.start, end);
    const made: Cell = {
      span,
      text: shown,
      id: cell.id,
      items: cell.items.length > 0 ? cell.items : shown === '' ? [] : [span],
      isRepeated: false,
      spansAll: cell.colspan,
    };
    for (let column = 0; column < cell.colspan; column++) {
      if (cell.rowspan > 1) carried[row.length] = { cell: made, left: cell.rowspan - 1 };
      row.push(column === 0 ? made : { ...made, isRepeated: true });
    }
    cell = undefined;
  };
  const closeItem = (end: number): void => {
    const item = cell?.open.pop();
    if (item && !item.hasList) cell!.items.push(trimmed(text, item.start, end));
  };
  const closeRow = (end: number): void => {
    closeCell(end);
    if (!row) return;
    fill();
    if (row.length > 0) rows!.push(row);
    row = undefined;
  };

  TAG.lastIndex = 0;
  for (let match = TAG.exec(text); match; match = TAG.exec(text)) {
    if (match[0] === '<!--') {
      const end = text.indexOf('-->', match.index);
      if (cell) cell.text += text.slice(at, match.index);
      if (end < 0) break;
      TAG.lastIndex = end + 3;
      at = end + 3;
      continue;
    }
    const isEnd = match[1] === '/';
    const name = match[2]!.toLowerCase();
    if (cell) cell.text += text.slice(at, match.index);
    at = match.index + match[0].length;
    if (name === 'table') {
      closeRow(match.index);
      if (isEnd && rows) grids.push({ rows, span: { start, end: at }, title: undefined });
      rows = isEnd || isHidden(match.index) ? undefined : [];
      start = match.index;
      carried = [];
      continue;
    }
    if (!rows) continue;
    if (name === 'tr') {
      closeRow(match.index);
      if (!isEnd) row = [];
    } else if (name === 'td' || name === 'th') {
      closeCell(match.index);
      if (isEnd) continue;
      row ??= [];
      const attribute = (wanted: string): string =>
        new RegExp(`\\b${wanted}\\s*=\\s*["']?([^"'\\s>]*)`, 'i').exec(match[3]!)?.[1] ?? '';
      const count = (wanted: string): number => Math.min(Math.max(Number(attribute(wanted)) || 1, 1), MAX_SPAN);
      cell = {
        start: at,
        text: '',
        id: attribute('id'),
        rowspan: count('rowspan'),
        colspan: count('colspan'),
        open: [],
        items: [],
        lists: 0,
      };
    } else if (cell) {
      if (name === 'li') {
        if (isEnd || (cell.open.length > 0 && cell.open.length >= cell.lists)) closeItem(match.index);
        if (!isEnd) cell.open.push({ start: at, hasList: false });
      } else if (name === 'ul' || name === 'ol') {
        if (isEnd) {
          while (cell.open.length >= Math.max(cell.lists, 1)) closeItem(match.index);
          cell.lists--;
        } else {
          cell.lists++;
          const outer = cell.open.at(-1);
          if (outer) outer.hasList = true;
        }
      } else if (/^(?:br|p|div|h\d)$/.test(name)) cell.text += ' ';
    }
  }
  return grids;
}

/** A cell over more columns or rows than this is a mistake, or hostile. */
const MAX_SPAN = 60;

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
