import { compilePattern, escapePattern, type Pattern } from '../profile/patterns.ts';
import type { Profile, SeniorityWord, Track } from '../profile/profile.ts';
import { keptByText } from './keptByText.ts';

/** A level's name read into what matters for matching: words without spelling differences, and its seniority. */
export interface LevelName {
  readonly text: string;
  /** All words, lower case, spellings made one, plurals and fill words taken off, brackets included. */
  readonly words: readonly string[];
  /** The words without those in brackets. */
  readonly bareWords: readonly string[];
  /** The words before the comma or "of" that parts the name; all bare words where none does. */
  readonly headWords: readonly string[];
  /** Words in brackets: "(CSA)", "(Intermediate)". */
  readonly bracketed: readonly string[];
  readonly seniority: SeniorityWord;
  /** The words that say the seniority; empty where none do. */
  readonly seniorityWords: string;
  /** The words without the seniority's. */
  readonly roleWords: readonly string[];
}

/** Reads a level's name. */
export const readLevelName = keptByText(readAnew);

function readAnew(text: string, profile: Profile): LevelName {
  const cleaned = cleanName(text);
  const brackets = [...cleaned.matchAll(/\(([^()]*)\)/g)].flatMap(match => wordsOf(match[1]!, profile));
  const bare = cleaned.replace(/\([^()]*\)/g, ' ');
  const bareWords = wordsOf(bare, profile);
  const head = /^(.*?)(?:,|\s+of\s+|\s+[-\u2013]\s+)/i.exec(bare)?.[1];
  const unmarked = wordsOf(profile.names.unmarkedSuffix, profile);
  const headWords = head === undefined ? bareWords : wordsOf(head, profile);
  // "Chief of Staff to the CEO" is no CEO.
  const own = wordsOf(bare.replace(/\s+to\s+.*$/i, ''), profile);
  const seniority = seniorityOf([...own, ...brackets], headWords, profile);
  const words = [...bareWords, ...brackets.filter(word => !unmarked.includes(word))];
  const seniorityWords = (seniority.words ?? []).map(one => wordsOf(one, profile));
  return {
    text,
    words,
    bareWords,
    headWords,
    bracketed: brackets,
    seniority,
    seniorityWords: longestRun(words, seniorityWords).join(' '),
    roleWords: removeFirstRun(words, seniorityWords),
  };
}

/**
 * The seniority of a name: that of the longest run of the profile's seniority words in it, else the unmarked one. A word
 * that the profile marks `headOnly` counts only where nothing but seniority words stands before the comma: a "Manager, X"
 * is a manager, an "X Manager" manages a function.
 */
export function seniorityOf(words: readonly string[], headWords: readonly string[], profile: Profile): SeniorityWord {
  const table = compiled(profile);
  const joined = table.titles.reduce((rest, title) => rest.replace(` ${title} `, ' '), ` ${words.join(' ')} `);
  const headIsSeniority = headWords.every(word => table.words.has(word));
  for (const { seniority, pattern } of table.patterns) if (pattern.test(joined)) return seniority;
  for (const { seniority, words: run } of table.runs) {
    if (joined.includes(` ${run} `) && (!seniority.headOnly || run.includes(' ') || headIsSeniority)) return seniority;
  }
  return table.unmarked;
}

/** True where two names may be of one role: the words of one, those of seniority aside, all stand in the other. */
export function sameRole(a: LevelName, b: LevelName): boolean {
  const [shorter, longer] = a.roleWords.length <= b.roleWords.length ? [a, b] : [b, a];
  return shorter.roleWords.every(word => longer.roleWords.includes(word));
}

/** True for an "X Manager", who manages a function: a word that leads people elsewhere is a part of the role's name here. */
export function managesFunction(name: LevelName, profile: Profile): boolean {
  const leading = profile.seniority
    .filter(one => one.headOnly)
    .flatMap(one => (one.words ?? []).flatMap(word => wordsOf(word, profile)));
  return name.roleWords.some(word => leading.includes(word));
}

