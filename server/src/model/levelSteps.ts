import type { Profile, SeniorityWord } from '../profile/profile.ts';
import type { JobFamily } from './jobFamily.ts';
import { wordsOf } from './levelName.ts';

/** A level that a family may have: a step of the profile's seniority with the name that the family would give it. */
export interface LevelStep {
  readonly title: string;
  readonly seniority: SeniorityWord;
}

/** The steps for a role, individual contributors first, junior to senior. `field`: what its managers lead. */
export function levelSteps(role: string, field: string, profile: Profile): readonly LevelStep[] {
  const height = ({ seniority }: LevelStep): number => (seniority.track === 'management' ? 100 : 0) + seniority.rank;
  return (
    profile.seniority
      // An abbreviation, such as CEO, is a post of its own and no step of a family.
      .filter(({ words }) => words !== undefined && !/^\p{Lu}+$/u.test(words[0]!))
      .map(seniority => ({ seniority, title: titleOf(seniority, role, field, profile) }))
      .sort((a, b) => height(a) - height(b))
  );
}

/** The steps that no level of the page has, individual contributors first, junior to senior. */
export function missingSteps(family: JobFamily, profile: Profile): readonly LevelStep[] {
  const role = roleName(family, profile);
  return levelSteps(role, fieldName(family) ?? role, profile).filter(
    ({ seniority }) => !family.levels.some(level => level.name.seniority === seniority),
  );
}

/** What the page's individual contributors are called without their seniority; empty where nothing says it. */
export function roleName(family: JobFamily, profile: Profile): string {
  const names = family.levels.filter(level => level.track !== 'management').map(level => withoutSeniority(level.title, profile));
  return (
    names.sort((a, b) => names.filter(one => one === b).length - names.filter(one => one === a).length)[0] ??
    withoutSeniority(family.title, profile)
  );
}

function titleOf(seniority: SeniorityWord, role: string, field: string, profile: Profile): string {
  if (seniority.unmarked) return `${role} (${profile.names.unmarkedSuffix})`;
  return seniority.track === 'management' ? `${seniority.words![0]}, ${field}` : `${seniority.words![0]} ${role}`;
}

/** What the page's managers lead: the part behind the comma. */
function fieldName(family: JobFamily): string | undefined {
  return family.levels
    .filter(level => level.track === 'management')
    .flatMap(level => /(?:,\s+|\s+of\s+)(.+)$/i.exec(level.title)?.[1] ?? [])[0];
}

function withoutSeniority(title: string, profile: Profile): string {
  const bare = title.replace(/\s*\([^()]*\)\s*$/, '');
  const seniority = new Set(
    profile.seniority
      .filter(one => one.track !== 'management')
      .flatMap(one => one.words ?? [])
      .flatMap(word => wordsOf(word, profile)),
  );
  const words = bare.split(' ');
  while (words.length > 1 && wordsOf(words[0]!, profile).every(word => seniority.has(word))) words.shift();
  return words.join(' ');
}
