import type { Track } from '../../profile/profile.ts';

/** How many names or bullets a hover lists before it says how many more there are. */
export const MOST_LISTED = 12;

/** "Grade 7 · management": where a level stands. */
export function standing(grade: number | undefined, track: Track): string {
  const on = track === 'management' ? 'management' : 'individual contributor';
  return `${grade === undefined ? 'No grade' : `Grade ${grade}`} · ${on}`;
}
