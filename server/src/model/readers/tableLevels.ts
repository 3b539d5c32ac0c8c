import type { Track } from '../../profile/profile.ts';
import type { OpenLevel, OpenSection } from './foundLevel.ts';
import { keyOf } from './foundLevel.ts';
import type { Cell, Grid } from './grid.ts';
import type { LevelNames, ReadLevelName } from './levelNames.ts';

/** The levels of a page's tables. */
export interface TableLevels {
  /** With requirements, as columns or as rows. */
  readonly described: readonly OpenLevel[];
  /** Only listed, with facts such as a salary. */
  readonly listed: readonly OpenLevel[];
}

/** Finds the levels in tables: as columns, as rows, or only listed. */
export function readTableLevels(grids: readonly Grid[], names: LevelNames): TableLevels {
  const described = new Merged();
  const listed = new Merged();
  const reader = new TableReader(names);
  for (const grid of grids.slice(0, MAX_TABLES)) {
    if (grid.rows.length > MAX_ROWS || grid.rows.some(row => row.length > MAX_COLUMNS)) continue;
    const columns = reader.columns(grid);
    if (columns) {
      for (const level of columns) described.add(level);
      continue;
    }
    const rows = reader.rows(grid);
    if (!rows) continue;
    for (const level of rows.levels) (rows.isList ? listed : described).add(level);
  }
  return { described: described.levels, listed: listed.levels };
}

/** Larger tables list something else. */
const MAX_TABLES = 200;
const MAX_ROWS = 500;
const MAX_COLUMNS = 60;

class Merged {
  private readonly byKey = new Map<string, OpenLevel>();

  get levels(): readonly OpenLevel[] {
    return [...this.byKey.values()];
  }

  add(level: OpenLevel): void {
    const key = keyOf(level);
    const known = this.byKey.get(key);
    this.byKey.set(key, known ? { ...known, sections: [...known.sections, ...level.sections] } : level);
  }
}

/** More words than this in a cell are a requirement and no name. */
const MAX_CELL_WORDS = 8;

class TableReader {
  private readonly labelHeads: ReadonlySet<string>;
  private readonly titleHeads: ReadonlySet<string>;

