import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { LanguageService } from '../../server/src/service.ts';
import { cliEnvironment } from '../support/commandLine.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { SEED, times } from '../support/randomTests.ts';

// Random edits, creations, moves and deletions over a small workspace. What an editor shows that asks again only where it is
// told to must be what a service says that has never seen anything else, and what the command line says of the same files.

const gradeUrl = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

const paths = [
  'content/job-families/kitchen/baker.md',
  'content/job-families/kitchen/cook.md',
  'content/job-families/kitchen/chef/_index.md',
  'content/job-families/garden/gardener.md',
  'content/job-families/garden/baker.md',
  'content/handbook/baking.md',
  'content/handbook/garden/_index.md',
  'data/job_families.yml',
  'data/misused_terms.yml',
  '.hugolint.yaml',
  gradePage.path,
];
const uriOf = (path: string): string => `${memoryRoot}/${path}`;

/** What is typed, pasted and taken away; and what new pages are made of. */
const pieces = [
  '## Baker\n\n',
  '### Senior Baker\n\n',
  '### Staff Cook\n\n',
  '#### Job Grade\n\nThe Senior Baker is a grade 7.\n\n',
  `#### Job Grade\n\nThe Staff Cook is a [grade 8](${gradeUrl}).\n\n`,
  '#### Responsibilities\n\n- Extends the Senior Baker responsibilities\n',
  '- Extends the [Baker](/job-families/kitchen/baker/) requirements\n',
  '#### Requirements\n\n- Extends the Staff Cook requirements\n- Ability to use GitLab\n',
  '- Bake bread that people come back for every morning of the week\n',
  '- See [ovens](/handbook/baking/#ovens) and [tins](/handbook/baking/#tins)\n',
  '- See [the kitchen]({{< ref "chef" >}}) and [beds](../../../handbook/garden/#beds)\n',
  '## Ovens\n\nHot.\n\n',
  '## Tins\n\nRound.\n\n',
  '## Beds {#beds}\n\n',
  '<a name="tins"></a>\n\n',
  '## Levels\n\n',
  '## Hiring Process\n\n- A call\n',
  '- title: Baker\n  description: /job-families/kitchen/baker/\n',
  "exclude:\n  - pattern: '^/handbook/baking/#ovens'\n",
  '- avoid: bread\n  use_instead: loaf\n',
  '| Grade | Management | Individual Contributor |\n|---|---|---|\n| 8 | Manager | Staff |\n| 7 | | Senior |\n\n',
  '```\n',
  '<!-- job-family-disable-next-line broken-link -->\n',
  'word ',
  '\n',
];
const heads = [
  '',
  '---\ntitle: Baker\n---\n\n',
  '---\ntitle: Cook\naliases: [/handbook/baking/]\n---\n\n',
  '---\ntitle: Cook\naliases:\n  - /job-families/kitchen/baker/\n---\n\n',
];

const content = fc
  .tuple(fc.constantFrom(...heads), fc.array(fc.constantFrom(...pieces), { maxLength: 12 }))
  .map(([head, body]) => head + body.join(''));
