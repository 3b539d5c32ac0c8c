import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Span } from '../text/span.ts';
import { type Lexeme, lexemesOf, misspelledVerb } from './extendsWords.ts';

/**
 * What a sentence extends, in its own words. The grammar, whose words are the profile's:
 *
 *     sentence = [subject] {helping} verb targets rest        "The Senior X extends the X requirements but …"
 *              | besides targets rest                         "In addition to the requirements of the X, …"
 *              | quantifier targets rest                      "All X requirements, plus:"
 *              | targets {helping} applying rest              "The X requirements apply to …"
 *              | targets adding rest                          "X requirements plus:"
 *     targets  = target {joining target}
 *     target   = [name] heads [linking name [heads]]          "the X role requirements", "requirements listed for the X"
 *              | name
 *     heads    = {kind | role | content | placed | above}
 */
export interface ExtendsSentence {
  /** True if it extends even where the level is not known; else it only counts where the level is found. */
  readonly certain: boolean;
  readonly targets: readonly NamedTarget[];
  /** Who extends; undefined where the sentence does not say. */
  readonly subject: SentenceSubject | undefined;
  /** The verb and what it should be, where it is misspelt. */
  readonly misspelled: { readonly span: Span; readonly meant: string } | undefined;
  /** True if the sentence takes a part of it back: "but without …". */
  readonly amended: boolean;
  /** True if the sentence says nothing else. */
  readonly complete: boolean;
}

/** One thing that a sentence extends: which sections, and whose. Places count from the sentence's beginning. */
export interface NamedTarget extends Span {
  /** Whose it may be, the likelier first: "the EMEA requirements of the X" has two. Empty where `above` or `base` says it, or only a link. */
  readonly names: readonly TargetName[];
  /** The kinds that the sentence's words name. */
  readonly kinds: readonly SectionKind[];
  /** The nearest level before this one. */
  readonly above: boolean;
  /** The sections over the levels. */
  readonly base: boolean;
  /** `section`: a section's name or all of a level; `role`: a level by name and "role"; `name`: a bare name. */
  readonly head: 'section' | 'role' | 'name';
}

export interface TargetName extends Span {
  readonly text: string;
  /** True after an article, or with a word such as "level" after it. */
  readonly determined: boolean;
}

export interface SentenceSubject {
  readonly text: string;
  /** True if it is surely a level or its section; else the sentence only counts where a level has this name. */
  readonly sure: boolean;
}

/** Reads a sentence's shown text; undefined where it extends nothing. Linear in the text's length. */
export function readExtendsSentence(text: string, profile: Profile): ExtendsSentence | undefined {
  return new SentenceReader(text, profile).read();
}

/** In words: nobody writes longer ones, and reading stays linear. */
const MAX_SUBJECT = 24;
const MAX_NAME = 16;
const MAX_SKIPPED = 24;
const MAX_TARGETS = 12;

const OPENING_MARKS = '"\u201c([';
const BEFORE_NAME: readonly Lexeme['type'][] = ['articles', 'quantifiers', 'everything', 'linking', 'naming', 'placed'];

type Strength = 'certain' | 'known' | 'section';

interface ReadTargets {
  readonly targets: readonly NamedTarget[];
  /** The lexeme after them. */
  readonly next: number;
}

class SentenceReader {
  private readonly lexemes: readonly Lexeme[];
  /** False in "In addition to the A, the B and the C lead", whose B is no target. */
  private enumerates = true;

  constructor(
    private readonly text: string,
    private readonly profile: Profile,
  ) {
    this.lexemes = lexemesOf(text, profile);
  }

  read(): ExtendsSentence | undefined {
    const from = this.skip(0, ['mark', 'joining', 'adding']);
    if (this.is(from, 'besides')) {
      this.enumerates = false;
      return this.afterVerb(this.is(from + 1, 'including') ? from + 2 : from + 1, 'section', undefined);
    }
    const verb = this.skip(from, ['helping']);
    const misspelled = this.misspelledAt(from);
    if (misspelled) return this.afterVerb(from + 1, 'known', undefined, misspelled);
    if (this.strengthAt(verb)) return this.afterVerb(verb + 1, this.strengthAt(verb)!, undefined);
    return this.withoutVerb(from) ?? this.withSubject(from);
  }

