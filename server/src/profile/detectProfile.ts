import { builtInProfiles, defaultProfile } from './builtIn.ts';
import { globPath } from './globPath.ts';
import { globMatcher } from './globs.ts';
import type { Profile } from './profile.ts';

/**
 * The profile that a workspace's files speak for: the one whose folders hold the most pages, a page counted for the first of
 * the built-in ones that knows its folder, those that took the place of others before them. The default one where no page is in any profile's folder.
 */
export function detectProfile(uris: readonly string[], folders: readonly string[]): Profile {
  let best = defaultProfile;
  let most = 0;
  let paths = uris.map(uri => globPath(uri, folders));
  // What took the place of another one first: that one knows its folders, too.
  const profiles = [...builtInProfiles.values()];
  const successors = new Set(profiles.map(profile => profile.successor?.profile));
  for (const profile of profiles.toSorted((a, b) => Number(successors.has(b.name)) - Number(successors.has(a.name)))) {
    const isFamily = familyMatcher(profile);
    const others = paths.filter(path => !isFamily(path));
    const count = paths.length - others.length;
    if (count > most) {
      best = profile;
      most = count;
    }
    paths = others;
  }
  return best;
}

/** Says of a path, as `globPath` gives it, whether it makes a file a job family. */
export function familyMatcher(profile: Profile): (path: string) => boolean {
  const wanted = globMatcher(profile.pages.families);
  const unwanted = globMatcher(profile.pages.notFamilies);
  return path => wanted(path) && !unwanted(path);
}
