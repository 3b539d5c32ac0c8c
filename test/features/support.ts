import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { LanguageService } from '../../server/src/service.ts';
import { LineIndex, type Position } from '../../server/src/text/lineIndex.ts';
import { readFixture } from '../support/fixture.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

/** A fixture with a cursor, opened: what an editor would ask at that place. */
export interface OpenFixture {
  readonly service: LanguageService;
  readonly uri: string;
  readonly text: string;
  readonly position: Position;
  readonly lines: LineIndex;
}

/** Opens the first file of a fixture in a workspace that has the fixtures' grade page. */
export function openFixture(source: string): OpenFixture {
  const { files, cursor } = readFixture(source);
  const all = new Map([...Object.entries(files), [gradePage.path, gradePage.text] as const]);
  const service = new LanguageService(new MemoryHost(all), { folders: [memoryRoot] });
  const [path, text] = Object.entries(files)[0]!;
  const lines = new LineIndex(text);
  service.setDocument(`${memoryRoot}/${path}`, text);
  return { service, uri: `${memoryRoot}/${path}`, text, lines, position: lines.positionAt(cursor ?? 0) };
}

/** The items offered at the cursor, in the order an editor shows them before a letter more is typed. */
export async function completionsAt(fixture: OpenFixture, snippets = true): Promise<CompletionItem[]> {
  const list = await fixture.service.completion(fixture.uri, fixture.position, { snippets });
  return [...list.items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** The page after an item is taken. */
export function accept(fixture: OpenFixture, item: CompletionItem): string {
  const edit = item.textEdit as TextEdit;
  const start = fixture.lines.offsetAt(edit.range.start);
  return fixture.text.slice(0, start) + edit.newText + fixture.text.slice(fixture.lines.offsetAt(edit.range.end));
}

/** What a hover at the cursor says; undefined where there is none. */
export async function hoverText(fixture: OpenFixture): Promise<string | undefined> {
  const hover = await fixture.service.hover(fixture.uri, fixture.position);
  return hover && (hover.contents as { value: string }).value;
}

/** The line, counted from 1, of a file of a fixture on which some words stand for the first time. */
export function lineIn(source: string, path: string, words: string): number {
  const text = readFixture(source).files[path]!;
  return text.slice(0, text.indexOf(words)).split('\n').length;
}