  private afterVerb(
    from: number,
    strength: Strength,
    subject: SentenceSubject | undefined,
    misspelled?: ExtendsSentence['misspelled'],
  ): ExtendsSentence | undefined {
    if (this.denies(from)) return undefined;
    // "Meet or exceed …"
    const verbs = this.is(from, 'joining') && this.strengthAt(from + 1) ? from + 2 : from;
    const read = this.targetsAt(this.skip(verbs, [], ':\u2013\u2014-'));
    const needed =
      strength === 'known' && subject === undefined && !misspelled ? ['section', 'role'] : ['section', 'role', 'name'];
    const fitting = read.targets.filter(
      ({ head, base, above }) => above || (strength === 'section' ? head === 'section' : base || needed.includes(head)),
    );
    return this.sentence(fitting, read.next, strength === 'certain', subject, misspelled);
  }

  /** "All X requirements", "Everything in the X role", "X requirements apply", "X requirements plus:". */
  private withoutVerb(from: number): ExtendsSentence | undefined {
    const quantified = this.skip(from, ['articles', 'linking', 'naming', 'placed', 'besides']);
    const all = this.is(quantified, 'quantifiers') || this.is(quantified, 'everything');
    const { targets, next } = this.targetsAt(from);
    const fitting = targets.filter(target => target.head === 'section');
    if (fitting.length === 0) return undefined;
    const follower = this.skip(next, ['mark']);
    const verb = this.skip(next, ['helping']);
    const applies = this.is(verb, 'applying');
    const ends =
      this.lexemes[next] === undefined ||
      ['mark', 'adding', 'besides', 'ending', 'linking', 'naming', 'joining', 'placed'].includes(this.lexemes[next].type);
    const adds =
      this.is(follower, 'adding') ||
      ((this.is(follower, 'besides') || this.is(follower, 'joining')) &&
        this.endsAt(follower + 1) &&
        follower < this.lexemes.length);
    const clause = this.is(quantified, 'everything') && !this.links(quantified + 1);
    const does = clause && (this.is(next, 'including') || this.is(next, 'helping'));
    return applies || adds || (all && (ends || does)) ? this.sentence(fitting, next, false, undefined) : undefined;
  }

  private withSubject(from: number): ExtendsSentence | undefined {
    for (let at = from; at < this.lexemes.length && at - from <= MAX_SUBJECT; at++) {
      const lexeme = this.lexemes[at]!;
      const verb = this.skip(at, ['helping']);
      const strength = this.strengthAt(verb);
      if (strength && at > from) return this.afterVerb(verb + 1, strength, this.subjectOf(from, at));
      if (verb > at || ['denying', 'ending', 'adding', 'applying'].includes(lexeme.type) || /^[:;?!]$/.test(lexeme.text))
        return undefined;
    }
    return undefined;
  }

  private subjectOf(from: number, to: number): SentenceSubject {
    const lexemes = this.lexemes.slice(from, to);
    const sure =
      ['articles', 'quantifiers', 'subjects'].includes(lexemes[0]!.type) || lexemes.some(one => one.kind !== undefined);
    return { text: this.text.slice(lexemes[0]!.start, lexemes.at(-1)!.end), sure };
  }

  private sentence(
    targets: readonly NamedTarget[],
    next: number,
    certain: boolean,
    subject: SentenceSubject | undefined,
    misspelled?: ExtendsSentence['misspelled'],
  ): ExtendsSentence | undefined {
    if (targets.length === 0) return undefined;
    const rest = this.lexemes.slice(next);
    const first = rest.find(lexeme => lexeme.type !== 'mark');
    const amended = first !== undefined && this.profile.extends.words.excepting.includes(first.text);
    return { certain, targets, subject, misspelled, amended, complete: first === undefined && subject === undefined };
  }

  private targetsAt(from: number): ReadTargets {
    const targets: NamedTarget[] = [];
    let next = from;
    for (let at: number | undefined = from; at !== undefined && targets.length < MAX_TARGETS; at = this.continuation(next)) {
      const read = this.targetAt(at);
      if (!read) break;
      const before = targets.at(-1);
      // "the requirements of the A and those of the B"
      const same = before !== undefined && read.target.head === 'name' && this.endsTarget(read.next);
      targets.push(same ? { ...read.target, head: before.head, kinds: before.kinds } : read.target);
      next = read.next;
    }
    return { targets, next };
  }

  private endsTarget(at: number): boolean {
    return !['helping', 'word', 'including', 'applying'].includes(this.lexemes[at]?.type ?? '');
  }

  /** Where another target begins after a joining word; undefined where none does. */
  private continuation(from: number): number | undefined {
    const at = this.isMark(from, ',') ? from + 1 : from;
    return this.is(at, 'joining') || this.is(at, 'besides') || this.isMark(at, '/') ? at + 1 : undefined;
  }

