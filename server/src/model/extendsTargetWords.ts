import type { SectionKind } from '../profile/profile.ts';
import type { Span } from '../text/span.ts';
import { type Lexeme, LexemeReader } from './extendsWords.ts';

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

export interface ReadTargets {
  readonly targets: readonly NamedTarget[];
  /** The lexeme after them. */
  readonly next: number;
}

/** In words: nobody writes longer names or more of them, and reading stays linear. */
const MAX_NAME = 16;
const MAX_TARGETS = 12;

const OPENING_MARKS = '"\u201c([';
const BEFORE_NAME: readonly Lexeme['type'][] = ['articles', 'quantifiers', 'everything', 'linking', 'naming', 'placed'];

/** Reads which levels, and which of their sections, a part of a sentence names. */
export class TargetReader extends LexemeReader {
  /** False in "In addition to the A, the B and the C lead", whose B is no target. */
  protected enumerates = true;

  protected targetsAt(from: number): ReadTargets {
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
      } else if (begun && /^[/.+\u2013-]$/.test(lexeme.text) && this.isName(at + 1)) at++;
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

  /** True where "and the C" follows: what is before it, "the A, the B", is a list. */
  private listsFrom(from: number): boolean {
    const end = this.skip(from, ['word', 'articles', 'base'], ',()');
    return this.enumerates && end - from < MAX_NAME && this.is(end, 'joining') && this.goesOn(end + 1);
  }
}
