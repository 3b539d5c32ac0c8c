import type { FileEdit } from '../../server/src/features/fileEdits.ts';
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
