import * as l10n from '@vscode/l10n';
import { type InlayHint, InlayHintKind, type MarkupContent, type Position } from 'vscode-languageserver-types';
import { effectiveSection } from '../model/effective.ts';
import { type Bullet, type ExtendsReference, gradeOf, type Level, ownBullets } from '../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../profile/profile.ts';
import { type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { andMore, escapeMarkdown } from './markdownText.ts';

/** Which hints are wanted. */
export interface InlayHintChoice {
  /** The grade behind each level's heading. */
  readonly grades: boolean;
  /** How many bullets an Extends bullet brings. */
  readonly inherited: boolean;
}

/** A tooltip lists so many bullets before it says how many more there are. */
const MOST_LISTED = 12;

/** The hints whose place lies within a span of the page, in page order. Tooltips are made by `inheritedTooltip`. */
export function inlayHints(linked: LinkedFamily, within: Span, choice: InlayHintChoice): InlayHint[] {
  const { family } = linked;
  const hints: { readonly at: number; readonly label: string; readonly kind: InlayHintKind }[] = [];
  for (const level of family.levels) {
    const grade = gradeOf(level)?.grade;
    // A page level without a title has no words that a hint could stand behind.
    if (choice.grades && grade !== undefined && level.nameSpan.end > level.nameSpan.start)
      hints.push({ at: level.nameSpan.end, label: l10n.t`grade ${grade}`, kind: InlayHintKind.Type });
    // One sentence may take over from several levels: "Extends either the A or the B".
    for (const at of choice.inherited ? new Set(level.extends.map(reference => reference.span.end)) : []) {
      const brought = bulletsBroughtAt(linked, level, at).reduce((sum, { bullets }) => sum + bullets.length, 0);
      if (brought > 0) hints.push({ at, label: l10n.t`+${brought} inherited`, kind: InlayHintKind.Parameter });
    }
  }
  return hints
    .filter(hint => touches(within, hint.at))
    .sort((a, b) => a.at - b.at)
    .map(({ at, label, kind }) => ({ position: family.page.lines.positionAt(at), label, kind, paddingLeft: true }));
}

/** What the hint at a place lists: the bullets that the sentence before it brings. Undefined where there is none any more. */
export function inheritedTooltip(linked: LinkedFamily, position: Position): MarkupContent | undefined {
  const offset = linked.family.page.lines.offsetAt(position);
  const lines = linked.family.levels
    .flatMap(level => bulletsBroughtAt(linked, level, offset))
    .flatMap(({ kind, bullets }) => [
      `**${canonicalName(linked.profile, kind)}**`,
      '',
      ...bullets.slice(0, MOST_LISTED).map(bullet => `- ${escapeMarkdown(bullet.text.replace(/\s+/g, ' '))}`),
      ...(bullets.length > MOST_LISTED ? [`- ${andMore(bullets.length - MOST_LISTED)}`] : []),
      '',
    ]);
  return lines.length === 0 ? undefined : { kind: 'markdown', value: lines.join('\n').trim() };
}

/** The bullets that the sentence that ends at an offset gives its level, by section, each once. */
function bulletsBroughtAt(
  linked: LinkedFamily,
  level: Level,
  end: number,
): readonly { readonly kind: SectionKind; readonly bullets: readonly Bullet[] }[] {
  const here = level.extends.filter(reference => reference.span.end === end);
  return [...new Set(here.flatMap(reference => reference.kinds))].flatMap(kind => {
    const ofKind = here.filter(reference => reference.kinds.includes(kind));
    const bullets = [...new Set(ofKind.flatMap(reference => bulletsBrought(linked, level, reference, kind)))];
    return bullets.length > 0 ? [{ kind, bullets }] : [];
  });
}

function bulletsBrought(linked: LinkedFamily, level: Level, reference: ExtendsReference, kind: SectionKind): readonly Bullet[] {
  const target = linked.resolveExtends(reference);
  if (!target?.level) return target?.family.base.filter(section => section.kind === kind).flatMap(ownBullets) ?? [];
  const { bullets } = effectiveSection(target.family, target.level, kind, (family, _, other) =>
    linked.resolveExtendsOn(family, other),
  );
  // Levels that extend each other in a circle bring a level its own bullets back.
  return bullets.filter(one => one.level !== level).map(one => one.bullet);
}
