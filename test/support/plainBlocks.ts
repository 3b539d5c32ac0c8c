import type { PageSyntax } from '../../server/src/syntax/page.ts';

/** A page's blocks with all that is in them, also what they only make when it is asked for: for comparing whole pages. */
export function plainBlocks(page: PageSyntax): readonly object[] {
  return page.blocks.map(block => {
    const { type, span } = block;
    switch (block.type) {
      case 'list':
        return { type, span, ordered: block.ordered, items: block.items };
      case 'table':
        return { type, span, header: block.header, rows: block.rows };
      default:
        return { type, span };
    }
  });
}