  private targetAt(from: number): { readonly target: NamedTarget; readonly next: number } | undefined {
    const every = this.skip(from, ['articles', 'quantifiers', 'linking', 'naming', 'besides'], OPENING_MARKS);
    const types = this.is(every, 'everything') ? (['helping', ...BEFORE_NAME] as const) : BEFORE_NAME;
    const start = this.skip(from, types, OPENING_MARKS);
    const everything = this.lexemes.slice(from, start).some(lexeme => lexeme.type === 'everything');
    const all = this.lexemes.slice(from, start).some(lexeme => lexeme.type === 'quantifiers');
    const name = this.nameAt(start);
    const heads = this.headsAt(name.next);
    const owner = heads.next > name.next ? this.ownerAt(heads.next) : undefined;
    const kinds = [...new Set([...heads.kinds, ...(owner?.heads.kinds ?? [])])];
    const next = owner?.next ?? heads.next;
    if (next === start) return undefined;
    const contents = heads.content || (owner?.heads.content ?? false);
    const section = everything || kinds.length > 0 || (contents && all);
    const wholly = section || contents || all;
    const above =
      (name.above && owner === undefined && wholly) ||
      (name.above && heads.role) ||
      (name.empty && owner === undefined && heads.above) ||
      (owner?.above ?? false) ||
      (name.above && heads.next === name.next && this.endsAt(next));
    const base = !above && (owner?.base || (name.base && (kinds.length > 0 || heads.content || heads.role)));
    const determined = start > from || heads.next > name.next;
    const names = [name, ...(owner?.name ? [owner.name] : [])]
      .filter(one => !one.empty && !one.above && !(one === name && name.base))
      .map(
        ({ start: at, end, possessive }): TargetName => ({
          text: this.text.slice(at, possessive ? end - 2 : end),
          start: at,
          end: possessive ? end - 2 : end,
          determined,
        }),
      );
    if (name.possessive && heads.next === name.next) return undefined;
    if (names.length === 0 && !above && !base && kinds.length === 0) return undefined;
    const first = this.lexemes[start]!;
    return {
      target: {
        names: above || base ? [] : names,
        kinds,
        above,
        base: base ?? false,
        head: section || (above && wholly) ? 'section' : contents || heads.role || owner?.heads.role ? 'role' : 'name',
        start: Math.min(first.start, names[0]?.start ?? first.start),
        end: this.lexemes[next - 1]!.end,
      },
      next,
    };
  }

  /** "of the X role", "listed for the X", "(applicable to all roles)": whose the heads before are. */
  private ownerAt(from: number) {
    const bracket = this.isMark(from, '(') ? from + 1 : from;
    const clause = ['that', 'which'].includes(this.lexemes[bracket]?.text ?? '');
    if (!clause && !this.links(bracket)) return undefined;
    const start = this.skip(bracket + 1, ['articles', 'quantifiers', 'linking', 'naming', 'joining'], OPENING_MARKS);
    const all = this.lexemes.slice(bracket, start).some(lexeme => lexeme.type === 'quantifiers');
    const name = this.nameAt(start);
    const heads = this.headsAt(name.next);
    const base = all && name.empty && heads.role;
    const ones = name.empty && heads.above;
    if (name.empty && !base && !ones) return undefined;
    const after = clause && this.is(heads.next, 'including') ? heads.next + 1 : heads.next;
    return { name: name.empty ? undefined : name, heads, base, above: (name.above && !name.empty) || ones, next: after };
  }

