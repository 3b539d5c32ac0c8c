import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { connections, transports } from '../support/connections.ts';

const path = 'content/job-families/kitchen/baker.md';
const files = {
  [path]: '---\ntitle: Baker\n---\n\n## Baker\n\n### Responsibilities\n\n- Bake [bread](/handbook/baking/#)\n',
  'content/handbook/baking.md': '---\ntitle: Baking\n---\n\n## Tins\n\nOf steel.\n',
};

describe.each(transports)('the server, %s', (_, start) => {
  const connectTo = connections(start);

  it('completionProvider: tells what a heading that is offered is about when the editor asks for it', async () => {
    const { client, open } = await connectTo(files);
    const document = await open(path);
    const [item] = await document.completions(document.at('#)', 1));
    expect([item!.label, item!.documentation]).toEqual(['/handbook/baking/#tins', undefined]);
    const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(resolved.documentation).toEqual({ kind: 'markdown', value: '**Baking › Tins**\n\nOf steel.' });
    expect(await client.connection.sendRequest('completionItem/resolve', { label: 'of another' })).toEqual({
      label: 'of another',
    });
  });
});
