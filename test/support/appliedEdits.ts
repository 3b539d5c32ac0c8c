import { type FileChange, type FileEdit, isFileOperation } from '../../server/src/features/fileEdits.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';

/** The files that edits change, after them. `textOf`: what a file says before. */
export function appliedEdits(edits: readonly FileEdit[], textOf: (uri: string) => string): Map<string, string> {
  const after = new Map<string, string>();
  for (const uri of new Set(edits.map(edit => edit.uri))) {
    const lines = new LineIndex(textOf(uri));
    const own = edits.filter(edit => edit.uri === uri);
    after.set(
      uri,
      applySpanEdits(
        lines.text,
        own.map(({ range, newText }) => ({
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          newText,
        })),
      ),
    );
  }
  return after;
}

/** All files of a workspace after changes, made in their order. Throws where a file is made that there is, or none is where one is meant. */
export function appliedChanges(changes: readonly FileChange[], files: ReadonlyMap<string, string>): Map<string, string> {
  const after = new Map(files);
  const textOf = (uri: string): string => {
    const text = after.get(uri);
    if (text === undefined) throw new Error(`${uri} is no file`);
    return text;
  };
  let waiting: FileEdit[] = [];
  const flush = (): void => {
    for (const [uri, text] of appliedEdits(waiting, textOf)) after.set(uri, text);
    waiting = [];
  };
  for (const change of changes) {
    if (!isFileOperation(change)) {
      waiting.push(change);
      continue;
    }
    flush();
    if (change.type === 'create' || change.type === 'rename') {
      const uri = change.type === 'create' ? change.uri : change.newUri;
      if (after.has(uri)) throw new Error(`${uri} is there already`);
      after.set(uri, change.type === 'create' ? '' : textOf(change.uri));
    }
    if (change.type === 'rename' || change.type === 'delete') {
      textOf(change.uri);
      after.delete(change.uri);
    }
  }
  flush();
  return after;
}