  /** A stretch that may be the name of a level, or of several. */
  private nameAt(from: number) {
    let at = from;
    let brackets = 0;
    for (let words = 0; words < MAX_NAME; words++) {
      const lexeme = this.lexemes[at];
      if (!lexeme) break;
      const begun = at > from;
      if (['word', 'base', 'above'].includes(lexeme.type) || (begun && lexeme.text === "'s")) at++;
      else if (begun && ['joining', 'besides', 'naming'].includes(lexeme.type) && this.goesOn(at + 1))
        at += this.is(at + 1, 'articles') ? 2 : 1;
      else if (begun && lexeme.text === '(' && this.isName(at + 1)) {
        at++;
        brackets++;
      } else if (brackets > 0 && lexeme.text === ')') {
        at++;
        brackets--;
      } else if (begun && /^[/.\u2013-]$/.test(lexeme.text) && this.isName(at + 1)) at++;
      else if (begun && lexeme.text === ',' && this.isName(at + 1)) at++;
      else if (begun && lexeme.text === ',' && this.is(at + 1, 'articles') && this.isName(at + 2) && this.listsFrom(at + 2))
        at += 2;
      else if (begun && lexeme.text === ',' && this.is(at + 1, 'joining') && this.goesOn(at + 2)) at++;
      else break;
    }
    const lexemes = this.lexemes.slice(from, at);
    const named = lexemes.findIndex(lexeme => lexeme.type !== 'above');
    const first = lexemes[Math.max(named, 0)];
    const last = lexemes.at(-1);
    return {
      start: first?.start ?? 0,
      end: last?.end ?? 0,
      next: at,
      empty: lexemes.length === 0,
      above: lexemes.length > 0 && named < 0,
      base: lexemes.length > 0 && lexemes.every(lexeme => lexeme.type === 'base'),
      possessive: last?.text.endsWith("'s") ?? false,
    };
  }

  private headsAt(from: number) {
    const kinds: SectionKind[] = [];
    let [role, content, above] = [false, false, false];
    let next = from;
    for (let at = from; ; at++) {
      const lexeme = this.lexemes[at];
      if (lexeme?.kind !== undefined && !(lexeme.singular && !this.endsAt(at + 1))) kinds.push(lexeme.kind);
      else if (lexeme?.type === 'roles') role = true;
      else if (lexeme?.type === 'contents') content = true;
      else if (lexeme?.type === 'above') above = true;
      else if (lexeme?.type === 'placed' || lexeme?.text === ')') {
        // "requirements listed", "(CSA) requirements"
      } else if (kinds.length > 0 && this.joinsHeads(at, kinds)) continue;
      else break;
      next = at + 1;
    }
    return { kinds, role, content, above, next };
  }

  /** "responsibilities and the requirements": the same kind again begins another target. */
  private joinsHeads(at: number, before: readonly SectionKind[]): boolean {
    if (!this.is(at, 'joining') && !this.isMark(at, ',') && !this.isMark(at, '/') && !this.is(at, 'articles')) return false;
    const next = this.skip(at, ['joining', 'articles'], ',/');
    const kind = this.lexemes[next]?.kind;
    return kind !== undefined && !before.includes(kind);
  }

  private denies(before: number): boolean {
    return this.lexemes.slice(0, before).some(lexeme => lexeme.type === 'denying');
  }

  private misspelledAt(at: number): ExtendsSentence['misspelled'] {
    const lexeme = this.lexemes[at];
    if (lexeme?.type !== 'word') return undefined;
    const meant = misspelledVerb(lexeme.text, this.profile);
    return meant === undefined ? undefined : { span: { start: lexeme.start, end: lexeme.end }, meant };
  }

  private strengthAt(at: number): Strength | undefined {
    switch (this.lexemes[at]?.type) {
      case 'extending':
        return 'certain';
      case 'building':
        return 'known';
      case 'including':
        return 'section';
      default:
        return undefined;
    }
  }

  /** True where "and the C" follows: what is before it, "the A, the B", is a list. */
  private listsFrom(from: number): boolean {
    const end = this.skip(from, ['word', 'articles', 'base'], ',()');
    return this.enumerates && end - from < MAX_NAME && this.is(end, 'joining') && this.goesOn(end + 1);
  }

  private links(at: number): boolean {
    return this.is(at, 'linking') || this.is(at, 'naming');
  }

  private goesOn(at: number): boolean {
    return this.isName(at) || (this.is(at, 'articles') && this.isName(at + 1));
  }

  private isName(at: number): boolean {
    return this.is(at, 'word') || this.is(at, 'base');
  }

  private endsAt(at: number): boolean {
    const lexeme = this.lexemes[at];
    return lexeme === undefined || lexeme.type === 'mark' || lexeme.type === 'adding';
  }

  private is(at: number, type: Lexeme['type']): boolean {
    return this.lexemes[at]?.type === type;
  }

  private isMark(at: number, mark: string): boolean {
    return this.lexemes[at]?.text === mark;
  }

  /** The first lexeme from `from` on of another type, and none of these marks. */
  private skip(from: number, types: readonly Lexeme['type'][], marks = ''): number {
    let at = from;
    const end = Math.min(this.lexemes.length, from + MAX_SKIPPED);
    while (at < end && (types.includes(this.lexemes[at]!.type) || marks.includes(this.lexemes[at]!.text))) at++;
    return at;
  }
}
