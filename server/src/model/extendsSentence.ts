import type { Profile } from '../profile/profile.ts';
import type { Span } from '../text/span.ts';
import { type NamedTarget, TargetReader } from './extendsTargetWords.ts';
import { misspelledVerb } from './extendsWords.ts';

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

export interface SentenceSubject {
  readonly text: string;
  /** True if it is surely a level or its section; else the sentence only counts where a level has this name. */
  readonly sure: boolean;
}

/** Reads a sentence's shown text; undefined where it extends nothing. Linear in the text's length. */
export function readExtendsSentence(text: string, profile: Profile): ExtendsSentence | undefined {
  return new SentenceReader(text, profile).read();
}

/** In words: nobody writes longer subjects, and reading stays linear. */
const MAX_SUBJECT = 24;

type Strength = 'certain' | 'known' | 'section';

class SentenceReader extends TargetReader {
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
}
