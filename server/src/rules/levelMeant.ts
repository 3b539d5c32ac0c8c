import type { JobFamily, Level } from '../model/jobFamily.ts';
import { findLevel, type LevelName, readLevelName, wordsOf } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';

/**
 * Whom a name that stands under a level means: the level itself (also where that is not clear), another level of the page, or
 * clearly not the level, and none that is known.
 */
export function levelMeant(family: JobFamily, level: Level, written: string, profile: Profile): Level | 'own' | 'none' {
  const match = findLevel(written, family.levels, profile, [family.title]);
  if (match.type === 'ambiguous') return 'own';
  if (match.type === 'found') {
    if (match.level === level || match.level.title === level.title) return 'own';
    // A name that is not the other level's in full, and fits this one as well, is a shortened one.
    const inFull = readLevelName(written, profile).words.join(' ') === match.level.name.words.join(' ');
    return !inFull && findLevel(written, [level], profile, [family.title]).type === 'found' ? 'own' : match.level;
  }
  return isClearlyNot(readLevelName(written, profile), level.name, profile) ? 'none' : 'own';
}

/** The role's words are alike and the seniority is another: a slip of the keys or a shortened name would be neither. */
function isClearlyNot(written: LevelName, own: LevelName, profile: Profile): boolean {
  if (written.seniority === own.seniority) return false;
  const [shorter, longer] = written.roleWords.length < own.roleWords.length ? [written, own] : [own, written];
  if (shorter.roleWords.length === 0 || !shorter.roleWords.every(word => longer.roleWords.includes(word))) return false;
  if (shorter.roleWords.length === longer.roleWords.length) return true;
  // Of names that differ in more, only those that share no seniority: "Senior X Manager" may well be the "Senior Manager, X".
  const sharesSeniority = (own.seniority.words ?? []).some(word =>
    wordsOf(word, profile).every(one => written.words.includes(one)),
  );
  return (
    !sharesSeniority && own.seniority.unmarked !== true && written.seniority.unmarked !== true && shorter.roleWords.length > 1
  );
}
