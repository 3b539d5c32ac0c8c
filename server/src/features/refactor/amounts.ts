import { gradeOf, type Level } from '../../model/jobFamily.ts';
import type { SectionKind } from '../../profile/profile.ts';
import { comparedText } from '../../rules/similarity.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';

/** Whose amounts nobody restructures: headings that only hold others, and the grade, which is told by itself. */
const NOT_COUNTED: readonly SectionKind[] = ['levels', 'specialties', 'segment', 'references', 'job-grade'];

/**
 * What the levels of a page amount to, a text for each level and kind of section: its name, its grade, and all that is asked of
 * it, its own and inherited, however it is told. In no order that means anything.
 */
export function amountsOf(linked: LinkedFamily): readonly string[] {
  const kinds = [...new Set(linked.profile.sections.map(section => section.kind))].filter(kind => !NOT_COUNTED.includes(kind));
  return linked.family.levels.flatMap(level => kinds.map(kind => amountOf(linked, level, kind))).sort();
}

function amountOf(linked: LinkedFamily, level: Level, kind: SectionKind): string {
  const { bullets } = linked.effective(level, kind);
  // A bare address is what it leads to, and not what is asked of anybody.
  const said = new Set(bullets.map(({ bullet }) => comparedText(bullet.text.replace(/https?:\/\/\S+/gi, '')).joined));
  return JSON.stringify([level.title, gradeOf(level)?.grade ?? null, kind, [...said].sort()]);
}

/** True where all that levels amounted to before they still do; `leaves` as the refactoring promises it. */
export function keepsAmounts(before: LinkedFamily, after: LinkedFamily, leaves: 'same' | 'more'): boolean {
  const left = amountsOf(after);
  const was = amountsOf(before);
  if (leaves === 'same') return was.join('\n') === left.join('\n');
  const there = new Set(left);
  return was.every(one => there.has(one));
}
