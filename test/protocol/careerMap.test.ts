import { describe, expect, it } from 'vitest';
import { type CareerMapResult, careerMapRequest, type ExportResult, exportRequest } from '../../server/src/lsp/messages.ts';
import { connections, transports } from '../support/connections.ts';
import { expectWellFormed } from '../support/wellFormed.ts';

const page = (name: string, next: string): string => `---
title: ${name}
---

## Job Grade

The ${name} is a grade 6.

## Responsibilities

- Works

## Career Ladder

Next comes the [${next}](/job-families/kitchen/${next.toLowerCase()}/).
`;
const path = (name: string): string => `content/job-families/kitchen/${name.toLowerCase()}.md`;
const files = {
  [path('Baker')]: page('Baker', 'Cook'),
  [path('Cook')]: page('Cook', 'Host'),
  [path('Host')]: page('Host', 'Owner'),
  'README.md': '# Read me\n',
};

describe.each(transports)('the career map, %s', (_, start) => {
  const connect = connections(start);

  it('is of a family as far as is wanted, or of its department; and as a file to be saved', async () => {
    const { client, uri } = await connect(files);
    const ask = (of: string, scope: string, steps: number) =>
      client.connection.sendRequest<CareerMapResult | null>(careerMapRequest, { uri: uri(of), scope, steps });
    const near = (await ask(path('Baker'), 'family', 1))!;
    expect(near.title).toBe('Baker');
    expect(near.html).toContain('>Cook</tspan>');
    expect(near.html).not.toContain('>Host</tspan>');
    expect((await ask(path('Baker'), 'family', 2))!.html).toContain('>Host</tspan>');
    const all = (await ask(path('Baker'), 'department', 1))!;
    expect(all.title).toBe('Kitchen');
    expect(all.html).toContain('>Host</tspan>');
    expect(await ask('README.md', 'family', 1)).toBeNull();
    const saved = { uris: [uri(path('Baker'))], format: 'svg' };
    const { text } = (await client.connection.sendRequest<ExportResult | null>(exportRequest, saved))!;
    expectWellFormed(text);
    expect(text).toContain('Career map: Baker');
  });

  it('goes with what is open, every link with its page and line', async () => {
    const { client, open, uri } = await connect(files);
    const document = await open(path('Baker'));
    await document.edit('title: Baker', 'title: Master Baker');
    const params = { uri: uri(path('Baker')), scope: 'family', steps: 1 };
    const { html } = (await client.connection.sendRequest<CareerMapResult | null>(careerMapRequest, params))!;
    expect(html).toContain('>Master Baker</tspan>');
    const links = [...html.matchAll(/<(?:a|button)\b[^>]*role="link"[^>]*>/g)].map(match => match[0]);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) expect(link).toMatch(/data-uri="[^"]+" data-line="\d+"/);
  });

  it('is an error where it is no question', async () => {
    const { client, uri } = await connect(files);
    const params = { uri: uri(path('Baker')), scope: 'company', steps: 1 };
    await expect(client.connection.sendRequest(careerMapRequest, params)).rejects.toThrow(/wants \{ uri, scope/);
  });
});
