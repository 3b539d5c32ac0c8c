import type { Profile } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import type { Span } from '../text/span.ts';
import type { ExtendsSentence, SentenceSubject } from './extendsSentence.ts';
import type { NamedTarget, TargetName } from './extendsTargetWords.ts';
import { ancestorsOf, type HeadingTree } from './headingTree.ts';
import { type ExtendsTarget, gradeOf, type Level, type Section } from './jobFamily.ts';
import { isSpecialty } from './levelHeading.ts';
import { findLevel, readLevelName } from './levelName.ts';

/** What is extended, and where it is named. */
export interface FoundTarget {
  readonly target: ExtendsTarget;
  readonly span: Span;
}

/** A part of a name: "A" of "A and B". */
interface NamePart extends Span {
  readonly text: string;
}

/** Finds what the targets of a page's Extends sentences are. */
export class TargetFinder {
  constructor(
    private readonly levels: readonly Level[],
    private readonly base: readonly Section[],
    private readonly tree: HeadingTree,
    private readonly profile: Profile,
    private readonly knownNames: readonly string[],
  ) {}

  /** True if a sentence under this level may speak of it, by its subject. */
  speaksOf(level: Level, subject: SentenceSubject): boolean {
    if (subject.sure) return true;
    const words = readLevelName(subject.text, this.profile).words;
    return words.some(word => level.name.words.includes(word));
  }

  /** What a target without a link is, its spans places of the sentence. */
  named(level: Level, sentence: ExtendsSentence, named: NamedTarget): readonly FoundTarget[] {
    const span = { start: named.start, end: named.end };
    if (named.above) {
      const above = this.levelAbove(level);
      if (above) return [{ target: { type: 'level', level: above }, span }];
      return this.base.length > 0 ? [{ target: { type: 'base' }, span }] : [];
    }
    if (named.base) return this.base.length > 0 ? [{ target: { type: 'base' }, span }] : [];
    for (const name of named.names) {
      if (!sentence.certain && isLooseWord(name, this.profile)) continue;
      const found = this.findAll(level, name, named.head);
      if (found.length > 0) return found;
    }
    const [name] = named.names;
    return name && sentence.certain && this.looksLikeLevel(name, named)
      ? [{ target: { type: 'unknown', name: name.text }, span: { start: name.start, end: name.end } }]
      : [];
  }