  constructor(private readonly names: LevelNames) {
    const lower = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(word => word.toLowerCase()));
    this.labelHeads = lower(names.words.columns.label);
    this.titleHeads = lower(names.words.columns.title);
  }

  /** The levels that the columns are; undefined if they are none. A row of further levels starts another ladder. */
  columns(grid: Grid): OpenLevel[] | undefined {
    // Rows before the head are titles: a single cell.
    const first = grid.rows.findIndex(row => row.filter(cell => cell.text !== '' && !cell.isRepeated).length > 1);
    if (first < 0 || first >= MAX_HEAD_ROW || !this.headIn(grid.rows[first]!)) return undefined;
    const area = grid.rows[first]![0]!.text;
    const heads = grid.rows.flatMap((row, at) => {
      const found = at === first || (at > first && area !== '' && row[0]!.text === area) ? this.headIn(row) : undefined;
      return found ? [{ at, found }] : [];
    });
    return heads.flatMap(({ at, found }, index) =>
      found.map(({ cell, column, name }) =>
        levelOf(cell, cell, name, this.rowSections(grid, at, heads[index + 1]?.at ?? grid.rows.length, column), undefined),
      ),
    );
  }

  /** The levels in a row that is the head of columns; undefined for any other row. */
  private headIn(row: readonly Cell[]): HeadCell[] | undefined {
    const found = row.flatMap((cell, column) => {
      const name = column === 0 ? undefined : this.nameIn(cell);
      return name ? [{ cell, column, name }] : [];
    });
    const others = row.filter((cell, column) => column > 0 && cell.text !== '' && !cell.isRepeated).length;
    if (found.length < 2 || found.length * 3 < others * 2 || !this.areLevels(found.map(one => one.name))) return undefined;
    // A list of levels has a column of titles and one of labels, which are no levels.
    return found.some(({ cell }) => this.isColumnName(cell.text)) ? undefined : found;
  }

  private rowSections(grid: Grid, head: number, end: number, column: number): OpenSection[] {
    return grid.rows.slice(head + 1, end).flatMap((row): OpenSection[] => {
      const [first] = row;
      const cell = row[column];
      if (!first || !cell || cell.isRepeated || cell.items.length === 0 || row[0] === cell) return [];
      const name = first.text === '' ? (grid.title ?? '') : first.text;
      return [{ name, nameSpan: first.span, items: cell.items }];
    });
  }

  /** The levels that the rows are, and whether they are only listed; undefined if they are none. */
  rows(grid: Grid): { readonly levels: OpenLevel[]; readonly isList: boolean } | undefined {
    const [head, ...rows] = grid.rows;
    if (!head || rows.length < 1) return undefined;
    const heads = head.map(cell =>
      cell.text
        .toLowerCase()
        .replace(/[:*]+$/, '')
        .trim(),
    );
    const pairs = this.columnPairs(heads, rows);
    const levels = pairs.flatMap(pair => this.rowLevels(rows, heads, pair));
    if (levels.length < (rows.length > 2 ? 2 : 1)) return undefined;
    const cells = rows.flat().filter(cell => !cell.isRepeated);
    const long = cells.filter(cell => cell.text.split(/\s+/).length > MAX_FACT_WORDS && !/^\W*\d/.test(cell.text));
    const isList = !cells.some(cell => cell.items.length > 1) && long.length < levels.length;
    // A list without a head for labels or titles may list anything.
    if (isList && !heads.some(name => this.labelHeads.has(name) || this.titleHeads.has(name))) return undefined;
    return { levels: isList ? levels.map(level => ({ ...level, sections: [] })) : levels, isList };
  }

  /** The columns with labels and titles: several pairs if tracks are side by side. */
  private columnPairs(heads: readonly string[], rows: readonly (readonly Cell[])[]): ColumnPair[] {
    const labels = heads.flatMap((head, at) => (this.labelHeads.has(head) ? [at] : []));
    const titles = heads.flatMap((head, at) => (this.titleHeads.has(head) && !labels.includes(at) ? [at] : []));
    const cells = (column: number): ReadLevelName[] => rows.flatMap(row => this.nameIn(row[column]) ?? []);
    if (labels.length > 0 && titles.length > 0)
      return titles.map((title, at) => ({ title, label: labels[Math.min(at, labels.length - 1)] }));
    const [only] = labels.length > 0 ? labels : titles;
    if (only !== undefined && rows.some(row => this.markIn(row[only]) || row[only]?.text)) {
      const read = cells(only);
      const isMarks = rows.filter(row => this.markIn(row[only])).length >= 2;
      if (isMarks) return [{ title: undefined, label: only }];
      return this.areLevels(read) ? [{ title: only, label: undefined }] : [];
    }
    // No head says it: the first column does, by labels or by words of seniority.
    const first = cells(0);
    const filled = rows.filter(row => row[0] && row[0].text !== '' && !row[0].isRepeated).length;
    if (first.length * 2 < filled || !this.areLevels(first)) return [];
    return first.every(name => name.prefix !== undefined) || first.filter(isSenior).length >= 2
      ? [{ title: 0, label: undefined }]
      : [];
  }

  private rowLevels(rows: readonly (readonly Cell[])[], heads: readonly string[], { title, label }: ColumnPair): OpenLevel[] {
    const levels: { -readonly [Key in keyof OpenLevel]: OpenLevel[Key] }[] = [];
    let current: (typeof levels)[number] | undefined;
    for (const row of rows) {
      const labelCell = label === undefined ? undefined : row[label];
      const titleCell = title === undefined ? undefined : row[title];
      const naming = [labelCell, titleCell].filter(
        (cell): cell is Cell => cell !== undefined && !cell.isRepeated && cell.text !== '',
      );
      const name = naming.length > 0 ? this.nameOfRow(labelCell, titleCell) : undefined;
      if (name) {
        const cell = titleCell && titleCell.text !== '' ? titleCell : naming[0]!;
        current = { ...levelOf(cell, naming[0]!, name, [], trackOfHead(heads[title ?? label ?? 0] ?? '')) };
        levels.push(current);
      } else if (naming.length > 0) current = undefined;
      if (!current) continue;
      for (const [column, cell] of row.entries()) {
        if (cell.isRepeated || cell === labelCell || cell === titleCell || cell.items.length === 0) continue;
        current.sections = [
          ...current.sections,
          { name: heads[column] ? capital(heads[column]) : '', nameSpan: cell.span, items: cell.items },
        ];
        current.span = { start: current.span.start, end: Math.max(current.span.end, cell.span.end) };
      }
    }
    return levels;
  }

  private nameOfRow(labelCell: Cell | undefined, titleCell: Cell | undefined): ReadLevelName | undefined {
    const title = titleCell && !titleCell.isRepeated ? this.nameIn(titleCell) : undefined;
    const mark = labelCell && labelCell.text !== '' ? this.markIn(labelCell) : undefined;
    if (labelCell && !titleCell) {
      if (mark) return mark;
      return undefined;
    }
    if (!title) return undefined;
    if (!mark || title.label !== undefined) return title;
    return { ...title, label: mark.label, prefix: mark.prefix, number: mark.number };
  }

  /** The label in a cell: "L3", "Level 3", or a bare number, which is "Level 3". */
  private markIn(cell: Cell | undefined): ReadLevelName | undefined {
    if (!cell || cell.text === '') return undefined;
    const text = cell.text.replace(/\s+(?=\d)/g, '');
    if (/^\d{1,2}\+?$/.test(cell.text)) return this.names.read(`${this.names.words.markWords[0]} ${cell.text}`);
    const name = this.names.read(cell.text) ?? this.names.read(text);
    const found = name?.prefix === undefined ? this.names.read(text) : name;
    return found?.prefix === undefined ? undefined : found;
  }

  private nameIn(cell: Cell | undefined): ReadLevelName | undefined {
    if (!cell || cell.isRepeated || cell.text.split(/\s+/).length > MAX_CELL_WORDS) return undefined;
    const name = this.names.read(cell.text);
    if (name?.prefix !== undefined) return name;
    return this.markIn(cell) && /^\p{Lu}{1,3}\s?\d{1,2}\+?$/u.test(cell.text) ? this.markIn(cell) : name;
  }

  /** True if names are those of one ladder: labels, or words of seniority before a common word or alone. */
  private areLevels(names: readonly ReadLevelName[]): boolean {
    const marked = names.filter(name => name.prefix !== undefined);
    if (marked.length >= 2 && marked.length * 2 >= names.length) return true;
    const senior = names.filter(isSenior);
    if (senior.length === 0 || names.length < 2) return false;
    const counts = new Map<string, number>();
    for (const name of names) for (const word of new Set(name.base)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const shared = names.filter(name => isSenior(name) || name.base.some(word => counts.get(word)! > 1));
    const hasCommon = [...counts.values()].some(count => count > 1) || senior.filter(name => name.base.length === 0).length >= 2;
    return hasCommon && shared.length >= 2 && shared.length * 2 >= names.length;
  }

  private isColumnName(text: string): boolean {
    const lower = text.toLowerCase();
    return this.labelHeads.has(lower) || this.titleHeads.has(lower);
  }
}

