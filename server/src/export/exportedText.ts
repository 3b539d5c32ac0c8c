import type { ModelJson } from '../ladder/modelJson.ts';
import { bulletCsv } from './bulletTable.ts';
import type { CsvOptions } from './csvText.ts';
import { documentTitle } from './departments.ts';
import type { ExportedFamily } from './exportedFamily.ts';
import { type DocumentView, htmlDocument } from './htmlDocument.ts';
import { markdownTables } from './markdownTable.ts';

/** What families can be written as. */
export type FamiliesFormat = 'html' | 'csv' | 'markdown' | 'json';

/**
 * Families as a text of a format, equal for equal families whenever and wherever it is made, but for the language of its own words, which CSV
 * and JSON, for programs, have in English. `view`: how the HTML shows them; the matrix where it is not given.
 */
export function exportedText(
  families: readonly ExportedFamily[],
  format: FamiliesFormat,
  view: DocumentView = 'matrix',
  csv: CsvOptions = {},
): string {
  switch (format) {
    case 'html':
      return htmlDocument(families, documentTitle(families), view);
    case 'csv':
      return bulletCsv(families, csv);
    case 'markdown':
      return markdownTables(families, documentTitle(families));
    case 'json': {
      const model: ModelJson = { version: 1, families: families.map(family => family.model) };
      return `${JSON.stringify(model, null, 2)}\n`;
    }
  }
}
