import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { connections, transports } from '../support/connections.ts';
import type { ClientOptions } from '../support/lspClient.ts';

const path = 'content/job-families/kitchen/baker.md';
const other = 'content/job-families/kitchen/cook.md';
const page = `---
title: Kitchen Baker
---

## Levels

### Senior Baker

#### Senior Baker Job Grade

The Senior Baker is a grade 7.

#### Senior Baker Responsibilities

- Bake bread
`;
const files = {
  [path]: page,
  [other]: '---\ntitle: Cook\n---\n\nSee the [Senior Baker](/job-families/kitchen/baker/#senior-baker).\n',
};

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applySpanEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

describe.each(transports)('renaming, %s', (_, start) => {
  const connectTo = connections(start);

  async function renamed(options: Partial<ClientOptions> = {}): Promise<{ edit: WorkspaceEdit; uri: (path: string) => string }> {
    const { open, uri } = await connectTo(files, options);
    const document = await open(path);
    await document.edit('Bake bread', 'Bake rye bread');
    return { edit: await document.rename(document.at('### Senior', 6), 'Master Baker'), uri };
  }

  it('renameProvider: gives one edit of all pages, with the version of those that are open and a note on the others', async () => {
    const { edit, uri } = await renamed();
    const [own, others] = edit.documentChanges as TextDocumentEdit[];
    expect(own?.textDocument).toEqual({ uri: uri(path), version: 2 });
    expect(applied(page, own!.edits as TextEdit[])).toBe(page.replaceAll('Senior Baker', 'Master Baker'));
    expect(others?.textDocument).toEqual({ uri: uri(other), version: null });
    expect(applied(files[other]!, others!.edits as TextEdit[])).toContain(
      '[Master Baker](/job-families/kitchen/baker/#master-baker)',
    );
    expect(own?.edits.some(one => 'annotationId' in one)).toBe(false);
    const [note] = Object.entries(edit.changeAnnotations ?? {});
    expect(note?.[1].label).toBe('Other pages');
    expect(others?.edits.every(one => 'annotationId' in one && one.annotationId === note?.[0])).toBe(true);
  });

  it('renames for a client that takes neither versions nor notes', async () => {
    const { edit, uri } = await renamed({ workspaceEdit: {} });
    expect(Object.keys(edit)).toEqual(['changes']);
    expect(Object.keys(edit.changes ?? {}).sort()).toEqual([uri(path), uri(other)]);
    const unannotated = await renamed({ workspaceEdit: { documentChanges: true } });
    expect(Object.keys(unannotated.edit)).toEqual(['documentChanges']);
    expect(JSON.stringify(unannotated.edit)).not.toContain('annotationId');
  });

  it('renameProvider: says before where and what, and says no in plain words', async () => {
    const { open } = await connectTo(files);
    const document = await open(path);
    expect(await document.prepareRename(document.at('#### Senior', 6))).toEqual({
      range: { start: document.at('#### Senior', 5), end: document.at('#### Senior', 5 + 'Senior Baker'.length) },
      placeholder: 'Senior Baker',
    });
    await expect(document.prepareRename(document.at('Bake bread'))).rejects.toThrow(
      'Only the name of a level, a heading or the title can be renamed here.',
    );
    await expect(document.rename(document.at('### Senior', 6), 'Levels')).rejects.toThrow(
      'This page has the heading “Levels” already.',
    );
  });

  it('linkedEditingRangeProvider: names the places that are typed together', async () => {
    const { open } = await connectTo(files);
    const document = await open(path);
    const linked = await document.linkedEditingRanges(document.at('#### Senior Baker Resp', 9));
    const words = linked?.ranges.map(({ start, end }) => {
      const lines = new LineIndex(page);
      return lines.lineText(start.line).slice(0, end.character);
    });
    expect(words).toEqual(['### Senior Baker', '#### Senior Baker', '#### Senior Baker']);
    expect(await document.linkedEditingRanges(document.at('Bake bread'))).toBeNull();
  });
});