const place = { path: fc.constantFrom(...paths), at: fc.nat({ max: 1_000_000 }) };
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), ...place, piece: fc.constantFrom(...pieces) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('cut' as const), ...place, length: fc.nat({ max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('open' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('write' as const), ...place, content }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), ...place, to: fc.constantFrom(...paths) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** An editor with a workspace: it asks for a page when it is edited, and for others when the server says that they are old. */
class Editor {
  readonly files: Map<string, string>;
  readonly documents = new Map<string, string>();
  readonly service: LanguageService;
  private readonly shown = new Map<string, { resultId: string; diagnostics: unknown }>();

  constructor(start: ReadonlyMap<string, string>) {
    this.files = new Map(start);
    this.service = new LanguageService(new MemoryHost(this.files), { folders: [memoryRoot], mostWhole: 3 });
  }

  async perform(one: Step): Promise<void> {
    const { path } = one;
    const uri = uriOf(path);
    const text = this.documents.get(path);
    switch (one.do) {
      case 'open':
        return this.edit(path, this.files.get(path) ?? '');
      case 'type':
      case 'cut': {
        const old = text ?? this.files.get(path) ?? '';
        const at = old.length === 0 ? 0 : one.at % (old.length + 1);
        const end = one.do === 'cut' ? at + one.length : at;
        return this.edit(path, old.slice(0, at) + (one.do === 'type' ? one.piece : '') + old.slice(end));
      }
      case 'save':
        if (text !== undefined) this.files.set(path, text);
        return this.changed(path);
      case 'close':
        if (text === undefined) return;
        this.documents.delete(path);
        this.shown.delete(uri);
        await this.service.closeDocument(uri);
        return this.look(await this.others());
      case 'write':
        this.files.set(path, one.content);
        return this.changed(path);
      case 'delete':
        this.files.delete(path);
        return this.changed(path);
      case 'move': {
        const moved = this.files.get(path);
        if (moved === undefined || one.to === path) return;
        this.files.delete(path);
        this.files.set(one.to, moved);
        return this.changed(path, one.to);
      }
    }
  }

  /** What the editor shows of a page. */
  showing(path: string): unknown {
    return this.shown.get(uriOf(path))?.diagnostics;
  }

  /** A service that has never seen anything but the present state. */
  fresh(): LanguageService {
    const service = new LanguageService(new MemoryHost(new Map(this.files)), { folders: [memoryRoot] });
    for (const [path, text] of this.documents) service.setDocument(uriOf(path), text);
    return service;
  }

  private async edit(path: string, text: string): Promise<void> {
    this.documents.set(path, text);
    const decides = this.service.decidesForAll(uriOf(path));
    this.service.setDocument(uriOf(path), text);
    await this.look(decides ? [...this.documents.keys()] : [path, ...(await this.others(path))]);
  }

  private async changed(...changed: string[]): Promise<void> {
    for (const path of changed) await this.service.fileChanged(uriOf(path));
    await this.look(await this.others());
  }

  private async others(edited?: string): Promise<string[]> {
    const open = [...this.documents.keys()].filter(path => path !== edited);
    return (await this.service.outdated(open.map(uriOf))).map(uri => uri.slice(memoryRoot.length + 1));
  }

  private async look(at: readonly string[]): Promise<void> {
    for (const path of at) {
      if (!this.documents.has(path)) continue;
      const uri = uriOf(path);
      const before = this.shown.get(uri);
      const { resultId, diagnostics } = await this.service.pageDiagnostics(uri, before?.resultId);
      this.shown.set(uri, { resultId, diagnostics: diagnostics ?? before?.diagnostics });
    }
  }
}

const workspace = fc
  .array(content, { minLength: paths.length, maxLength: paths.length })
  .map(texts => new Map([...paths.map((path, at) => [path, texts[at]!] as const), [gradePage.path, gradePage.text] as const]));

const RUNS = times({ short: 8, full: 50 });
const STEPS = 200;

describe(`${RUNS * STEPS} random edits, creations, moves and deletions`, () => {
  it('leave what the editor shows as it would be from scratch, and as the command line says', async () => {
    let steps = 0;
    const result = await fc.check(
      fc.asyncProperty(workspace, fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (start, all) => {
        const editor = new Editor(start);
        for (const [number, one] of all.entries()) {
          await editor.perform(one);
          steps++;
          if (number % 2 !== 0 && number !== all.length - 1) continue;
          const fresh = editor.fresh();
          for (const path of editor.documents.keys())
            expect(editor.showing(path), `${path} after step ${number}`).toEqual(await fresh.diagnostics(uriOf(path)));
        }
        await expectSameAnswers(editor);
        await expectSameAsCommandLine(editor);
      }),
      { numRuns: RUNS, endOnFailure: true, seed: SEED },
    );
    // The steps of a failing run fill pages: the seed makes them again.
    if (result.failed)
      throw new Error(`With seed ${result.seed}, path ${result.counterexamplePath}`, { cause: result.errorInstance });
    expect(steps).toBeGreaterThanOrEqual(RUNS * STEPS);
  }, 600_000);
});

/** Whatever one may ask of the whole workspace. */
async function expectSameAnswers(editor: Editor): Promise<void> {
  const fresh = editor.fresh();
  expect(await editor.service.workspaceSymbols('')).toEqual(await fresh.workspaceSymbols(''));
  for (const path of paths) {
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    expect(await editor.service.references(uriOf(path), everywhere.start, true), path).toEqual(
      await fresh.references(uriOf(path), everywhere.start, true),
    );
    expect(await editor.service.codeActions(uriOf(path), everywhere), path).toEqual(
      await fresh.codeActions(uriOf(path), everywhere),
    );
  }
}

async function expectSameAsCommandLine(editor: Editor): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'job-family-engine-'));
  try {
    writeFileSync(join(folder, '.git'), '');
    for (const [path, text] of new Map([...editor.files, ...editor.documents])) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const printed: string[] = [];
    const code = await main(
      cliEnvironment(['check', '--format', 'json', '.'], folder, (stream, text) => {
        if (stream === 'stdout') printed.push(text);
      }),
    );
    expect(code).toBeLessThan(2);
    const said = (JSON.parse(printed.join('')) as { findings: { code: string; message: string; path: string; range: unknown }[] })
      .findings;
    const shown: unknown[] = [];
    for (const uri of [...(await editor.service.familyPages()), ...(await editor.service.documents())]) {
      const found = await editor.service.findings(uri);
      for (const finding of found?.findings ?? []) {
        const { start, end } = found!.lines.rangeOf(finding.span);
        const range = {
          start: { line: start.line + 1, column: start.character + 1 },
          end: { line: end.line + 1, column: end.character + 1 },
        };
        shown.push({ code: finding.code, message: finding.message, path: uri.slice(memoryRoot.length + 1), range });
      }
    }
    expect(said.map(({ code: rule, message, path, range }) => ({ code: rule, message, path, range }))).toEqual(shown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
