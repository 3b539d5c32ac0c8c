import * as l10n from '@vscode/l10n';
import type { Track } from '../../profile/profile.ts';

/** How many names or bullets a hover lists before it says how many more there are. */
export const MOST_LISTED = 12;

/** "Grade 7 · management": where a level stands. */
export function standing(grade: number | undefined, track: Track): string {
  const on = track === 'management' ? l10n.t`management` : l10n.t`individual contributor`;
  return `${grade === undefined ? l10n.t`No grade` : l10n.t`Grade ${grade}`} · ${on}`;
}
