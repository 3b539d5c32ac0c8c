import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { bulletColumns, bulletRows } from '../../server/src/export/bulletTable.ts';
import { guarded } from '../../server/src/export/csvText.ts';
import type { ExportedFamily } from '../../server/src/export/exportedFamily.ts';
import { exportedText } from '../../server/src/export/exportedText.ts';
import { svgDocument } from '../../server/src/map/svgDocument.ts';
import { LanguageService } from '../../server/src/service.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';
import { htmlProblems } from '../support/htmlProblems.ts';
import { expectWellFormed } from '../support/wellFormed.ts';

describe.skipIf(!hasCorpus)('exports of the real pages', () => {
  let families: ExportedFamily[] = [];
  let service: LanguageService;

  beforeAll(async () => {
    if (!hasCorpus) return;
    const folder = pathToFileURL(handbookFolder).href;
    service = new LanguageService(new DiskHost(() => {}), { folders: [folder], mostWhole: Number.POSITIVE_INFINITY });
    families = [];
    for (const uri of await service.familyPages()) {
      const family = await service.exportedFamily(uri, other => other.slice(folder.length + 1));
      if (family) families.push(family);
    }
    expect(families.length).toBeGreaterThan(90);
  }, 300_000);

  it.each(['matrix', 'levels'] as const)(
    'every page by itself, and all together, are valid HTML: %s',
    async view => {
      const wrong: string[] = [];
      for (const family of families)
        for (const problem of await htmlProblems(exportedText([family], 'html', view))) wrong.push(`${family.path}:${problem}`);
      for (const problem of await htmlProblems(exportedText(families, 'html', view))) wrong.push(`all: ${problem}`);
      console.log(`${families.length} families as ${view}: ${wrong.length} problems`);
      expect(wrong.slice(0, 20)).toEqual([]);
    },
    600_000,
  );

  it('links lead out to the web or to an element of the document', () => {
    for (const view of ['matrix', 'levels'] as const) {
      const html = exportedText(families, 'html', view);
      const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1]));
      for (const [, href] of html.matchAll(/\shref="([^"]*)"/g)) {
        if (href!.startsWith('#')) expect(ids).toContain(href!.slice(1));
        else expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
      }
    }
  });

  it('the CSV of all parses back to the same cells, none of them a formula', () => {
    const rows = parse(exportedText(families, 'csv')) as string[][];
    const guardedRows = bulletRows(families).map(row => row.map(guarded));
    expect(rows).toEqual([[...bulletColumns], ...guardedRows]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    console.log(`${rows.length} rows, ${rows.flat().filter(cell => cell.startsWith("'")).length} guarded cells`);
  });

  it('the map around every page is drawn, and is well-formed SVG', async () => {
    let lines = 0;
    for (const { uri } of families) {
      const map = (await service.careerMap([uri]))!;
      lines += map.edges.length;
      expectWellFormed(svgDocument(map, 'https://site.example'));
    }
    const all = (await service.careerMap(families.map(family => family.uri)))!;
    console.log(
      `${lines} links around ${families.length} families; of all together ${all.families.length}, ${all.leftOut} left out`,
    );
    expectWellFormed(svgDocument(all, undefined));
    expect(lines).toBeGreaterThan(20);
  });

  it('the JSON of all is what its schema says', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas/model.schema.json'), 'utf8'));
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(exportedText(families, 'json'))), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
  });
});
