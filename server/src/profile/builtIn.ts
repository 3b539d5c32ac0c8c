import gitlab from '../../../profiles/gitlab.yaml';
import gitlabLibrary2026 from '../../../profiles/gitlab-library-2026.yaml';
import ownLadderProfile from '../../../profiles/own-ladder.yaml';
import plain from '../../../profiles/plain.yaml';
import inclusiveLanguage from '../../../profiles/words/inclusive-language.yaml';
import ownLadder from '../../../profiles/words/own-ladder.yaml';
import { mergeProfile } from './mergeProfile.ts';
import type { Profile } from './profile.ts';

/**
 * The profiles that come with the extension, by name. One may say by `base` which other it changes. A test validates each
 * against `schemas/profile.schema.json`.
 */
export const builtInProfiles: ReadonlyMap<string, Profile> = resolved([
  // Its word lists are a file of their own; the others inherit them.
  { ...(gitlab as object), words: inclusiveLanguage },
  gitlabLibrary2026,
  { ...(plain as object), ownLadder },
]);

/** The profile by which a company's own ladder of any form is read. It has no grades and no folders of its own. */
export const anyLadder: Profile = resolved([...builtInProfiles.values(), ownLadderProfile]).get('own-ladder')!;

/** All profiles that a configuration may name. */
export const namedProfiles: ReadonlyMap<string, Profile> = new Map([...builtInProfiles, [anyLadder.name, anyLadder]]);

/** The profile that a workspace has where nothing speaks for another. */
export const defaultProfile: Profile = builtInProfiles.get('gitlab')!;

function resolved(files: readonly unknown[]): Map<string, Profile> {
  const profiles = new Map<string, Profile>();
  for (const file of files) {
    const { base, ...changes } = file as { readonly base?: string };
    const profile = mergeProfile(base === undefined ? undefined : profiles.get(base), changes) as Profile;
    profiles.set(profile.name, profile);
  }
  return profiles;
}
