import { type FileChange, isFileOperation } from '../features/fileEdits.ts';
import { canonicalUri } from '../workspace/canonicalUri.ts';

/**
 * Moves of files that this server has put into an edit itself. The client asks what follows from them as from any other; all that does is
 * in the edit already, and would be changed twice.
 */
export class PlannedMoves {
  private readonly planned = new Set<string>();

  /** Only the newest edit that moves anything counts: an older one can no longer be made. */
  note(changes: readonly FileChange[]): void {
    const moves = changes.filter(isFileOperation).filter(change => change.type === 'rename');
    if (moves.length === 0) return;
    this.planned.clear();
    for (const { uri, newUri } of moves) this.planned.add(keyOf({ oldUri: uri, newUri }));
  }

  /** Those of these moves that are somebody else's. A planned one is forgotten as it is made. */
  unplanned<Move extends FileMove>(moves: readonly Move[]): readonly Move[] {
    return moves.filter(move => !this.planned.delete(keyOf(move)));
  }
}

interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/** Clients spell URIs in their own way. */
function keyOf({ oldUri, newUri }: FileMove): string {
  return [oldUri, newUri].map(canonicalUri).join('\n');
}
