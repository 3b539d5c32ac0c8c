/** A kind of section that the model knows by name; which spellings mean it is the profile's business. */
export type SectionKind =
  | 'responsibilities'
  | 'requirements'
  | 'job-grade'
  | 'performance-indicators'
  | 'career-ladder'
  | 'hiring-process'
  | 'nice-to-haves'
  | 'levels'
  | 'specialties'
  | 'segment'
  | 'references'
  | OwnSectionKind;

/** A section that only its own heading names: a competency of a company's own ladder. */
export type OwnSectionKind = `own:${string}`;

/** The words by which ladders of any company are recognized; case is ignored. `profiles/words/own-ladder.yaml` says what each list means. */
export interface OwnLadderWords {
  readonly markWords: readonly string[];
  readonly notMarks: readonly string[];
  /** Words of seniority, lowest first. */
  readonly seniority: readonly (readonly string[])[];
  readonly management: readonly string[];
  readonly parts: Readonly<Record<Track, readonly string[]>>;
  readonly frame: readonly string[];
  /** Words that a page's title may end with and that name no profession. */
  readonly titleFrame: readonly string[];
  readonly all: readonly string[];
  readonly columns: { readonly label: readonly string[]; readonly title: readonly string[] };
  readonly notFamilies: readonly string[];
  readonly role: readonly string[];
  readonly unnamedSection: string;
}

/** Whether a level leads people or contributes by its own work. */
export type Track = 'management' | 'individual-contributor';

export interface SectionName {
  readonly kind: SectionKind;
  /** What fixes and completions write. */
  readonly canonical: string;
  readonly spellings: readonly string[];
  /** Further spellings, each made of one word from each list: `[[Hiring, Interview], [Process, Plan]]`. */
  readonly compounds?: readonly (readonly (readonly string[])[])[];
  /** What a new section of this kind holds: its holes are in braces. */
  readonly template?: string;
  /** What belongs there, for a hover on the heading. */
  readonly advice?: string;
  /** Words that may follow the name: "Levels *for* X". */
  readonly suffixes?: readonly string[];
  /** Spellings that count only where they are the whole heading. */
  readonly exact?: readonly string[];
  /** Hugo shortcodes that write such a section, with its heading, for the whole page. */
  readonly shortcodes?: readonly string[];
}

/** Words around a section's name; case is ignored. */
export interface SectionOwners {
  /** Before the name: the section applies to all levels. */
  readonly base?: readonly string[];
  /** Before a level or group: all of them ("for *all* roles"). */
  readonly all?: readonly string[];
  /** Lead from the name to its owner. */
  readonly links?: readonly string[];
  /** What levels and groups are called ("Backend *roles*"). */
  readonly nouns?: readonly string[];
  readonly articles?: readonly string[];
  /** May follow the name and say nothing. */
  readonly remarks?: readonly string[];
  /** First words of headings that name no section. */
  readonly questions?: readonly string[];
}

export interface SeniorityWord {
  readonly name: string;
  /** Orders levels where grades do not; higher is more senior. */
  readonly rank: number;
  readonly words?: readonly string[];
  /** A regular expression, case ignored, for what no fixed words say. */
  readonly pattern?: string;
  readonly track?: Track;
  /** Counts only where nothing but seniority words stands before the name's comma. */
  readonly headOnly?: boolean;
  /** The level that a name without any such word means. */
  readonly unmarked?: boolean;
}

export interface LadderTableRow {
  readonly grade: number;
  readonly management?: readonly string[];
  readonly individualContributor?: readonly string[];
}

export interface LadderTable {
  readonly title: string;
  readonly anchor?: string;
  readonly rows: readonly LadderTableRow[];
}

export interface RequiredBullet {
  readonly section: SectionKind;
  readonly text: string;
  readonly near: readonly string[];
}

/** The part that a word has in a sentence that extends; `profiles/gitlab.yaml` says what each is. */
export type ExtendsWordClass =
  | 'extending'
  | 'building'
  | 'including'
  | 'applying'
  | 'helping'
  | 'denying'
  | 'ending'
  | 'excepting'
  | 'adding'
  | 'besides'
  | 'everything'
  | 'quantifiers'
  | 'articles'
  | 'naming'
  | 'linking'
  | 'placed'
  | 'joining'
  | 'base'
  | 'above'
  | 'roles'
  | 'contents'
  | 'subjects';

/** A word or phrase, and what to write for it. */
export interface WordAdvice {
  readonly avoid: string;
  /** Empty where only the author can tell. */
  readonly useInstead: readonly string[];
  readonly reason?: string;
  /** Regular expressions, case ignored, of wordings in which the word may stand. */
  readonly except?: readonly string[];
}

/** The wordings that the rules on language look for. Stems match the beginnings of words; regular expressions ignore case. */
export interface Words {
  readonly masculineCoded: readonly string[];
  readonly feminineCoded: readonly string[];
  /** Masculine-coded words and phrases that name the work itself, with their forms. */
  readonly tradeWords?: readonly string[];
  /** Masculine-coded words and neutral ones for them. */
  readonly alternatives: readonly WordAdvice[];
  readonly fixedMindset: readonly WordAdvice[];
  readonly growthMindset: readonly string[];
  readonly pronouns: readonly WordAdvice[];
  readonly misused: readonly WordAdvice[];
  /** Words of the company's own list that mean something else in job families. */
  readonly companyWordsLeftOut?: readonly string[];
  readonly vacancy: readonly string[];
  readonly locations: readonly string[];
  readonly yearsOfExperience: readonly string[];
  readonly priorExperience: readonly string[];
  readonly entryGrades: readonly number[];
}

