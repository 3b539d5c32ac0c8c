import type { Profile } from '../profile/profile.ts';

const compiled = new WeakMap<Profile, readonly RegExp[]>();

/** What the profile takes for a hole of a template that nobody filled, each to be searched for all over a text. */
export function placeholderPatterns(profile: Profile): readonly RegExp[] {
  const patterns = compiled.get(profile) ?? profile.placeholders.map(pattern => new RegExp(pattern, 'g'));
  compiled.set(profile, patterns);
  return patterns;
}

/** True for a text with a hole: what it will say once that is filled nobody knows yet. */
export function holdsPlaceholder(text: string, profile: Profile): boolean {
  return placeholderPatterns(profile).some(pattern => text.search(pattern) >= 0);
}
