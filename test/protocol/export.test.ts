import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type ExportResult, exportRequest } from '../../server/src/lsp/messages.ts';
import { connections, transports } from '../support/connections.ts';
import { htmlProblems } from '../support/htmlProblems.ts';

const page = (name: string): string => `---
title: ${name}
---

## Job Grade

The ${name} is a grade 6.

## Responsibilities

- Prepares what the ${name} serves
`;
const baker = 'content/job-families/kitchen/baker.md';
const cook = 'content/job-families/kitchen/cook.md';
const files = { [baker]: page('Baker'), [cook]: page('Cook'), 'README.md': '# Read me\n' };

describe.each(transports)('what is asked of the server to be saved, %s', (_, start) => {
  const connect = connections(start);

  it('is each format of the families that were named, as they are in the editor', async () => {
    const { client, open, uri } = await connect(files);
    const ask = (format: string, ...paths: string[]) =>
      client.connection.sendRequest<ExportResult | null>(exportRequest, { uris: paths.map(uri), format });
    const document = await open(baker);
    await document.edit('Prepares', 'Bakes');

    const html = (await ask('html', baker, cook))!;
    expect(html.families).toBe(2);
    expect(html.text).toContain('Bakes what the Baker serves');
    expect(await htmlProblems(html.text)).toEqual([]);
    const csv: Record<string, string>[] = parse((await ask('csv', baker, cook, 'README.md'))!.text, { columns: true });
    expect(csv.map(row => [row.Page, row.Text])).toEqual([
      [baker, 'Bakes what the Baker serves'],
      [cook, 'Prepares what the Cook serves'],
    ]);
    expect((await ask('markdown', cook))!.text).toContain('# Cook');
    expect(JSON.parse((await ask('json', baker))!.text)).toMatchObject({ families: [{ path: baker, title: 'Baker' }] });
  });

  it('is nothing where no page is a job family, and an error where it is no question', async () => {
    const { client, uri } = await connect(files);
    const params = { uris: [uri('README.md')], format: 'html' };
    expect(await client.connection.sendRequest(exportRequest, params)).toBeNull();
    await expect(client.connection.sendRequest(exportRequest, { ...params, format: 'pdf' })).rejects.toThrow(/wants \{ uris/);
  });
});
