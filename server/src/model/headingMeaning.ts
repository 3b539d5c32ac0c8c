import type { Profile } from '../profile/profile.ts';
import type { Heading } from '../syntax/heading.ts';
import { splitHeadingGrade } from './gradeStatement.ts';
import { exactName, findLevel, readLevelName } from './levelName.ts';
import { recogniseSection, type SectionHeading } from './sectionHeading.ts';

/** What a heading means on its page: a section, a level that states its grade, or a name. */
export interface HeadingMeaning {
  readonly section: SectionHeading | undefined;
  readonly name: string;
  readonly grade: number | undefined;
}

/**
 * Reads all headings of a page. What one alone leaves open, the others decide: "Senior Baker – Job Grade 8" is the Job Grade
 * section of a heading "Senior Baker", or, without one, the level itself; "Requirements for X" is a section if X is a level,
 * the role or a group, and plain text if not.
 */
export function readHeadings(
  headings: readonly Heading[],
  profile: Profile,
  roleNames: readonly string[],
): readonly HeadingMeaning[] {
  const read = headings.map(({ text }) => recogniseSection(text, profile));
  const plain = headings.filter((_, at) => read[at] === undefined);
  const names = new Set(plain.map(({ text }) => exactName(text, profile)));
  // What an uncertain heading's owner must share a word with.
  const words = new Set([...roleNames, ...plain.map(({ text }) => text)].flatMap(text => readLevelName(text, profile).roleWords));

  return headings.map((heading, at): HeadingMeaning => {
    const section = read[at];
    const asSection: HeadingMeaning = { section, name: heading.text, grade: section?.grade };
    const asText: HeadingMeaning = { section: undefined, name: heading.text, grade: undefined };
    if (!section) {
      const split = splitHeadingGrade(heading.text, profile);
      return split && !names.has(exactName(split.name, profile)) ? { ...asText, ...split } : asText;
    }
    if (!section.certain) {
      const owner = readLevelName(section.qualifier ?? '', profile).words;
      return owner.some(word => words.has(word)) ? asSection : asText;
    }
    if (section.grade === undefined || section.qualifier === undefined || section.kinds.length > 1) return asSection;
    if (names.has(exactName(section.qualifier, profile))) return asSection;
    const above = headings.slice(0, at).findLast((one, index) => one.level < heading.level && read[index] === undefined);
    const isAboves = above && findLevel(section.qualifier, [{ name: readLevelName(above.text, profile) }], profile);
    return isAboves?.type === 'found' ? asSection : { section: undefined, name: section.qualifier, grade: section.grade };
  });
}
