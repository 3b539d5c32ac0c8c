import { movedSpan, type Span } from '../text/span.ts';
import { isHeading } from './heading.ts';
import { type ListItem, placedItems } from './listItems.ts';
import { blockSpan } from './markdown.ts';
import type { OfPart, PagePart } from './pagePart.ts';
import type { TableRow } from './tableRows.ts';

/** A paragraph at the top of the page's structure. */
export interface Paragraph extends OfPart {
  readonly type: 'paragraph';
}

export interface List extends OfPart {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface Table extends OfPart {
  readonly type: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Code, quotations, raw HTML, rules: nothing the model looks into. */
export interface OtherBlock extends OfPart {
  readonly type: 'code' | 'other';
}

export type Block = Paragraph | List | Table | OtherBlock;

/** A top-level block where it stands on the page; undefined for a heading. */
export function blockAt(text: string, start: number, part: PagePart): Block | undefined {
  const { tree } = part;
  const { name } = tree.type;
  const span = blockSpan(text, { from: start, to: start + tree.length });
  switch (name) {
    case 'Paragraph':
      return new PlacedParagraph(span, part);
    case 'BulletList':
    case 'OrderedList':
      return new PlacedList(span, part);
    case 'Table':
      return new PlacedTable(span, part);
    case 'FencedCode':
    case 'CodeBlock':
      return new PlacedOther('code', span, part);
    default:
      return isHeading(name) ? undefined : new PlacedOther('other', span, part);
  }
}

/** What all kinds of block have. `part` is no part of what a block is equal by. */
class Placed implements OfPart {
  readonly #part: PagePart;

  constructor(
    readonly span: Span,
    part: PagePart,
  ) {
    this.#part = part;
  }

  get part(): PagePart {
    return this.#part;
  }
}

class PlacedParagraph extends Placed implements Paragraph {
  readonly type = 'paragraph';
}

class PlacedOther extends Placed implements OtherBlock {
  constructor(
    readonly type: 'code' | 'other',
    span: Span,
    part: PagePart,
  ) {
    super(span, part);
  }
}

/** A list whose points are made when somebody first asks for them: at an edit, few do. */
class PlacedList extends Placed implements List {
  readonly type = 'list';
  #items: readonly ListItem[] | undefined;

  get ordered(): boolean {
    return this.part.tree.type.name === 'OrderedList';
  }

  get items(): readonly ListItem[] {
    this.#items ??= placedItems(this.part.items, this.span.start);
    return this.#items;
  }
}

class PlacedTable extends Placed implements Table {
  readonly type = 'table';
  #rows: readonly TableRow[] | undefined;

  get header(): TableRow {
    return this.all[0]!;
  }

  get rows(): readonly TableRow[] {
    return this.all.slice(1);
  }

  private get all(): readonly TableRow[] {
    this.#rows ??= this.part.rows.map(({ span, cells }) => ({
      span: movedSpan(span, this.span.start),
      cells: cells.map(cell => movedSpan(cell, this.span.start)),
    }));
    return this.#rows;
  }
}