/** The head of a table is one of its first rows. */
const MAX_HEAD_ROW = 3;

interface HeadCell {
  readonly cell: Cell;
  readonly column: number;
  readonly name: ReadLevelName;
}

/** A fact has no more words; one that starts with a number may, as "2 to 5 years". */
const MAX_FACT_WORDS = 3;

interface ColumnPair {
  readonly title: number | undefined;
  readonly label: number | undefined;
}

function isSenior(name: ReadLevelName): boolean {
  return name.seniority !== undefined || name.numeral !== undefined;
}

function trackOfHead(head: string): Track | undefined {
  if (/^ic\b/.test(head)) return 'individual-contributor';
  return /^m\b|^manage/.test(head) ? 'management' : undefined;
}

function levelOf(
  cell: Cell,
  anchored: Cell,
  name: ReadLevelName,
  sections: readonly OpenSection[],
  track: Track | undefined,
): OpenLevel {
  const byPrefix = name.prefix === 'IC' ? 'individual-contributor' : name.prefix === 'M' ? 'management' : undefined;
  return {
    title: name.title,
    label: name.label,
    name,
    track: track ?? name.track ?? byPrefix,
    nameSpan: cell.span,
    nodes: [],
    anchor: anchored.id,
    span: { start: Math.min(cell.span.start, anchored.span.start), end: Math.max(cell.span.end, anchored.span.end) },
    sections,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