  /** What a link in a target leads to; undefined where it says nothing of a level. */
  linked(level: Level, sentence: ExtendsSentence, named: NamedTarget, link: Link): ExtendsTarget | undefined {
    const byName = (): ExtendsTarget | undefined =>
      this.find(level, link.text) ?? this.named(level, sentence, { ...named, names: trimmed(link.text, named) })[0]?.target;
    if (link.destination.startsWith('#'))
      return this.ofAnchor(link.destination.slice(1)) ?? byName() ?? this.named(level, sentence, named)[0]?.target;
    if (/^(?:https?:)?\/\/|^\/|^\.|^\{\{/.test(link.destination) || link.ref)
      return sentence.certain || sentence.subject || named.head !== 'name' ? { type: 'link', link, name: link.text } : undefined;
    return byName();
  }

  /** The parts of a target's names between joining words. */
  parts(named: NamedTarget): readonly NamePart[] {
    return named.names.flatMap(name => splitName(name, JOINS));
  }

  /** The level that a name means, or the base where it is the family's; undefined where none. */
  find(level: Level, name: string): ExtendsTarget | undefined {
    return this.match(level, name, false)?.target;
  }

  private findAll(level: Level, name: TargetName, head: NamedTarget['head']): readonly FoundTarget[] {
    const span = { start: name.start, end: name.end };
    const whole = this.match(level, name.text, false);
    if (whole?.close) return [{ target: whole.target, span }];
    const joined = this.joined(level, name, JOINS) ?? this.joined(level, name, JOINS_AND_COMMAS);
    if (joined) return joined;
    if (whole) return [{ target: whole.target, span }];
    const [first, ...others] = splitName(name, JOINS);
    const start = others.length > 0 ? this.match(level, first!.text, true) : undefined;
    if (start) return [{ target: start.target, span: { start: first!.start, end: first!.end } }];
    return head === 'name' ? this.shortened(level, name) : [];
  }

  /** What each of several names means that are joined and may share words: "the Junior and Senior X", "Manager, X and Y". */
  private joined(level: Level, name: TargetName, joins: RegExp): readonly FoundTarget[] | undefined {
    const parts = splitName(name, joins);
    if (parts.length < 2 || parts.length > MAX_JOINED) return undefined;
    const last = parts.at(-1)!.text;
    const role = readLevelName(last, this.profile).roleWords.join(' ');
    const head = /^[^,]*/.exec(parts[0]!.text)![0];
    let shared = false;
    const found: FoundTarget[] = [];
    for (let i = 0; i < parts.length; ) {
      const whole = this.wholeFrom(level, name, parts, i);
      const part = whole?.part ?? parts[i]!;
      const alone = whole?.target ?? this.match(level, part.text, false)?.target;
      const borrowed = whole
        ? undefined
        : (this.match(level, `${part.text} ${role}`, true) ??
          (i > 0 ? this.match(level, `${head}, ${part.text}`, true) : undefined));
      const target = borrowed?.target ?? alone;
      if (target?.type !== 'level') return undefined;
      shared ||= borrowed !== undefined;
      if (!found.some(one => one.target.type === 'level' && one.target.level === target.level))
        found.push({ target, span: { start: part.start, end: part.end } });
      i += whole?.length ?? 1;
    }
    if (found.length < 2) return undefined;
    return shared ? found.map(({ target }) => ({ target, span: { start: name.start, end: name.end } })) : found;
  }

  /** The level that the longest run of parts from one on names in full, as "Manager, X" does in "the A, Manager, X and B". */
  private wholeFrom(level: Level, name: NamePart, parts: readonly NamePart[], from: number) {
    for (let to = Math.min(from + MAX_COMMAS, parts.length - 1); to >= from; to--) {
      const [{ start }, { end }] = [parts[from]!, parts[to]!];
      const text = name.text.slice(start - name.start, end - name.start);
      const match = this.match(level, text, true);
      if (match) return { target: match.target, part: { text, start, end }, length: to - from + 1 };
    }
    return undefined;
  }

  /** The level that a bare name begins with: "Senior X in larger markets". */
  private shortened(level: Level, name: TargetName): readonly FoundTarget[] {
    const naming = this.profile.extends.words.naming.map(word => ` ${word} `);
    const ends = [...name.text.matchAll(/\s+\p{Ll}+\s+|\s*[,(/\u2013-]\s*/gu)]
      .filter(({ 0: cut }) => /[,(/\u2013-]/.test(cut) || naming.includes(cut.replace(/\s+/g, ' ')))
      .map(match => match.index)
      .reverse();
    for (const end of ends.slice(0, MAX_CUTS)) {
      const match = this.match(level, name.text.slice(0, end), true);
      if (match?.target.type === 'level') return [{ target: match.target, span: { start: name.start, end: name.start + end } }];
    }
    return [];
  }

  /** `close`: only by its whole name. */
  private match(
    level: Level,
    name: string,
    close: boolean,
  ): { readonly target: ExtendsTarget; readonly close: boolean } | undefined {
    // Words before the name that are none of it: "the corresponding X", "non-IC", a mistyped article.
    for (let rest = name, cuts = 0; rest !== '' && cuts < MAX_CUTS; cuts++) {
      const match = this.matchWhole(level, rest);
      if (match && (match.close || !close)) return match;
      const shorter = /^\p{Ll}[\p{Ll}-]*\s+(.*)$/u.exec(rest)?.[1] ?? /^\p{Ll}{2,5}(\p{Lu}.*)$/u.exec(rest)?.[1];
      if (shorter === undefined) return undefined;
      rest = shorter;
    }
    return undefined;
  }

  private matchWhole(level: Level, name: string): { readonly target: ExtendsTarget; readonly close: boolean } | undefined {
    const match = findLevel(name, this.levels, this.profile, this.knownNames);
    if (match.type === 'found') {
      if (match.level !== level || match.close) return { target: { type: 'level', level: match.level }, close: match.close };
      const other = this.otherThan(level, name);
      return other ?? { target: { type: 'level', level }, close: false };
    }
    if (match.type === 'ambiguous') {
      const meant = this.meantOf(level, match.levels, name);
      return {
        target: meant ? { type: 'level', level: meant } : { type: 'ambiguous', name, levels: match.levels },
        close: meant !== undefined && match.levels.every(one => one.name.words.join(' ') === meant.name.words.join(' ')),
      };
    }
    // The family's own name, where no heading has it, is what all of its levels have.
    return this.base.length > 0 && this.isFamily(name) ? { target: { type: 'base' }, close: true } : undefined;
  }

  private isFamily(name: string): boolean {
    const same = (other: string): boolean => sameWords(other, name, this.profile);
    return this.knownNames.some(same) && !this.tree.nodes.some(node => node.section === undefined && same(node.heading.text));
  }

  /** A name that fits a level loosely seldom means that level itself. */
  private otherThan(level: Level, name: string): { readonly target: ExtendsTarget; readonly close: boolean } | undefined {
    const others = this.levels.filter(one => one !== level);
    const match = findLevel(name, others, this.profile, this.knownNames);
    return match.type === 'found' ? { target: { type: 'level', level: match.level }, close: false } : undefined;
  }

  /**
   * Of several levels that a shortened name fits, the one that this level means: of its own specialty, of its own group of headings,
   * no more senior, before it on the page. Undefined where two are left.
   */
  private meantOf(level: Level, candidates: readonly Level[], name: string): Level | undefined {
    const wanted = readLevelName(name, this.profile).words;
    const special = level.name.words.filter(word => !wanted.includes(word));
    const shared = (one: Level): number => special.filter(word => one.name.roleWords.includes(word)).length;
    const others = candidates.filter(one => one !== level);
    const most = Math.max(...others.map(shared));
    const steps: readonly ((one: Level) => boolean)[] = [
      // A specialty's name holds that of the level that it is one of.
      one => !isSpecialty(one),
      one => shared(one) === most,
      one => one.node?.parent === level.node?.parent,
      one => heightOf(one) <= heightOf(level),
      one => this.levels.indexOf(one) < this.levels.indexOf(level),
    ];
    let left = others;
    for (const step of steps) {
      const kept = left.filter(step);
      if (kept.length > 0) left = kept;
      if (left.length === 1) return left[0];
    }
    const alike = left.every(one => one.name.words.join(' ') === left[0]?.name.words.join(' '));
    return alike ? left.at(-1) : undefined;
  }

  /**
   * The level that "above" means: of those before it on the page and are no more senior, the most senior, and of
   * equal ones the nearest. Where all are more senior, the nearest on the page.
   */
  private levelAbove(level: Level): Level | undefined {
    const before = this.levels.slice(0, this.levels.indexOf(level));
    const junior = before.filter(one => heightOf(one) <= heightOf(level));
    return (
      junior.reduce<Level | undefined>((best, one) => (best && heightOf(best) > heightOf(one) ? best : one), undefined) ??
      before.at(-1)
    );
  }

  private ofAnchor(anchor: string): ExtendsTarget | undefined {
    const node = this.tree.nodes.find(one => one.heading.id === anchor);
    if (!node) return undefined;
    for (const candidate of [node, ...ancestorsOf(node)]) {
      const level = this.levels.find(
        one => one.node === candidate || (one.node !== undefined && one.sections.some(section => section.node === candidate)),
      );
      if (level) return { type: 'level', level };
      if (this.base.some(section => section.node === candidate)) return { type: 'base' };
    }
    const pageLevel = this.levels.find(one => one.node === undefined && one.sections.some(section => section.node === node));
    return pageLevel && { type: 'level', level: pageLevel };
  }

  /** True for a name that would be reported where no level has it: one with a capital that says it is a level's. */
  private looksLikeLevel({ text }: TargetName, { head }: NamedTarget): boolean {
    if (!/\p{Lu}/u.test(text)) return false;
    if (head !== 'name') return true;
    const { naming, joining } = this.profile.extends.words;
    if (text.split(/\s+/).some(word => /^\p{Ll}/u.test(word) && ![...naming, ...joining].includes(word))) return false;
    const { seniority, roleWords } = readLevelName(text, this.profile);
    return seniority.unmarked !== true || roleWords.some(word => this.levels.some(level => level.name.roleWords.includes(word)));
  }
}

/** More names in one target, or more attempts to shorten one, are no sentence that anybody writes. */
const MAX_JOINED = 8;
/** A level's own name has no more commas or joining words. */
const MAX_COMMAS = 2;
const MAX_CUTS = 6;

const JOINS = /\s+(?:and|or|as\s+well\s+as)\s+(?:the\s+|an?\s+)?|\s*[/&+]\s*/giu;
const JOINS_AND_COMMAS = /,?\s+(?:and|or|as\s+well\s+as)\s+(?:the\s+|an?\s+)?|\s*[/&+]\s*|,\s*(?:the\s+|an?\s+)?/giu;

function splitName({ text, start }: NamePart, joins: RegExp): readonly NamePart[] {
  const parts: NamePart[] = [];
  let at = 0;
  for (const match of text.matchAll(joins)) {
    parts.push({ text: text.slice(at, match.index), start: start + at, end: start + match.index });
    at = match.index + match[0].length;
  }
  parts.push({ text: text.slice(at), start: start + at, end: start + text.length });
  return parts.filter(part => part.text.trim() !== '').map(part => ({ ...part, text: part.text.replace(/,$/, '') }));
}

/** "managers", "seniors": common words more often than the level that they may mean. */
function isLooseWord({ text }: TargetName, profile: Profile): boolean {
  return text === text.toLowerCase() && text.endsWith('s') && readLevelName(text, profile).roleWords.length === 0;
}

/** A link's words without those that say which sections: the name alone, as far as the target has one. */
function trimmed(text: string, named: NamedTarget): readonly TargetName[] {
  return named.names.filter(name => text.includes(name.text));
}

function heightOf(level: Level): number {
  return gradeOf(level)?.grade ?? level.name.seniority.rank;
}

function sameWords(a: string, b: string, profile: Profile): boolean {
  const words = readLevelName(a, profile).bareWords.join(' ');
  return words !== '' && words === readLevelName(b, profile).bareWords.join(' ');
}
