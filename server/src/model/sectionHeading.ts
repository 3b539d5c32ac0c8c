import type { Profile, SectionKind, SectionName } from '../profile/profile.ts';
import { keptByText } from './keptByText.ts';

/** What a heading's text says of the section under it. */
export interface SectionHeading {
  /** One kind, or several where the heading names them together ("Responsibilities and Requirements"). */
  readonly kinds: readonly SectionKind[];
  /** What stands before the section's name: a level's name, in full or shortened; undefined where nothing does. */
  readonly qualifier: string | undefined;
  /** The section's name as written. */
  readonly name: string;
}

/** The section that a heading names; undefined where it names none. */
export const recogniseSection = keptByText(recogniseAnew);

function recogniseAnew(headingText: string, profile: Profile): SectionHeading | undefined {
  const text = plainHeading(headingText);
  const joined = /^(.+?)\s+(?:and|&)\s+(.+)$/i.exec(text);
  if (joined) {
    const first = matchSection(joined[1]!, profile);
    const second = matchSection(joined[2]!, profile);
    if (first && second?.qualifier === undefined && second) {
      return {
        kinds: [...first.kinds, ...second.kinds],
        qualifier: first.qualifier,
        name: text.slice(first.qualifier?.length ?? 0).trim(),
      };
    }
  }
  return matchSection(text, profile);
}

/**
 * The section whose name this heading seems to mean by a slip of the keys: undefined where it names one properly, or
 * resembles none.
 */
export const misspelledSection = keptByText(findMisspelled);

/** A section's name with a slip of the keys. */
export interface MisspelledSection {
  readonly kind: SectionKind;
  readonly written: string;
  readonly meant: string;
}

function findMisspelled(headingText: string, profile: Profile): MisspelledSection | undefined {
  const text = plainHeading(headingText);
  if (text === '' || recogniseSection(headingText, profile)) return undefined;
  const words = text.split(/\s+/);
  for (const section of profile.sections) {
    for (const spelling of section.spellings) {
      if (section.exact?.includes(spelling) || spelling.length < 6) continue;
      const length = spelling.split(' ').length;
      const written = words.slice(-length).join(' ');
      const distance = editDistance(written.toLowerCase(), spelling.toLowerCase(), 2);
      const alike = written.toLowerCase().charAt(0) === spelling.toLowerCase().charAt(0);
      if (alike && distance > 0 && distance <= (spelling.length < 10 ? 1 : 2))
        return { kind: section.kind, written, meant: matchCase(written, spelling) };
    }
  }
  return undefined;
}

/**
 * The number of single-letter changes, or swaps of neighbours, that turn `a` into `b`; `limit + 1` as soon as it is more
 * than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  // Only what is near the diagonal can be within the limit: long texts cost no more than their length. `k` is j - i + limit + 1.
  const width = 2 * limit + 3;
  let beforeLast: number[] = new Array(width).fill(beyond);
  let last: number[] = Array.from({ length: width }, (_, k) => (k > limit && k < width - 1 ? k - limit - 1 : beyond));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = new Array(width).fill(beyond);
    let least = beyond;
    for (let k = Math.max(1, limit + 1 - i); k < width - 1; k++) {
      const j = i + k - limit - 1;
      if (j > b.length) break;
      let cost = i;
      if (j > 0) {
        const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        cost = Math.min(last[k + 1]! + 1, row[k - 1]! + 1, last[k]! + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
          cost = Math.min(cost, beforeLast[k]! + 1);
      }
      row[k] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return beyond;
    beforeLast = last;
    last = row;
  }
  return Math.min(beyond, last[b.length - a.length + limit + 1]!);
}

function matchSection(text: string, profile: Profile): SectionHeading | undefined {
  // An abbreviation or remark in brackets behind the name says nothing of the kind: "Performance Indicators (PI)".
  const bare = text.replace(/\s*\([^()]*\)\s*$/, '').replace(/[\s:.\u2013-]+$/, '');
  for (const candidate of bare === text ? [text] : [bare, text]) {
    // The longest name wins: "Nice-to-have Requirements" are no requirements.
    const found = profile.sections.flatMap(section => matchSpellings(candidate, section) ?? []);
    const [longest] = found.sort((a, b) => b.name.length - a.name.length);
    if (longest) return longest;
  }
  return undefined;
}

function matchSpellings(text: string, section: SectionName): SectionHeading | undefined {
  const lower = text.toLowerCase();
  for (const spelling of longestFirst(section)) {
    const wanted = spelling.toLowerCase();
    if (lower === wanted) return { kinds: [section.kind], qualifier: undefined, name: text };
    if (section.exact?.includes(spelling)) continue;
    for (const suffix of section.suffixes ?? []) {
      if (lower.startsWith(`${wanted} ${suffix} `))
        return { kinds: [section.kind], qualifier: undefined, name: text.slice(0, wanted.length) };
    }
    if (lower.endsWith(wanted) && /[\s:\u2013-]/.test(lower.charAt(lower.length - wanted.length - 1))) {
      const qualifier = text.slice(0, text.length - wanted.length).replace(/[\s:\u2013-]+$/, '');
      return { kinds: [section.kind], qualifier: qualifier === '' ? undefined : qualifier, name: text.slice(-wanted.length) };
    }
  }
  return undefined;
}

const ordered = new WeakMap<SectionName, readonly string[]>();

function longestFirst(section: SectionName): readonly string[] {
  let spellings = ordered.get(section);
  if (!spellings) {
    spellings = [...section.spellings].sort((a, b) => b.length - a.length);
    ordered.set(section, spellings);
  }
  return spellings;
}

function plainHeading(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/:$/, '');
}

function matchCase(written: string, spelling: string): string {
  return written.charAt(0) === written.charAt(0).toLowerCase() ? spelling.charAt(0).toLowerCase() + spelling.slice(1) : spelling;
}
