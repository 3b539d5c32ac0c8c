import { expect, it } from 'vitest';
import type { PageStatus } from '../../server/src/lsp/messages.ts';
import { inProcess, LspClient } from '../support/lspClient.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const text = '---\ntitle: Baker\n---\n\n## Job Grade\n\nThe Baker is a grade 6.\n';
const uri = `${memoryRoot}/content/job-families/kitchen/baker.md`;
const other = `${memoryRoot}/content/job-families/kitchen/cook.md`;

it('a page on which a server hung is left out until it is edited; the others are read', async () => {
  const host = new MemoryHost(
    new Map([
      ['content/job-families/kitchen/baker.md', text],
      ['content/job-families/kitchen/cook.md', text.replaceAll('Baker', 'Cook')],
    ]),
  );
  const transport = inProcess(host);
  const client = await LspClient.start(transport, { folders: [memoryRoot], initializationOptions: { leftOut: [uri] } });
  const status = (): Promise<PageStatus> => transport.connection.sendRequest('jobFamily/pageStatus', { uri });

  expect(await transport.connection.sendRequest('$/ping')).toBeNull();
  const page = await client.open(uri, text);
  expect(await page.diagnostics()).toEqual([]);
  expect((await status()).reason).toContain('stopped responding');
  expect((await client.workspaceSymbols('')).map(({ name }) => name).join()).toContain('Cook');
  expect(host.reads).toContain(other);
  expect(host.reads).not.toContain(uri);

  await page.edit('grade 6', 'grade 7');
  expect((await page.diagnostics()).map(({ code }) => code)).toContain('unlinked-grade');
  expect((await status()).reason).toBeNull();
  await client.stop();
});
