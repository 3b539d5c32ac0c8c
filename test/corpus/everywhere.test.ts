import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FindingsJson } from '../../server/src/cli/reporters/json.ts';
import { canonicalUri } from '../../server/src/workspace/canonicalUri.ts';
import { sampleCopy } from '../support/builtProgram.ts';
import { runCli } from '../support/commandLine.ts';
import { transports } from '../support/connections.ts';
import { handbookFolder, hasCorpus } from '../support/corpus.ts';
import { LspClient, type Transport } from '../support/lspClient.ts';

/** How long a whole handbook may take on a busy machine, in milliseconds. */
const PATIENCE = 300_000;

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** Each page's findings as the command line tells them, by URI; pages without any are left out. */
function byCommandLine(folder: string): Map<string, string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'job-family-findings-'));
  try {
    const output = join(scratch, 'findings.json');
    expect(runCli(['check', '--format', 'json', '--quiet', '--fail-on', 'hint', '--output', output], folder).code).toBe(1);
    const told = new Map<string, string[]>();
    for (const { path, range, severity, code, message } of (JSON.parse(readFileSync(output, 'utf8')) as FindingsJson).findings) {
      const uri = canonicalUri(pathToFileURL(join(folder, path)).href);
      const place = [range.start.line, range.start.column, range.end.line, range.end.column].join(':');
      told.set(uri, [...(told.get(uri) ?? []), `${place} ${severity} ${code} ${message}`]);
    }
    return told;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The same as an editor is told when it asks a server for the whole workspace. */
async function byServer(folder: string, transport: Transport): Promise<Map<string, string[]>> {
  const client = await LspClient.start(transport, { folders: [pathToFileURL(folder).href] });
  try {
    const told = new Map<string, string[]>();
    for (const report of (await client.workspaceDiagnostics()).flat()) {
      if (report.kind !== 'full' || report.items.length === 0) continue;
      told.set(
        canonicalUri(report.uri),
        report.items.map(({ range: { start, end }, severity, code, message }) => {
          const place = [start.line + 1, start.character + 1, end.line + 1, end.character + 1].join(':');
          return `${place} ${SEVERITIES[severity! - 1]} ${code} ${message}`;
        }),
      );
    }
    return told;
  } finally {
    client.connection.dispose();
    transport.process?.kill();
    await transport.end?.();
  }
}

describe.each(transports)('findings of the server %s', (_, start) => {
  it(
    'are those of the command line on the sample',
    async () => {
      const { folder, remove } = sampleCopy();
      try {
        expect(await byServer(folder, start())).toEqual(byCommandLine(folder));
      } finally {
        remove();
      }
    },
    PATIENCE,
  );

  it.skipIf(!hasCorpus)(
    'are those of the command line on the real pages',
    async () => {
      const told = byCommandLine(handbookFolder);
      expect(told.size).toBeGreaterThan(100);
      const server = await byServer(handbookFolder, start());
      expect([...server.keys()].sort()).toEqual([...told.keys()].sort());
      for (const [uri, findings] of told) expect(server.get(uri)).toEqual(findings);
    },
    PATIENCE,
  );
});
