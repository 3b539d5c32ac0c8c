import type { Profile, SectionKind } from '../profile/profile.ts';
import { readMisspelled } from './headingTypo.ts';
import { grammarOf, type HeadingGrammar, type NameMatch } from './headingWords.ts';
import { keptByText } from './keptByText.ts';
import { readLevelName } from './levelName.ts';

/** What a heading's text says about the section under it: its kind, whose it is, and what else it states. */
export interface SectionHeading {
  /** One kind, or several if the heading names them together ("Responsibilities and Requirements"). */
  readonly kinds: readonly SectionKind[];
  /** The level, family or group that the heading names, in full or shortened; undefined if it names none. */
  readonly qualifier: string | undefined;
  /** Whose section it is by the heading's words alone. Whom a name means, only the page can tell. */
  readonly owner: 'none' | 'base' | 'all' | 'named';
  /** The section's name as written. */
  readonly name: string;
  /** Where the name starts in the heading's text (UTF-16). */
  readonly nameStart: number;
  /** The name with its misspelling corrected; undefined if it is spelled right. */
  readonly correction: string | undefined;
  /** The grade that a Job Grade heading states itself: "Job Grade 8". */
  readonly grade: number | undefined;
  /** False if the owner follows a word such as "for" and may be something else: "Requirements for Success". */
  readonly certain: boolean;
}

/**
 * Parses a heading as owner, kind and remainder ("Senior Baker – Job Grade 8", "Base Requirements For All Roles"); undefined if
 * it names no section. The words come from the profile (`sections`, `sectionQualifiers`, `sectionOwners`).
 */
export const recogniseSection = keptByText(recogniseAnew);

/** Longer headings are sentences. */
const MAX_LENGTH = 160;

function recogniseAnew(text: string, profile: Profile): SectionHeading | undefined {
  if (text.length > MAX_LENGTH || text.trim() === '') return undefined;
  const grammar = grammarOf(profile);
  // "What you do" may be a section's name; any other question is none.
  const isQuestion = grammar.startsQuestion(text);
  const counts = ({ start }: NameMatch): boolean => !isQuestion || text.slice(0, start).trim() === '';
  if (/[?!]\s*$/.test(text)) return undefined;
  for (const match of grammar.namesIn(text).filter(counts)) {
    const section = readAround(text, match, grammar, profile);
    if (section) return section;
  }
  const misspelled = readMisspelled(text, grammar);
  return misspelled && counts(misspelled) ? readAround(text, misspelled, grammar, profile) : undefined;
}

/** Whose section it is, as one side of the name says. */
interface Owner {
  readonly owner: SectionHeading['owner'];
  readonly qualifier?: string;
  readonly grade?: number;
  readonly certain?: boolean;
}

const NOBODY: Owner = { owner: 'none' };

function readAround(text: string, match: NameMatch, grammar: HeadingGrammar, profile: Profile): SectionHeading | undefined {
  const before = readBefore(text.slice(0, match.start), grammar);
  const after = before && readAfter(text.slice(match.end), match, grammar, profile);
  if (!before || !after) return undefined;
  const owner = [before, after].find(one => one.owner === 'named') ?? (after.owner === 'none' ? before : after);
  return {
    kinds: match.kinds,
    qualifier: owner.qualifier,
    owner: owner.owner,
    name: text.slice(match.start, match.end),
    nameStart: match.start,
    correction: match.correction,
    grade: after.grade,
    certain: owner.certain ?? true,
  };
}

/** More words than this before a section's name are a sentence. */
const MAX_OWNER_WORDS = 12;

