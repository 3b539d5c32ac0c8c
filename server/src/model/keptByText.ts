import type { Profile } from '../profile/profile.ts';

/** As many texts are kept a profile; then all are forgotten at once. */
const MOST_KEPT = 20_000;

/**
 * A function of a text and a profile that keeps its answers: headings and names hardly change from one edit to the next.
 * `make` must depend on nothing else, and its answers must not be changed.
 */
export function keptByText<Answer>(make: (text: string, profile: Profile) => Answer): (text: string, profile: Profile) => Answer {
  const kept = new WeakMap<Profile, Map<string, { readonly answer: Answer }>>();
  return (text, profile) => {
    let answers = kept.get(profile);
    if (!answers || answers.size >= MOST_KEPT) {
      answers = new Map();
      kept.set(profile, answers);
    }
    let found = answers.get(text);
    if (!found) {
      found = { answer: make(text, profile) };
      answers.set(text, found);
    }
    return found.answer;
  };
}
