import { builtInProfiles } from './builtIn.ts';
import type { Profile, WordAdvice } from './profile.ts';

/** Returns the regular expressions of all built-in profiles, which are tested for linear search time. */
export function builtInPatterns(): ReadonlySet<string> {
  known ??= new Set([...builtInProfiles.values()].flatMap(patternsOf));
  return known;
}

let known: ReadonlySet<string> | undefined;

/** Returns every regular expression of a profile: the values that `profile.schema.json` gives the format `regex`. */
export function patternsOf({ seniority, grades, words, ...profile }: Profile): readonly string[] {
  const exceptions = (list: readonly WordAdvice[]): readonly string[] => list.flatMap(({ except }) => except ?? []);
  return [
    ...seniority.flatMap(({ pattern }) => pattern ?? []),
    ...grades.patterns,
    ...(grades.bare ?? []),
    ...(grades.none ?? []),
    ...(grades.resource ? [grades.resource.pattern] : []),
    ...profile.placeholders,
    ...(profile.gaps ?? []),
    ...(profile.placeholderAdvice ?? []).map(({ pattern }) => pattern),
    ...profile.reportsTo,
    ...words.vacancy,
    ...words.yearsOfExperience,
    ...words.priorExperience,
    ...[words.alternatives, words.fixedMindset, words.pronouns, words.misused].flatMap(exceptions),
  ];
}
