import type { Profile, SectionKind } from '../profile/profile.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Span } from '../text/span.ts';

/** One thing that a sentence takes over: which sections, and whose. */
export interface NamedTarget {
  /** Whose, without its article; empty where `above` or `base` says it. */
  readonly name: string;
  /** The kinds that the sentence's words name. */
  readonly kinds: readonly SectionKind[];
  /** "the requirements above": the nearest level before this one. */
  readonly above: boolean;
  /** "the base requirements": the sections over the levels. */
  readonly base: boolean;
  /** Where in the sentence the target is named. */
  readonly start: number;
  readonly end: number;
}

/** A sentence that takes over another level's section. */
export interface ExtendsSentence {
  /** True where it does so even if the level is not known; else it only counts where the level is found. */
  readonly certain: boolean;
  readonly targets: readonly NamedTarget[];
}

/**
 * Reads a sentence's shown text as an Extends sentence; undefined where it is none. The profile says how such sentences
 * open; after the opening come, in either order, whose section and which: "the Senior X requirements", "the requirements
 * of the Senior X", "all of the requirements above".
 */
export function readExtendsSentence(text: string, profile: Profile): ExtendsSentence | undefined {
  const { openings } = compiledExtends(profile);
  for (const { pattern, certain } of openings) {
    const match = pattern.exec(text);
    if (!match) continue;
    const targets = readTargets(text, match.index + match[0].length, profile);
    const useful = targets.filter(target => certain || target.kinds.length > 0);
    if (useful.length > 0) return { certain, targets: useful };
  }
  return undefined;
}

interface KindWord {
  readonly kind: SectionKind;
  readonly start: number;
  readonly end: number;
}

/** Where the part that names targets ends: what follows says more of the level's own. */
const STOP =
  /\s*(?:[,;:]?\s+(?:plus|but|while|with|without|by|working|when|where|which|who|as\s+an?|and\s+(?:expands?|also|adds?|includes?|the\s+following)|in\s+complexity|in\s+addition|to\s+cover|except)\b|:|;|\s\u2013\s|,\s+(?:the|this|an?|they|you)\s|\.$|$)/i;

function readTargets(text: string, from: number, profile: Profile): NamedTarget[] {
  const stop = STOP.exec(text.slice(from));
  const end = from + (stop?.index ?? text.length - from);
  const words = kindWords(text, from, end, profile);
  const targets: NamedTarget[] = [];
  let at = from;
  for (let i = 0; i < words.length; ) {
    // "responsibilities and requirements" name one target together.
    let last = i;
    while (last + 1 < words.length && /^\s*(?:and|or|&|,|\/)\s*$/.test(text.slice(words[last]!.end, words[last + 1]!.start)))
      last++;
    const group = words.slice(i, last + 1);
    const kinds = [...new Set(group.map(word => word.kind))];
    const next = words[last + 1]?.start ?? end;
    const before = nameIn(text, at, group[0]!.start);
    const behind = behindKinds(text, group.at(-1)!.end, next, profile);
    if (behind) {
      targets.push({ ...behind, kinds });
      at = behind.end;
    } else {
      targets.push(classify(text, before.start, before.end, kinds, profile, group.at(-1)!.end, next));
      at = group.at(-1)!.end;
    }
    i = last + 1;
  }
  if (words.length === 0) {
    const name = nameIn(text, from, end);
    if (name.end > name.start) targets.push(classify(text, name.start, name.end, [], profile, name.end, name.end));
  }
  return targets.filter(target => target.above || target.base || target.name !== '');
}

/** "… of the X", "… as the X listed above", "… listed above": what stands behind the kinds and says whose they are. */
function behindKinds(text: string, from: number, to: number, profile: Profile): Omit<NamedTarget, 'kinds'> | undefined {
  const rest = text.slice(from, to);
  const linking = /^\s*(?:listed\s+|outlined\s+|described\s+)?(?:of|for|as|from|in)\s+/i.exec(rest);
  if (linking) {
    const at = from + linking[0].length;
    if (aboveOnly(text.slice(at, to), compiledExtends(profile).above))
      return { name: '', above: true, base: false, start: at, end: to };
    const name = nameIn(text, at, to);
    if (name.end > name.start) return classify(text, name.start, name.end, [], profile, name.end, to);
  }
  const { above, base } = compiledExtends(profile);
  const isAbove = above.exec(rest);
  if (isAbove && isAbove.index <= 2) return undefined;
  return base.test(rest) ? { name: '', above: false, base: true, start: from, end: to } : undefined;
}

