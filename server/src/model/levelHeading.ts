import type { Profile, SectionKind } from '../profile/profile.ts';
import { type HeadingNode, standsUnder } from './headingTree.ts';
import { grammarOf } from './headingWords.ts';
import { gradeOf, type Level } from './jobFamily.ts';
import { readLevelName } from './levelName.ts';

/** True for a heading that may be a level: no section, no question, and none of the profile's `notLevels`. */
export function mayBeLevel(node: HeadingNode, profile: Profile): boolean {
  if (node.section !== undefined || node.name.trim() === '' || /[?!]\s*$/.test(node.heading.text)) return false;
  const grammar = grammarOf(profile);
  if (grammar.startsQuestion(node.name)) return false;
  const [first = '', second] = node.name.toLowerCase().split(/\s+/);
  const isListed = (profile.notLevels ?? []).some(word => word.toLowerCase() === first.replace(/[:,.]$/, ''));
  return !isListed || (second !== undefined && !grammar.isArticle(second) && !grammar.isLink(second) && !grammar.isNoun(second));
}

/** True for a name with a word of seniority. */
export function hasSeniority(name: string, profile: Profile): boolean {
  return readLevelName(name, profile).seniority.unmarked !== true;
}

/** True for a heading whose name holds a word of seniority, or one of the family's role names. */
export function isLevelLike(node: HeadingNode, roleNames: readonly string[], profile: Profile): boolean {
  const name = readLevelName(node.name, profile);
  if (name.seniority.unmarked !== true || name.words.length !== name.roleWords.length) return true;
  return roleNames.some(role => {
    const words = readLevelName(role, profile).roleWords;
    return words.length > 0 && words.every(word => name.words.includes(word));
  });
}

/** What groups fields of work. */
export const SPECIALTIES: readonly SectionKind[] = ['specialties', 'segment'];

/** True for a level under Specialties or the like that states no grade: it shares grade, superior and the rest with the levels. */
export function isSpecialty(level: Level): boolean {
  return level.node !== undefined && !gradeOf(level) && !level.gradeResource && standsUnder(level.node, SPECIALTIES);
}