/**
 * The track of a level: what its seniority word says; for "W Manager, X", which may be either, management from the ladder's
 * lowest grade of management on.
 */
export function trackOf(name: LevelName, grade: number | undefined, lowestManagementGrade: number, profile: Profile): Track {
  if (name.seniority.track !== undefined) return name.seniority.track;
  const headOnly = profile.seniority
    .filter(one => one.headOnly)
    .flatMap(one => (one.words ?? []).flatMap(word => wordsOf(word, profile)));
  const parted = name.headWords.length < name.bareWords.length;
  const leads = parted && headOnly.includes(name.headWords.at(-1) ?? '') && name.seniority.rank < lowestManagementGrade;
  return leads && (grade ?? 0) >= lowestManagementGrade ? 'management' : 'individual-contributor';
}

/** The words of a name for comparison: see `LevelName.words`. */
export const wordsOf = keptByText((text: string, profile: Profile): readonly string[] => {
  const { same, optional } = compiled(profile);
  let lower = ` ${text
    .toLowerCase()
    .replace(/[\u2018\u2019']/g, '')
    .replace(/[,/:;\u2013\u2014()[\]{}"\u201c\u201d]|\s-\s/g, ' ')
    .replace(/\s+/g, ' ')} `;
  for (const [pattern, replacement] of same) lower = lower.replace(pattern, replacement);
  return lower
    .split(' ')
    .filter(word => word !== '' && word !== '-' && !optional.has(word))
    .map(singular);
});

/** A name in the form in which two spellings of the same full name are equal; its own initials in brackets are left out. */
export function exactName(text: string, profile: Profile): string {
  const { words, bareWords, bracketed } = readLevelName(text, profile);
  const initials = bareWords.map(word => word.charAt(0)).join('');
  const isInitials = bracketed.length === 1 && bracketed[0]!.length > 1 && initials.includes(bracketed[0]!);
  return (isInitials ? bareWords : words).join(' ');
}

/** What the finder of a named level says. */
export type NameMatch<T> =
  /** `close`: by its whole name, in whatever spelling or order. */
  | { readonly type: 'found'; readonly level: T; readonly close: boolean }
  | { readonly type: 'ambiguous'; readonly levels: readonly T[] }
  | { readonly type: 'unknown' };

/**
 * The level that a name means among `candidates`, in full, shortened, by initials or in another spelling. The steps go from
 * the strictest to the loosest; the first that finds exactly one decides, and one that finds several makes it ambiguous.
 * `known`: names whose initials may stand for them besides the candidates' own (the page's title).
 */
export function findLevel<T extends { readonly name: LevelName }>(
  text: string,
  candidates: readonly T[],
  profile: Profile,
  known: readonly string[] = [],
): NameMatch<T> {
  const wanted = readLevelName(text, profile);
  if (wanted.bareWords.length === 0 && wanted.bracketed.length === 0) return { type: 'unknown' };
  const knownWords = new Set(known.flatMap(name => wordsOf(name, profile)));
  let expanded: readonly LevelName[] | undefined;
  for (const step of STEPS) {
    const match = matchOf(wanted, candidates, step, knownWords);
    if (match) return match;
    expanded ??= expandInitials(wanted, [...candidates.map(one => one.name.text), ...known], profile);
    for (const variant of expanded) {
      const found = matchOf(variant, candidates, step, knownWords);
      if (found) return found;
    }
  }
  return { type: 'unknown' };
}

/** What one step finds; undefined where nothing. */
function matchOf<T extends { readonly name: LevelName }>(
  wanted: LevelName,
  candidates: readonly T[],
  step: Step,
  known: ReadonlySet<string>,
): NameMatch<T> | undefined {
  const hits = candidates.filter(candidate => step(wanted, candidate.name, known));
  if (hits.length === 1) return { type: 'found', level: hits[0]!, close: STEPS.indexOf(step) < CLOSE_STEPS };
  return hits.length > 1 ? { type: 'ambiguous', levels: hits } : undefined;
}

