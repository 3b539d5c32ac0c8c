import type { TextEdit } from 'vscode-languageserver-types';
import { LanguageService } from '../../../server/src/service.ts';
import { LineIndex } from '../../../server/src/text/lineIndex.ts';
import { applySpanEdits } from '../../../server/src/text/spanEdit.ts';
import { appliedChanges } from '../../support/appliedEdits.ts';
import { readFixture } from '../../support/fixture.ts';
import { gradePage, MemoryHost, memoryRoot } from '../../support/memoryWorkspace.ts';

/** A fixture in a workspace that has the fixtures' grade page, and what refactorings make of it. */
export interface Refactored {
  readonly service: LanguageService;
  /** Path to text, as it is written on disk. */
  readonly files: ReadonlyMap<string, string>;
  readonly path: string;
  /** The titles of what is offered at the cursor. */
  offered(): Promise<readonly string[]>;
  /** The text of each file that the refactoring of this kind changes or makes, after it; undefined where it is not offered or not made. */
  all(kind: string): Promise<Readonly<Record<string, string>> | undefined>;
  /** The first file after it. */
  after(kind: string): Promise<string | undefined>;
}

/** Opens the first file of a fixture at its cursor, `<|>`. */
export function refactor(source: string, newline = '\n'): Refactored {
  const { files, cursor } = readFixture(source);
  const all = new Map([gradePage.path, ...Object.keys(files)].map(path => [path, files[path] ?? gradePage.text] as const));
  const [path, text] = Object.entries(files)[0]!;
  const written = text.replaceAll('\n', newline);
  all.set(path, written);
  const service = new LanguageService(new MemoryHost(all), { folders: [memoryRoot] });
  const uri = `${memoryRoot}/${path}`;
  service.setDocument(uri, written);
  const position = new LineIndex(text).positionAt(cursor ?? 0);
  const range = { start: position, end: position };
  const made = async (kind: string): Promise<Readonly<Record<string, string>> | undefined> => {
    if (!(await service.refactorings(uri, range)).some(one => one.kind === kind)) return undefined;
    const edits = await service.refactoringEdits(uri, range, kind);
    const pathOf = (one: string): string => decodeURIComponent(one.slice(memoryRoot.length + 1));
    if (!edits) return undefined;
    const byUri = new Map([...all].map(([one, said]) => [`${memoryRoot}/${one}`, said]));
    const after = [...appliedChanges(edits, byUri)].map(([one, said]) => [pathOf(one), said] as const);
    return Object.fromEntries(after.filter(([one, said]) => all.get(one) !== said));
  };
  return {
    service,
    files: all,
    path,
    offered: async () => (await service.refactorings(uri, range)).map(({ title }) => title),
    all: made,
    after: async kind => (await made(kind))?.[path],
  };
}

export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applySpanEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}
