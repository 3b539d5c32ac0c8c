import { describe, expect, it } from 'vitest';
import {
  CancellationToken,
  CancellationTokenSource,
  type CodeAction,
  type Diagnostic,
  DiagnosticSeverity,
  ProgressType,
  type Range,
} from 'vscode-languageserver-protocol';
import {
  type CheckProgress,
  type CheckResult,
  checkWorkspaceRequest,
  codedWordsRequest,
  type LevelsResult,
  levelsChangedNotification,
  levelsRequest,
  type PageStatus,
  pageStatusRequest,
} from '../../server/src/lsp/messages.ts';
import { type Connected, connections, transports } from '../support/connections.ts';

const page = (name: string): string => `---
title: ${name}
---

## Job Grade

The ${name} is a grade 6.

## Responsibilities

- Leads and competes
`;
const path = (name: string): string => `content/job-families/kitchen/${name.toLowerCase()}.md`;
const names = ['Baker', 'Cook', 'Dishwasher', 'Expediter', 'Fishmonger', 'Grocer', 'Host'];
const files = Object.fromEntries(names.map(name => [path(name), page(name)]));

describe.each(transports)('what views ask of the server, %s', (_, start) => {
  const connect = connections(start);

  function check({ client }: Connected, heard: (progress: CheckProgress) => void, token?: CancellationToken) {
    client.connection.onProgress(new ProgressType<CheckProgress>(), 'check', heard);
    const params = { progressToken: 'check' };
    return client.connection.sendRequest<CheckResult>(checkWorkspaceRequest, params, token ?? CancellationToken.None);
  }

  /** What an editor lists of the whole workspace: hints are shown in the text alone. */
  async function listedFindings({ client }: Connected): Promise<Diagnostic[]> {
    const reports = (await client.workspaceDiagnostics()).flat();
    const all = reports.flatMap(report => (report.kind === 'full' ? report.items : []));
    return all.filter(({ severity }) => severity !== DiagnosticSeverity.Hint);
  }

  it('lists all levels, and tells when they may be others', async () => {
    const { client, open } = await connect(files);
    const levels = async () => (await client.connection.sendRequest<LevelsResult>(levelsRequest)).families;
    expect((await levels()).map(family => [family.title, family.levels.map(level => level.grade)])).toEqual(
      names.map(name => [name, [6]]),
    );
    const document = await open(path('Baker'));
    await document.diagnostics();
    const told = new Promise<void>(resolve => client.connection.onNotification(levelsChangedNotification, () => resolve()));
    await document.edit('grade 6', 'grade 7');
    await told;
    expect((await levels())[0]?.levels[0]?.grade).toBe(7);
  });

  it('says what it makes of a page, and what is wrong with a question', async () => {
    const { client, uri } = await connect({ ...files, 'README.md': '# Read me\n' });
    const status = (of: string) => client.connection.sendRequest<PageStatus>(pageStatusRequest, { uri: uri(of) });
    expect(await status(path('Baker'))).toMatchObject({ levels: 1, reason: null });
    expect(await status('README.md')).toMatchObject({ levels: null, reason: expect.stringContaining('job-families') });
    await expect(client.connection.sendRequest(pageStatusRequest, {})).rejects.toThrow(/wants \{ uri \}/);
  });

  it('shows where the masculine-coded words are, and offers it on the finding of the page', async () => {
    const { client, open, uri } = await connect(
      { ...files, 'README.md': '# Read me\n' },
      { initializationOptions: { showReferencesCommand: 'client.show' } },
    );
    const document = await open(path('Cook'));
    const words = await client.connection.sendRequest<Range[]>(codedWordsRequest, { uri: document.uri });
    expect(words.map(word => word.start)).toEqual([document.at('competes')]);
    expect(await client.connection.sendRequest(codedWordsRequest, { uri: uri('README.md') })).toBeNull();
    const title = document.at('title: Cook', 'title: '.length);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: document.uri },
      range: { start: title, end: title },
      context: { diagnostics: [] },
    });
    const show = actions.find(action => action.title === 'Show coded words');
    expect(show?.command).toMatchObject({
      command: 'client.show',
      arguments: [document.uri, title, [{ uri: document.uri, range: words[0] }]],
    });
  });

  it('checks the whole workspace, telling how far it is', async () => {
    const connected = await connect(files);
    const heard: CheckProgress[] = [];
    const result = await check(connected, progress => heard.push(progress));
    const listed = await listedFindings(connected);
    expect(result).toEqual({
      checked: names.length,
      total: names.length,
      findings: listed.length,
      pagesWithFindings: names.length,
    });
    expect(heard[0]).toEqual({ checked: 0, total: names.length });
    expect(heard.length).toBeGreaterThan(1);
  });

  it('stops checking when it is cancelled, and tells what it has', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [path(`Cook${at}`), page(`Cook${at}`)]));
    const connected = await connect(many);
    const source = new CancellationTokenSource();
    const result = await check(connected, () => source.cancel(), source.token);
    expect(result.total).toBe(150);
    expect(result.checked).toBeLessThan(150);
  });

  it('shows findings of pages that are not open once they were asked for, though the settings want none', async () => {
    const connected = await connect(files, {
      settings: { checkWorkspace: false },
      initializationOptions: { checkWorkspace: false },
    });
    const { client } = connected;
    expect((await client.workspaceDiagnostics()).flat()).toEqual([]);
    const result = await check(connected, () => {});
    await client.heard(() => client.refreshes > 0);
    expect((await listedFindings(connected)).length).toBe(result.findings);
    expect(result.findings).toBeGreaterThan(0);
  });
});
