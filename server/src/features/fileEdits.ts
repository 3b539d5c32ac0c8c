import type { Range } from '../text/lineIndex.ts';

/** Why an edit is made, where it is more than the renaming itself. */
export type EditReason =
  /** Keeps what other pages say true. */
  | 'other-page'
  /** Writes a name in full that stood there shortened, since a short form would not mean the level any more. */
  | 'in-full'
  /** Leaves the old address behind, which nobody has asked for yet. */
  | 'alias'
  /** A part of a change of the whole workspace, which is looked at before it is made. */
  | 'successor';

/** One change to a file. */
export interface FileEdit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
  readonly reason?: EditReason;
}

/** A file that comes, goes or gets another place. A page that comes is empty at first: an edit fills it. */
export type FileOperation =
  | { readonly type: 'create'; readonly uri: string }
  | { readonly type: 'rename'; readonly uri: string; readonly newUri: string; readonly reason?: EditReason }
  | { readonly type: 'delete'; readonly uri: string };

/** A change of the workspace's files. Operations come first; an edit names a file as it is called behind them. */
export type FileChange = FileEdit | FileOperation;

export function isFileOperation(change: FileChange): change is FileOperation {
  return 'type' in change;
}

/** What a renaming comes to: the edits, of files as they are before it, or why it is not made. */
export type RenameOutcome =
  | { readonly type: 'edits'; readonly edits: readonly FileEdit[] }
  | { readonly type: 'refused'; readonly message: string };

/** Collects edits of files. Of two that would overlap, the first counts. */
export class FileEdits {
  private readonly byFile = new Map<string, FileEdit[]>();

  add(edit: FileEdit): void {
    const edits = this.byFile.get(edit.uri) ?? [];
    if (edits.some(other => overlap(other.range, edit.range))) return;
    edits.push(edit);
    this.byFile.set(edit.uri, edits);
  }

  /** All of them, file after file in the order in which they came, each file's in page order. */
  all(): readonly FileEdit[] {
    return [...this.byFile.values()].flatMap(edits => edits.toSorted((a, b) => order(a.range.start, b.range.start)));
  }
}

function overlap(a: Range, b: Range): boolean {
  if (order(a.start, b.start) === 0) return true;
  return order(a.start, b.end) < 0 && order(b.start, a.end) < 0;
}

function order(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