/** Where pages go, and how they are written there. */
export interface Successor {
  /** Name of a built-in profile. */
  readonly profile: string;
  /** What people call it: "Move to the …". */
  readonly name: string;
  /** Parts of paths, with a slash at their ends, and what stands there instead. */
  readonly folders: readonly { readonly from: string; readonly to: string }[];
}

/**
 * What differs between organisations and years: section names, required sections, seniority words, the grade page and its
 * ladder, wordings. Plain data, validated by `schemas/profile.schema.json`.
 */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly pages: {
    readonly families: readonly string[];
    readonly notFamilies: readonly string[];
    readonly layouts: readonly string[];
    /** Pages that are one level each of a family, and the family's title. Several globs name the levels in ascending order. */
    readonly levelPages?: readonly { readonly pages: readonly string[]; readonly title?: string }[];
  };
  /** Given if ladders of any form are read, not only those with GitLab's sections. */
  readonly ownLadder?: OwnLadderWords;
  /** The way of writing that took this one's place, where there is one. */
  readonly successor?: Successor;
  readonly site: {
    readonly contentRoots: readonly string[];
    readonly hosts: readonly string[];
    readonly ownPaths: readonly string[];
    readonly lintFile?: string;
    /** The company's own lists of words to avoid, by path from the root. */
    readonly misusedTermsFiles?: readonly string[];
    /** Site URLs of the pages whose anchors are people. */
    readonly peoplePages?: readonly string[];
    /** Shortcodes that write ids of their own, which only the site knows: anchors on a page that calls one are not checked. */
    readonly idShortcodes?: readonly string[];
    /** Whose ids headings have: Hugo's, of their source text, or GitHub's, of what a reader sees. */
    readonly headingIds: 'hugo' | 'github';
    /** What a relative link is relative to: the page's URL, as on a site, or its file, as in a repository. */
    readonly relativeLinks: 'url' | 'file';
    /** How new links are written where the page has no other: by URL, or by Hugo's `ref`. */
    readonly linkStyle: 'url' | 'ref';
    /** Globs of the lists that tie titles to the pages of their families. */
    readonly catalogues: readonly string[];
  };
  readonly sections: readonly SectionName[];
  readonly sectionQualifiers: readonly string[];
  /** Words around a section's name in a heading that say whose the section is. */
  readonly sectionOwners?: SectionOwners;
  /** First words of headings that are no levels, even if a sentence below them states a grade. */
  readonly notLevels?: readonly string[];
  /** The sentence that a new level begins with: `{level}` is its name, other braces are holes. */
  readonly levelIntroduction: string;
  /**
   * What a level with a page of its own says of a section that stands once for the family, on the page above: `{section}` is
   * its name, `{link}` leads there.
   */
  readonly sharedSectionSentence: string;
  readonly noLevelsUnder: readonly SectionKind[];
  readonly familySections: readonly SectionKind[];
  readonly baseSections: readonly SectionKind[];
  readonly extendableSections: readonly SectionKind[];
  readonly required: { readonly sections: readonly SectionKind[]; readonly bullets: readonly RequiredBullet[] };
  readonly seniority: readonly SeniorityWord[];
  readonly names: {
    readonly same: readonly (readonly string[])[];
    readonly optional: readonly string[];
    /** Names of positions whose words say nothing of seniority: a Chief of Staff is no Staff. */
    readonly titles: readonly string[];
    readonly unmarkedSuffix: string;
  };
  readonly grades: {
    /** Site URL of the page with the ladder's tables, a slash at both ends; none where the ladder is only here. */
    readonly page?: string;
    /** Where a company keeps its grades out of its pages: the sentence that says so. */
    readonly resource?: {
      readonly name: string;
      /** A new one; `{level}` and `{resource}` are filled in. */
      readonly sentence: string;
      /** A regular expression, case ignored; its group `name` is what is linked. */
      readonly pattern: string;
      readonly url?: string;
    };
    readonly anchor: string;
    readonly anchors: readonly string[];
    readonly sentence: string;
    readonly linkText: string;
    /** What stands for a number that the ladder does not tell. */
    readonly unknownNumber: string;
    readonly patterns: readonly string[];
    /** What states a grade only in a Job Grade section. */
    readonly bare?: readonly string[];
    /** What states that a level has no grade. */
    readonly none?: readonly string[];
    readonly table: { readonly title: readonly string[]; readonly grade: readonly string[] };
  };
  readonly ladder: {
    readonly columns: {
      readonly grade: readonly string[];
      readonly management: readonly string[];
      readonly individualContributor: readonly string[];
    };
    readonly tables: readonly LadderTable[];
  };
  readonly extends: {
    /** A new Extends bullet; `{level}` and `{section}` are filled in. */
    readonly sentence: string;
    /** What the words of such sentences do in them: phrases, lower case, by their part in the sentence. */
    readonly words: Readonly<Record<ExtendsWordClass, readonly string[]>>;
  };
  readonly placeholders: readonly string[];
  /** Regular expressions, by line, of what says that something is still to be written. */
  readonly gaps?: readonly string[];
  /** What belongs into a hole: the first whose regular expression, case ignored, is found in it counts. */
  readonly placeholderAdvice?: readonly { readonly pattern: string; readonly advice: string }[];
  /** Regular expressions, case ignored, of what says whom a level reports to; each ends where the position's name begins. */
  readonly reportsTo: readonly string[];
  /** Codes of the rules that are off unless a configuration sets their severity. */
  readonly rulesOff?: readonly string[];
  readonly words: Words;
}

/** What a section's name is written as; the kind itself where the profile has no such section. */
export function canonicalName(profile: Profile, kind: SectionKind): string {
  return profile.sections.find(section => section.kind === kind)?.canonical ?? kind.replace(/^own:/, '');
}
