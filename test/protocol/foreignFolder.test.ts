import { afterEach, expect, it } from 'vitest';
import { type ListFilesParams, listFilesRequest, type ReadFileParams, readFileRequest } from '../../server/src/lsp/messages.ts';
import { LspClient, overStdio } from '../support/lspClient.ts';

const folder = 'vscode-vfs://forge/handbook';
const baker = `${folder}/content/job-families/kitchen/baker.md`;
const files: Readonly<Record<string, string>> = {
  [baker]: `---
title: Baker
---

## Responsibilities

- Bakes as [the guide](/handbook/guide/#ovens) says
- Cleans as [the guide](/handbook/guide/#floors) says
`,
  [`${folder}/content/handbook/guide.md`]: '---\ntitle: Guide\n---\n\n## Ovens\n',
};

let stop: (() => void) | undefined;
afterEach(() => stop?.());

it('a folder that is on no disk is read through the client, by the built server too', async () => {
  const transport = overStdio();
  stop = () => transport.process?.kill();
  const { connection } = transport;
  connection.onRequest(readFileRequest, ({ uri }: ReadFileParams) => files[uri] ?? null);
  connection.onRequest(listFilesRequest, (asked: ListFilesParams) => (asked.folder === folder ? Object.keys(files) : []));
  const client = await LspClient.start(transport, { folders: [folder] });
  const document = await client.open(baker, files[baker]!);
  const broken = (await document.diagnostics()).filter(({ code }) => code === 'broken-link');
  expect(broken.map(({ range }) => range.start.line)).toEqual([document.at('#floors').line]);
});