function classify(
  text: string,
  start: number,
  end: number,
  kinds: readonly SectionKind[],
  profile: Profile,
  restFrom: number,
  restTo: number,
): NamedTarget {
  const { above, base } = compiledExtends(profile);
  const name = text.slice(start, end);
  const rest = text.slice(restFrom, restTo);
  const isBase = base.test(name) || (name === '' && base.test(rest));
  const isAbove = !isBase && (aboveOnly(name, above) || (name === '' && above.test(rest)));
  const place = name === '' ? { start: Math.max(0, restFrom - 1), end: Math.max(restFrom, restTo) } : { start, end };
  return { name: isBase || isAbove ? '' : name, kinds, above: isAbove, base: isBase, ...place };
}

function aboveOnly(name: string, above: RegExp): boolean {
  const match = above.exec(name);
  return (
    match !== null &&
    name.replace(match[0], '').replace(/\b(?:the|ones|that|those|role|roles|listed|outlined)\b|[\s,]/gi, '') === ''
  );
}

/** A name's place between two offsets: without articles, joining words and what only says that it stands above. */
function nameIn(text: string, from: number, to: number): Span {
  const lead = LEADING_WORDS.exec(text.slice(from, to));
  const start = from + (lead?.[0].length ?? 0);
  const tail = TRAILING_WORDS.exec(text.slice(start, to));
  return { start, end: Math.max(start, tail ? start + tail.index : to) };
}

const LEADING_WORDS =
  /^(?:[\s("\u201c]+|(?:[Aa]nd|[Oo]r|[Ee]ither|[Bb]oth|[Aa]ll|[Oo]f|[Tt]hat|[Tt]hose|[Tt]he|[Tt]het|[Tt]eh|an?|[Ss]ame)(?![\p{L}-])|the(?=\p{Lu}))+/u;
const TRAILING_WORDS =
  /(?:\s+(?:listed|outlined|described|above|below|level|roles?|positions?|applicable|apply\b.*|\(applicable[^)]*\)?)|[\s,.:;-])+$/i;

function kindWords(text: string, from: number, to: number, profile: Profile): KindWord[] {
  const { kindSpellings, kindPhrases } = compiledExtends(profile);
  const found: KindWord[] = [];
  for (const { kind, phrase } of kindPhrases)
    for (const match of text.slice(from, to).matchAll(phrase))
      found.push({ kind, start: from + match.index, end: from + match.index + match[0].length });
  for (const match of text.slice(from, to).matchAll(/\p{L}+/gu)) {
    const word = match[0].toLowerCase();
    const start = from + match.index;
    if (found.some(one => one.start <= start && start < one.end)) continue;
    const hit = kindSpellings.find(
      one => one.word === word || (word.length > 9 && one.word.length > 9 && editDistance(word, one.word, 2) <= 2),
    );
    if (hit) found.push({ kind: hit.kind, start, end: start + word.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

interface CompiledExtends {
  readonly openings: readonly { readonly pattern: RegExp; readonly certain: boolean }[];
  /** Quick look at a source text: false where no opening can match. */
  readonly hint: RegExp;
  readonly above: RegExp;
  readonly base: RegExp;
  /** Names of sections that are one word, which may be misspelt, and those of several. */
  readonly kindSpellings: readonly { readonly kind: SectionKind; readonly word: string }[];
  readonly kindPhrases: readonly { readonly kind: SectionKind; readonly phrase: RegExp }[];
}

const compiledProfiles = new WeakMap<Profile, CompiledExtends>();

/** The profile's phrases as regular expressions; made once a profile. */
export function compiledExtends(profile: Profile): CompiledExtends {
  let known = compiledProfiles.get(profile);
  if (!known) {
    const alternatives = (phrases: readonly string[]): string =>
      [...phrases]
        .sort((a, b) => b.length - a.length)
        .map(phrase => phrase.replace(/\s+/g, '\\s+'))
        .join('|');
    const named = profile.sections
      .filter(section => profile.extendableSections.includes(section.kind))
      .flatMap(({ kind, spellings }) => spellings.map(spelling => ({ kind, words: spelling.toLowerCase().split(' ') })));
    known = {
      openings: profile.extends.openings.map(opening => ({
        pattern: new RegExp(opening.pattern, 'i'),
        certain: opening.certain,
      })),
      hint: new RegExp(`\\b(?:${profile.extends.hints.join('|')})`, 'i'),
      above: new RegExp(`\\b(?:${alternatives(profile.extends.above)})\\b`, 'i'),
      base: new RegExp(`(?:^|[\\s(])(?:${alternatives(profile.extends.base)})(?![\\w])`, 'i'),
      kindSpellings: named.flatMap(({ kind, words }) => (words.length === 1 ? [{ kind, word: words[0]! }] : [])),
      kindPhrases: named.flatMap(({ kind, words }) =>
        words.length === 1
          ? []
          : [{ kind, phrase: new RegExp(`(?<!\\p{L})${words.map(escapePattern).join('\\s+')}(?!\\p{L})`, 'giu') }],
      ),
    };
    compiledProfiles.set(profile, known);
  }
  return known;
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
