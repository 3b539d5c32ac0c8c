// What is typed is never lost, whatever else changes at that moment: settings, files, the list of open documents. Each answer must hold the
// text that the editor had when it asked, and findings must follow the newest settings.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { type ExportResult, exportRequest, readFileRequest } from '../../server/src/lsp/messages.ts';
import { connections, transports } from '../support/connections.ts';
import { type Dice, dice } from '../support/dice.ts';
import { inProcess, type LspClient, type OpenDocument, type Transport } from '../support/lspClient.ts';
import { SEED } from '../support/randomTests.ts';
import { slowHost } from '../support/slowHost.ts';

const STEPS = 1000;
/** How long a file may take to be read, in turns of the event loop. */
const MAX_TURNS = 6;

const CODE = 'section-name-typo';
const SEVERITIES = { error: 1, warning: 2, information: 3, hint: 4 } as const;
type SeverityName = keyof typeof SEVERITIES;

const page = 'content/job-families/kitchen/baker.md';
const other = 'content/job-families/kitchen/cook.md';
const files = {
  [page]: `---
title: Baker
---

## Baker word0

### Job Grade

The Baker word0 is a grade 6.

### Responsibilties

- Bake bread
`,
  [other]: `---
title: Cook
---

## Cook

### Job Grade

The Cook is a grade 7.

### Responsibilities

- Extends the [Baker](/job-families/kitchen/baker/) responsibilities
`,
};

/** How each answer about the page shows the word that its heading ends in. */
const ANSWERS: Readonly<Record<string, (client: LspClient, document: OpenDocument) => Promise<string>>> = {
  ladder: async (_, document) => (await document.ladder())?.html ?? 'no ladder',
  symbols: async (_, document) => JSON.stringify(await document.symbols()),
  export: async ({ connection }, { uri }) => {
    const exported = await connection.sendRequest<ExportResult | null>(exportRequest, { uris: [uri], format: 'json' });
    return exported?.text ?? 'no export';
  },
  rename: async (_, document) => JSON.stringify(await document.prepareRename(document.at('## Baker', 4))),
  hover: async (_, document) => JSON.stringify(await document.hover(document.at('## Baker', 4))),
  'workspace symbols': async client => JSON.stringify(await client.workspaceSymbols('Baker')),
};

const slowly = (): Transport => inProcess(slowHost(new DiskHost(() => {}), dice(SEED), MAX_TURNS));

describe.each([...transports, ['in process, from a slow disk', slowly] as const])(
  'settings that change between edits, %s',
  (_, start) => {
    const connect = connections(start);

    it(`lose nothing that was typed, in ${STEPS} steps (seed ${SEED})`, { timeout: 300_000 }, async () => {
      const roll = dice(SEED);
      const { client, open, transport } = await connect(files, { settings: { rules: {} } });
      if (transport.end) readLate(transport, dice(SEED));
      const document = await open(page);
      let word = 'word0';
      let severity: SeverityName = 'warning';
      let before: Promise<unknown> = Promise.resolve();
      for (let step = 1; step <= STEPS; step++) {
        // Nothing is waited for from here to the question: what was asked before, the settings and the edit are all under way at once.
        const early = pick(Object.values(ANSWERS), roll)(client, document);
        const changes = [
          async () => {
            severity = pick(Object.keys(SEVERITIES) as SeverityName[], roll);
            await client.configure({ rules: { [CODE]: severity } });
          },
          async () => {
            const next = `word${step}`;
            const edited = document.edit(`## Baker ${word}`, `## Baker ${next}`);
            word = next;
            await edited;
          },
          async () => {
            if (roll(4) === 0) await document.reopen();
          },
        ];
        for (const change of shuffled(changes, roll)) void change();
        const name = pick(Object.keys(ANSWERS), roll);
        const answer = await ANSWERS[name]!(client, document);
        expect(answer, `step ${step}: the answer to “${name}” does not hold what was typed`).toContain(word);
        await before;
        before = early;
        if (step % 10 === 0) await severityBecomes(client, document, severity, step);
      }
      await before;
    });
  },
);

/** Resolves when the finding has this severity; the server says when it is to be asked again. */
async function severityBecomes(client: LspClient, document: OpenDocument, severity: SeverityName, step: number): Promise<void> {
  for (;;) {
    const { refreshes } = client;
    const found: Diagnostic | undefined = (await document.diagnostics()).find(({ code }) => code === CODE);
    expect(found, `step ${step}: the finding is gone`).toBeDefined();
    if (found!.severity === SEVERITIES[severity]) return;
    await client.heard(() => client.refreshes > refreshes);
  }
}

/** Has the client of a server without a disk answer late, as a browser does. */
function readLate({ connection }: Transport, roll: Dice): void {
  connection.onRequest(readFileRequest, async ({ uri }: { uri: string }) => {
    for (let turns = roll(MAX_TURNS); turns > 0; turns--) await new Promise(resolve => setImmediate(resolve));
    try {
      return readFileSync(new URL(uri), 'utf8');
    } catch {
      return null;
    }
  });
}

function pick<Value>(values: readonly Value[], roll: Dice): Value {
  return values[roll(values.length)]!;
}

function shuffled<Value>(values: readonly Value[], roll: Dice): Value[] {
  const left = [...values];
  return values.map(() => left.splice(roll(left.length), 1)[0]!);
}