/** The candidate whose name is nearest to `text`, for "did you mean"; undefined where none is at all near. */
export function nearestLevel<T extends { readonly name: LevelName }>(
  text: string,
  candidates: readonly T[],
  profile: Profile,
): T | undefined {
  const wanted = new Set(readLevelName(text, profile).words);
  const scored = candidates.map(level => ({ level, score: overlap(wanted, level.name.words) })).sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best !== undefined && best.score >= 0.4 ? best.level : undefined;
}

function overlap(wanted: ReadonlySet<string>, words: readonly string[]): number {
  let shared = 0;
  for (const word of new Set(words)) {
    if (wanted.has(word)) shared++;
    else if ([...wanted].some(other => other.length > 4 && sharedPrefix(other, word) >= Math.min(other.length, word.length) - 2))
      shared += 0.8;
  }
  return (2 * shared) / (wanted.size + words.length);
}

function sharedPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length++;
  return length;
}

/** `known`: the words of the page's title. */
type Step = (wanted: LevelName, name: LevelName, known: ReadonlySet<string>) => boolean;

/** So many of the steps compare whole names. */
const CLOSE_STEPS = 3;

const STEPS: readonly Step[] = [
  (wanted, name) => sameRun(wanted.words, name.words),
  (wanted, name) =>
    sameRun(wanted.bareWords, name.bareWords) && wanted.seniority === name.seniority && !haveOtherBrackets(wanted, name),
  // In another order: "X Manager" for "Manager, X", "X (Associate)" for "Associate X".
  (wanted, name) =>
    sameBag(wanted.words, name.words) || (sameBag(wanted.words, name.bareWords) && wanted.seniority === name.seniority),
  // The part after the comma left out.
  (wanted, name) => name.headWords.length < name.bareWords.length && sameRun(wanted.words, name.headWords),
  // The seniority alone: "Senior", "the intermediate position".
  (wanted, name) => wanted.roleWords.length === 0 && sameSeniority(wanted, name),
  // Some words of the role left out, the seniority kept.
  (wanted, name) => wanted.roleWords.length > 0 && sameSeniority(wanted, name) && isPart(wanted.roleWords, name.roleWords),
  // The heading leaves out words of the page's title: "Senior" for "Senior X" on the page of X.
  (wanted, name, known) =>
    sameSeniority(wanted, name) &&
    (wanted.seniority.unmarked !== true || name.roleWords.length > 0) &&
    (without(wanted.roleWords, name.roleWords)?.every(word => known.has(word)) ?? false),
];

/** The same step of seniority by the same word: a lead is no staff member, though both are on one step. */
function sameSeniority(a: LevelName, b: LevelName): boolean {
  return a.seniority === b.seniority && (a.seniority.unmarked === true || a.seniorityWords === b.seniorityWords);
}

/** "Senior X (A)" and "Senior X (B)": two levels. */
function haveOtherBrackets(a: LevelName, b: LevelName): boolean {
  const [one, other] = [a, b].map(name => name.words.slice(name.bareWords.length));
  return one!.length > 0 && other!.length > 0 && !sameBag(one!, other!);
}

/** Variants of a name in which runs of initials are written out by the known names: "PBP" as "People Business Partner". */
function expandInitials(wanted: LevelName, known: readonly string[], profile: Profile): LevelName[] {
  const variants: LevelName[] = [];
  const seen = new Set<string>();
  const shortWords = wanted.words.filter(word => /^[a-z]{2,5}$/.test(word));
  if (shortWords.length === 0) return variants;
  for (const text of known) {
    const words = wordsOf(text, profile).filter(word => word !== 'and');
    for (const short of shortWords) {
      for (const initials of [short, short.replace(/s$/, '')]) {
        for (let at = 0; at + initials.length <= words.length; at++) {
          const run = words.slice(at, at + initials.length);
          if (initials.length < 2 || run.map(word => word.charAt(0)).join('') !== initials) continue;
          const replaced = wanted.text.replace(new RegExp(`\\b${short}\\b`, 'i'), run.join(' '));
          if (replaced !== wanted.text && !seen.has(replaced)) {
            seen.add(replaced);
            variants.push(readLevelName(replaced, profile));
          }
        }
      }
    }
  }
  return variants;
}

