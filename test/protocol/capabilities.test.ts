import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { transports } from '../support/connections.ts';
import { LspClient } from '../support/lspClient.ts';

/** What each test says that it tests: its title begins with the capabilities, `hoverProvider, definitionProvider: …`. */
const tested = new Set(
  readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.test.ts'))
    .flatMap(file => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\bit(?:\.each\([^)]*\))?\(\s*['`]([\w, ]+): /g),
    ])
    .flatMap(match => match[1]!.split(', ')),
);

it('every capability that the server advertises has a test, and no test is for one that it does not advertise', async () => {
  const [, start] = transports[0]!;
  const client = await LspClient.start(start(), { folders: [] });
  const { workspace, ...own } = client.initialized.capabilities;
  const { fileOperations, ...ofWorkspace } = workspace ?? {};
  const advertised = [...Object.keys(own), ...Object.keys(ofWorkspace), ...Object.keys(fileOperations ?? {})];
  client.connection.dispose();
  expect([...tested].sort()).toEqual(advertised.sort());
});
