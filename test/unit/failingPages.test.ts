import { expect, it, vi } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { LanguageService } from '../../server/src/service.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { cliEnvironment } from '../support/commandLine.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

/** Any page with these words cannot be read: no page that we know of does that, and one that does must not stop others. */
const BREAKS = 'this breaks the reader';

vi.mock('../../server/src/syntax/page.ts', async original => {
  const page = await original<typeof import('../../server/src/syntax/page.ts')>();
  return {
    ...page,
    *pageInSteps(...args: Parameters<typeof page.pageInSteps>) {
      if (args[0].includes(BREAKS)) throw new RangeError('Maximum call stack size exceeded');
      return yield* page.pageInSteps(...args);
    },
    parsePage(...args: Parameters<typeof page.parsePage>) {
      if (args[0].includes(BREAKS)) throw new RangeError('Maximum call stack size exceeded');
      return page.parsePage(...args);
    },
  };
});

const level = (name: string, more = ''): string =>
  `---\ntitle: ${name}\n---\n\n## Job Grade\n\nThe ${name} is a grade 6.\n\n## Responsibilities\n\n- See [cooks](/job-families/kitchen/cook/#job-grade)\n${more}`;
const files = {
  'content/job-families/kitchen/baker.md': level('Baker'),
  'content/job-families/kitchen/cook.md': level('Cook', `- ${BREAKS}\n`),
  'content/job-families/kitchen/waiter.md': level('Waiter', '\u0000'),
};
const at = (page: string): string => `${memoryRoot}/content/job-families/kitchen/${page}.md`;

it('a page that cannot be read stops nothing that is asked of the whole workspace, and is named in the log', async () => {
  const host = new MemoryHost(new Map(Object.entries(files)));
  const service = new LanguageService(host, { folders: [memoryRoot] });
  const told: string[] = [];
  for await (const { uri, diagnostics } of service.workspaceDiagnostics(new Map()))
    if (diagnostics?.some(({ code }) => code === 'unlinked-grade')) told.push(uri);
  expect(told).toEqual([at('baker'), at('waiter')]);
  expect((await service.workspaceSymbols('')).map(({ name }) => name)).toEqual(expect.arrayContaining(['Baker', 'Waiter']));
  expect((await service.levels()).families.map(({ uri }) => uri)).toEqual([at('baker'), at('waiter')]);
  expect(await service.references(at('baker'), { line: 1, character: 8 }, true)).not.toEqual([]);
  expect((await service.careerMapPage({ uri: at('baker'), scope: 'department', steps: 1 }))?.html).toContain('Waiter');
  const exported = await service.exported({ uris: [at('baker'), at('cook'), at('waiter')], format: 'json' });
  expect(exported?.families).toBe(2);
  expect(await service.fixAll(at('cook'))).toEqual([]);
  expect(host.logged.filter(line => line.includes('cook.md')).join()).toContain('cannot be read');
  expect(host.logged.join()).not.toContain('baker.md');
});

it.each(['check', 'fix', 'export'])('%s goes on with the other pages, names the page, and ends with 3', async command => {
  const { folder, remove } = diskWorkspace(files);
  try {
    const written = { stdout: '', stderr: '' };
    const args = command === 'export' ? ['export', '--format', 'json', '.'] : [command, '.'];
    const code = await main(
      cliEnvironment(args, folder, (stream, text) => {
        written[stream] += text;
      }),
    );
    expect(code).toBe(3);
    expect(written.stderr).toMatch(/cook\.md: this page cannot be read/);
    expect(written.stdout).toContain('baker.md');
    expect(written.stdout).toContain('waiter.md');
  } finally {
    remove();
  }
});
