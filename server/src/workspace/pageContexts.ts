import type { PageContext } from '../model/readers/openLadder.ts';
import { globPath } from '../profile/globPath.ts';
import { globMatcher } from '../profile/globs.ts';
import type { Profile } from '../profile/profile.ts';

/** Returns what says of a page whether it is one level of its folder's family, by the profile's `levelPages`; undefined for all others. */
export function pageContexts(profile: Profile, folders: readonly string[]): (uri: string) => PageContext | undefined {
  const matchers = (profile.pages.levelPages ?? []).flatMap(({ pages, title }) =>
    pages.map((glob, index) => ({ matches: globMatcher([glob]), title, rank: pages.length > 1 ? index + 1 : undefined })),
  );
  if (matchers.length === 0) return () => undefined;
  return uri => {
    const path = globPath(uri, folders);
    const found = matchers.find(({ matches }) => matches(path));
    return (
      found && {
        isLevel: true,
        familyTitle: found.title,
        rank: found.rank,
        fileTitle: titleOfFile(path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')),
      }
    );
  };
}

/** "02-senior-baker" as "Senior Baker", "ic3" as "IC3". */
export function titleOfFile(file: string): string {
  if (/^[a-z]{1,3}\d{1,2}$/i.test(file)) return file.toUpperCase();
  const words = file.replace(/[-_]+/g, ' ').replace(/^\d{1,3}\.?\s+(?=\p{L})/u, '');
  return words.replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase());
}
