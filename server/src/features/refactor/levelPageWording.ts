import type { JobFamily, Section } from '../../model/jobFamily.ts';
import { canonicalName, type Profile, type SectionKind } from '../../profile/profile.ts';

/** What the page of a level says to take over what stands over the levels of its family. `link`: where that stands. */
export function baseSentence(title: string, kind: SectionKind, link: string, profile: Profile): string {
  const section = canonicalName(profile, kind).toLowerCase();
  return profile.extends.sentence.replace('{level}', `[${title}](${link})`).replace('{section}', section);
}

/** What it says instead of a section that stands once for the family. */
export function sharedSentence(kind: SectionKind, link: string, profile: Profile): string {
  return profile.sharedSectionSentence.replace('{section}', canonicalName(profile, kind)).replace('{link}', link);
}

/** Who owns what stands over the levels: the level that is the page itself, else the family. */
export function baseOwner(family: JobFamily): string {
  return family.levels.find(level => level.node === undefined)?.title ?? family.title;
}

/** The section of a kind that every level of the page has because it stands over them. */
export function baseSectionOf(family: JobFamily, kind: SectionKind): Section | undefined {
  return family.base.find(section => section.kind === kind);
}