function sameRun(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.length > 0 && a.every((word, i) => word === b[i]);
}

function sameBag(a: readonly string[], b: readonly string[]): boolean {
  return sameRun([...a].sort(), [...b].sort());
}

function isPart(part: readonly string[], whole: readonly string[]): boolean {
  return without(whole, part) !== undefined;
}

/** What is left of `whole` without the words of `part`; undefined where it does not have them all. */
function without(whole: readonly string[], part: readonly string[]): readonly string[] | undefined {
  const left = [...whole];
  for (const word of part) {
    const at = left.indexOf(word);
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return left;
}

function removeFirstRun(words: readonly string[], runs: readonly (readonly string[])[]): readonly string[] {
  const run = longestRun(words, runs);
  const at = run.length === 0 ? -1 : startOfRun(words, run);
  return at < 0 ? words : [...words.slice(0, at), ...words.slice(at + run.length)];
}

/** The longest of the runs that the words have; empty where they have none. */
function longestRun(words: readonly string[], runs: readonly (readonly string[])[]): readonly string[] {
  return [...runs].sort((a, b) => b.length - a.length).find(run => startOfRun(words, run) >= 0) ?? [];
}

function startOfRun(words: readonly string[], run: readonly string[]): number {
  return words.findIndex((_, at) => at + run.length <= words.length && run.every((word, i) => words[at + i] === word));
}

/** Not English, but the same for both sides of a comparison. */
function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

function cleanName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{L}\d])\(/gu, ' (')
    .trim();
}

interface CompiledNames {
  readonly same: readonly (readonly [RegExp, string])[];
  readonly optional: ReadonlySet<string>;
  readonly runs: readonly { readonly seniority: SeniorityWord; readonly words: string }[];
  readonly patterns: readonly { readonly seniority: SeniorityWord; readonly pattern: Pattern }[];
  /** Every word that stands in a seniority's name. */
  readonly words: ReadonlySet<string>;
  readonly unmarked: SeniorityWord;
  /** Names of positions whose words say nothing of seniority. */
  readonly titles: readonly string[];
}

const compiledProfiles = new WeakMap<Profile, CompiledNames>();

function compiled(profile: Profile): CompiledNames {
  let known = compiledProfiles.get(profile);
  if (!known) {
    const same = profile.names.same.flatMap(group =>
      group.slice(1).map(form => [new RegExp(`(?<= )${escapePattern(form.toLowerCase())}(?= )`, 'g'), group[0]!] as const),
    );
    known = {
      same,
      optional: new Set(profile.names.optional),
      runs: [],
      patterns: [],
      words: new Set(),
      unmarked: profile.seniority.find(one => one.unmarked) ?? profile.seniority[0]!,
      titles: [],
    };
    compiledProfiles.set(profile, known);
    const runs = profile.seniority.flatMap(seniority =>
      (seniority.words ?? []).map(word => ({ seniority, words: wordsOf(word, profile).join(' ') })),
    );
    const patterns = profile.seniority
      .filter(one => one.pattern !== undefined)
      .map(seniority => ({ seniority, pattern: compilePattern(seniority.pattern!) }));
    const byLengthThenRank = runs.sort(
      (a, b) => b.words.split(' ').length - a.words.split(' ').length || b.seniority.rank - a.seniority.rank,
    );
    const titles = profile.names.titles.map(title => wordsOf(title, profile).join(' '));
    known = { ...known, titles, runs: byLengthThenRank, patterns, words: new Set(runs.flatMap(run => run.words.split(' '))) };
    compiledProfiles.set(profile, known);
  }
  return known;
}
