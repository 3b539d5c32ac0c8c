import { compilePattern, escapePattern } from '../profile/patterns.ts';
import type { Profile, SectionKind, SectionName } from '../profile/profile.ts';

/** A section's name within a heading. */
export interface NameMatch {
  readonly kinds: readonly SectionKind[];
  readonly start: number;
  readonly end: number;
  /** The name with its misspelling corrected; undefined if it is spelled right. */
  readonly correction: string | undefined;
  /** Words that may follow this section's name before any owner. */
  readonly suffixes: readonly string[];
}

/** A way to write a section's name. */
export interface Spelling {
  readonly section: SectionName;
  readonly text: string;
  readonly words: readonly string[];
  /** Counts only as a whole heading. */
  readonly exact: boolean;
}

/** The words of a profile that section headings are made of, compiled once. */
export interface HeadingGrammar {
  /** Longest first. */
  readonly spellings: readonly Spelling[];
  /** The section names in a heading, in order; names joined by "and" are one match. */
  namesIn(text: string): readonly NameMatch[];
  startsQuestion(text: string): boolean;
  isModifier(word: string): boolean;
  isBase(word: string): boolean;
  isAll(word: string): boolean;
  isNoun(word: string): boolean;
  isArticle(word: string): boolean;
  isLink(word: string): boolean;
  /** True if all words of a text may follow a name and say nothing. */
  isRemark(text: string): boolean;
  /** The grade that is all a text states: " 8", ": grade 8", " is a grade 8". */
  gradeIn(text: string): number | undefined;
  /** " 8: Senior Baker" */
  gradeBeforeName(text: string): { readonly grade: number; readonly name: string } | undefined;
}

const compiled = new WeakMap<Profile, HeadingGrammar>();

/** Returns the grammar of a profile's section headings. */
export function grammarOf(profile: Profile): HeadingGrammar {
  let grammar = compiled.get(profile);
  if (!grammar) {
    grammar = compile(profile);
    compiled.set(profile, grammar);
  }
  return grammar;
}

function compile(profile: Profile): HeadingGrammar {
  const spellings = profile.sections
    .flatMap(spellingsOf)
    .sort((a, b) => b.text.length - a.text.length || Number(a.exact) - Number(b.exact));
  const byText = new Map(spellings.map(one => [one.words.join(' '), one] as const));
  const inner = spellings.filter(one => !one.exact);
  const names = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${inner.map(one => one.words.map(escapePattern).join('\\s+')).join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`,
    'giu',
  );
  const owners = profile.sectionOwners ?? {};
  const sets = {
    base: lowerSet([...profile.extends.words.base, ...(owners.base ?? [])]),
    all: lowerSet(owners.all ?? []),
    nouns: lowerSet(owners.nouns ?? []),
    articles: lowerSet(owners.articles ?? []),
    links: lowerSet(owners.links ?? []),
    remarks: lowerSet(owners.remarks ?? []),
    questions: lowerSet(owners.questions ?? []),
  };
  const modifiers = lowerSet([...profile.sectionQualifiers, ...sets.base]);
  const isNoun = (word: string): boolean => sets.nouns.has(plainWord(word));
  const gradePatterns = profile.grades.patterns.map(source => compilePattern(source));

  const gradeIn = (text: string): number | undefined => {
    const bare = /^[\s:#(\u2013\u2014-]*(\d{1,2})[\s).]*$/.exec(text);
    if (bare) return Number(bare[1]);
    for (const pattern of gradePatterns) {
      const match = pattern.first(text);
      const number = match && (match.group('number') ?? match.group(1));
      if (!match || !number) continue;
      const around = `${text.slice(0, match.start)} ${text.slice(match.end)}`;
      const says = around.split(/[\s:.()[\]\u2013\u2014-]+/).every(word => word === '' || sets.articles.has(word.toLowerCase()));
      if (says) return Number(text.slice(number.start, number.end));
    }
    return undefined;
  };

  return {
    spellings,
    namesIn: text => {
      const whole = byText.get(plainName(text));
      if (whole) {
        const start = text.length - text.trimStart().length;
        return [matchOf(whole, start, text.replace(/[\s:.]+$/, '').length)];
      }
      const found = [...text.matchAll(names)].map(one =>
        matchOf(byText.get(plainName(one[0]))!, one.index, one.index + one[0].length),
      );
      return joined(found, text);
    },
    startsQuestion: text => {
      const first = /^\s*(\S+)/.exec(text)?.[1] ?? '';
      // "IS Manager" is a name.
      return sets.questions.has(plainWord(first)) && (first.length < 2 || first !== first.toUpperCase());
    },
    isModifier: word => modifiers.has(plainWord(word)) || isNoun(word) || JOINING.test(word),
    isBase: word => sets.base.has(plainWord(word)),
    isAll: word => sets.all.has(plainWord(word)),
    isNoun,
    isArticle: word => sets.articles.has(plainWord(word)),
    isLink: word => sets.links.has(plainWord(word)),
    isRemark: text => words(text).every(word => sets.remarks.has(plainWord(word)) || JOINING.test(word)),
    gradeIn,
    gradeBeforeName: text => {
      const match = /^\s*#?(\d{1,2})\s*(?:[:\u2013\u2014|]|-(?=\s))\s*(\p{L}.*)$/su.exec(text);
      return match ? { grade: Number(match[1]), name: match[2]!.trim() } : undefined;
    },
  };
}

function spellingsOf(section: SectionName): Spelling[] {
  const compounds = (section.compounds ?? []).flatMap(slots =>
    slots.reduce<string[]>((sofar, slot) => sofar.flatMap(head => slot.map(word => `${head} ${word}`.trim())), ['']),
  );
  return [...new Set([...section.spellings, ...compounds])].map(text => ({
    section,
    text,
    words: text.toLowerCase().split(/\s+/),
    exact: section.exact?.includes(text) ?? false,
  }));
}

function matchOf({ section }: Spelling, start: number, end: number): NameMatch {
  const suffixes = (section.suffixes ?? []).map(word => word.toLowerCase());
  return { kinds: [section.kind], start, end, correction: undefined, suffixes };
}

const JOINING = /^\s*(?:and|&|\+|,|\/|and\/or)\s*$/i;
/** Headings of these kinds only group others: next to another kind they add nothing ("Levels and Requirements"). */
const GROUPING: readonly SectionKind[] = ['levels', 'specialties', 'segment'];

/** Names with nothing but "and" between them become one. */
function joined(found: readonly NameMatch[], text: string): NameMatch[] {
  const groups: NameMatch[] = [];
  for (const match of found) {
    const last = groups.at(-1);
    if (last && JOINING.test(text.slice(last.end, match.start))) {
      const all = [...new Set([...last.kinds, ...match.kinds])];
      const kinds = all.filter(kind => !GROUPING.includes(kind));
      groups[groups.length - 1] = { ...last, kinds: kinds.length > 0 ? kinds : all, end: match.end };
    } else groups.push(match);
  }
  return groups;
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/[\s:.]+$/, '')
    .replace(/\s+/g, ' ');
}

function plainWord(word: string): string {
  return word.toLowerCase().replace(/^[("'\u201c]+|[)"'\u201d.,:;]+$/g, '');
}

function words(text: string): string[] {
  return text.split(/[\s:|\u2013\u2014-]+/).filter(word => word !== '');
}

function lowerSet(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(text => text.toLowerCase()));
}
