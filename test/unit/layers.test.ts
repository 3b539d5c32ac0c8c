import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const server = join(root, 'server/src');

/** What each layer may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ['text'],
  profile: ['syntax'],
  schema: ['syntax'],
  model: ['text', 'syntax', 'profile'],
  workspace: ['text', 'syntax', 'profile', 'schema', 'model'],
  rules: ['text', 'syntax', 'profile', 'schema', 'model', 'workspace'],
  features: ['text', 'syntax', 'profile', 'schema', 'model', 'workspace', 'rules', 'lsp/messages.ts'],
  ladder: ['text', 'syntax', 'profile', 'model', 'workspace', 'rules', 'lsp/messages.ts'],
  export: ['profile', 'workspace', 'ladder'],
  map: ['profile', 'model', 'workspace', 'ladder', 'features'],
  configuration: ['text', 'syntax', 'profile', 'workspace/workspacePath.ts', 'workspace/workspaceHost.ts', 'rules'],
  'configuredWorkspace.ts': ['profile/globs.ts', 'configuration', 'workspace'],
  'keptByUri.ts': ['configuredWorkspace.ts', 'workspace'],
  'linkedWorkspace.ts': ['text', 'configuration', 'configuredWorkspace.ts', 'keptByUri.ts', 'workspace', 'features'],
  'checkedWorkspace.ts': [
    'text',
    'workspace',
    'rules',
    'features',
    'configuration',
    'configuredWorkspace.ts',
    'linkedWorkspace.ts',
  ],
  'restructuredWorkspace.ts': ['features', 'model', 'workspace', 'checkedWorkspace.ts'],
  'renamingWorkspace.ts': ['workspace', 'features', 'linkedWorkspace.ts', 'restructuredWorkspace.ts'],
  'comparingWorkspace.ts': ['workspace', 'ladder', 'renamingWorkspace.ts', 'lsp/messages.ts'],
  'service.ts': [
    'workspace',
    'features',
    'ladder',
    'export',
    'map',
    'checkedWorkspace.ts',
    'comparingWorkspace.ts',
    'lsp/messages.ts',
  ],
  disk: ['workspace/workspaceHost.ts', 'workspace/ignoreFiles.ts', 'workspace/pageReading.ts'],
  lsp: [
    'text',
    'features',
    'rules',
    'ladder/levelDocument.ts',
    'workspace/canonicalUri.ts',
    'workspace/workspaceHost.ts',
    'workspace/ignoreFiles.ts',
    'linkedWorkspace.ts',
    'checkedWorkspace.ts',
    'renamingWorkspace.ts',
    'service.ts',
  ],
  cli: [
    'text',
    'profile',
    'configuration',
    'rules',
    'export',
    'disk',
    'linkedWorkspace.ts',
    'checkedWorkspace.ts',
    'service.ts',
    'model/sectionHeading.ts',
    'workspace/canonicalUri.ts',
  ],
  'node.ts': ['lsp', 'disk'],
  'worker.ts': ['lsp'],
  'cli.ts': ['cli'],
};

/** Layers that run on Node alone. */
const ON_NODE = ['disk', 'cli', 'node.ts', 'cli.ts'];

interface Import {
  readonly from: string;
  readonly what: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map(path => join(folder, path));
}

function importsOf(file: string): Import[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map(match => ({ from: file, what: (match[1] ?? match[2] ?? match[3])! }));
}

const imports = sourceFiles(server).flatMap(importsOf);

describe('imports of the server point one way', () => {
  it('there are imports to look at', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each(Object.keys(MAY_IMPORT))('%s', layer => {
    const wrong = imports
      .filter(({ from }) => relative(server, from).split('/')[0] === layer)
      .filter(({ what }) => what.startsWith('.') && !/\.(?:yaml|json)$/.test(what))
      .map(({ from, what }) => ({ from: relative(server, from), to: relative(server, resolve(dirname(from), what)) }))
      .filter(
        ({ to }) =>
          to.split('/')[0] !== layer && !MAY_IMPORT[layer]!.some(allowed => to === allowed || to.startsWith(`${allowed}/`)),
      );
    expect(wrong).toEqual([]);
  });

  it('every file of the server is in one of these layers', () => {
    const layers = new Set(sourceFiles(server).map(file => relative(server, file).split('/')[0]!));
    expect([...layers].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('only the outer layers know Node or a protocol connection', () => {
    const wrong = imports
      .filter(({ from }) => !ON_NODE.includes(relative(server, from).split('/')[0]!))
      .filter(
        ({ from, what }) =>
          what.startsWith('node:') ||
          (what.startsWith('vscode-languageserver') &&
            what !== 'vscode-languageserver-types' &&
            !/^(?:lsp\/|worker\.ts$)/.test(relative(server, from))),
      );
    expect(wrong).toEqual([]);
  });
});

it('the client knows nothing of the server but its messages', () => {
  const wrong = [...sourceFiles(join(root, 'client/src')), ...sourceFiles(join(root, 'client/webview'))]
    .flatMap(importsOf)
    .filter(({ what }) => what.includes('server/') && !what.endsWith('server/src/lsp/messages.ts'));
  expect(wrong).toEqual([]);
});