function readBefore(text: string, grammar: HeadingGrammar): Owner | undefined {
  let rest = withoutSeparators(text);
  let isBase = false;
  // From the name outwards: "Senior Baker – Core Job Responsibilities".
  for (let word = lastWord(rest); word !== '' && grammar.isModifier(word); word = lastWord(rest)) {
    isBase ||= grammar.isBase(word);
    rest = withoutSeparators(rest.slice(0, -word.length));
  }
  if (rest === '') return isBase ? { owner: 'base' } : NOBODY;
  const words = rest.split(/\s+/);
  if (words.every(word => grammar.isAll(word) || grammar.isNoun(word))) return { owner: 'all' };
  if (words.length > MAX_OWNER_WORDS || /[?!]/.test(rest)) return undefined;
  return { owner: 'named', qualifier: rest.trim() };
}

function readAfter(text: string, match: NameMatch, grammar: HeadingGrammar, profile: Profile): Owner | undefined {
  const bracket = /^\s*\(([^()]*)\)/.exec(text);
  if (bracket) {
    // An abbreviation says nothing about the kind ("Performance Indicators (PI)"); a level's name says whose it is.
    const rest = readAfter(text.slice(bracket[0].length), match, grammar, profile);
    const grade = match.kinds.includes('job-grade') ? grammar.gradeIn(bracket[1]!) : undefined;
    if (grade !== undefined) return rest && { ...rest, grade };
    return rest?.owner === 'none' ? ownerInBrackets(bracket[1]!, profile) : rest;
  }
  if (/^[\s:.,;|\u2013\u2014*-]*$/.test(text)) return NOBODY;
  if (match.kinds.includes('job-grade')) {
    const grade = grammar.gradeIn(text);
    if (grade !== undefined) return { owner: 'none', grade };
    const first = grammar.gradeBeforeName(text);
    if (first) return { owner: 'named', qualifier: first.name, grade: first.grade };
  }
  if (grammar.isRemark(text)) return NOBODY;
  const link = /^\s+(\S+)\s+(.+)$/s.exec(text);
  if (link && grammar.isLink(link[1]!)) {
    const owner = readOwner(link[2]!, grammar, profile);
    return match.suffixes.includes(link[1]!.toLowerCase()) ? { ...owner, certain: true } : owner;
  }
  const parted = /^\s*(?:[:|\u2013\u2014]|-(?=\s))\s*(.+)$/s.exec(text)?.[1];
  if (parted === undefined) return undefined;
  // "Responsibilities: what you will do" is followed by a remark, "Performance Indicators - Marketing" by a name.
  if (/^\p{Ll}/u.test(parted) || grammar.startsQuestion(parted)) return NOBODY;
  return { ...readOwner(parted, grammar, profile), certain: true };
}

/** Reads "all roles", "the Senior Baker", "Backend roles". */
function readOwner(text: string, grammar: HeadingGrammar, profile: Profile): Owner {
  let words = withoutSeparators(text).split(/\s+/);
  const start = words.findIndex(word => !grammar.isArticle(word) && !grammar.isAll(word));
  const isAll = words.slice(0, start < 0 ? words.length : start).some(grammar.isAll);
  words = start < 0 ? [] : words.slice(start);
  const end = words.findLastIndex(word => !grammar.isNoun(word)) + 1;
  const hasNoun = end < words.length;
  const name = withoutSeparators(words.slice(0, end).join(' '));
  if (name === '') return isAll ? { owner: 'all' } : NOBODY;
  const certain = isAll || hasNoun || readLevelName(name, profile).seniority.unmarked !== true;
  return { owner: isAll ? 'all' : 'named', qualifier: name, certain };
}

function ownerInBrackets(text: string, profile: Profile): Owner {
  const isLevel = readLevelName(text, profile).seniority.unmarked !== true;
  return isLevel ? { owner: 'named', qualifier: text.trim() } : NOBODY;
}

function withoutSeparators(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s:;|\u2013\u2014,.&/([-]/.test(text.charAt(end - 1)) && !/\b[JS]r\.$/.test(text.slice(0, end))) end--;
  return text.slice(0, end).trimStart();
}

function lastWord(text: string): string {
  return /[^\s:|\u2013\u2014]*$/.exec(text)?.[0] ?? '';
}
