import * as l10n from '@vscode/l10n';
import { type ExtendsReference, gradeOf, type Level, ownBullets } from '../../model/jobFamily.ts';
import { canonicalName } from '../../profile/profile.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { andMore, escapeMarkdown, levelsCount } from '../markdownText.ts';
import { addressOf, type OtherPages } from '../otherPages.ts';
import type { Superior } from '../superior.ts';
import { MOST_LISTED, standing } from './hoverText.ts';

/** A level's grade and track, its own and inherited bullets. */
export function levelText(linked: LinkedFamily, level: Level): string {
  const lines = [`**${escapeMarkdown(level.title)}**`, '', standing(gradeOf(level)?.grade, level.track), ''];
  for (const kind of linked.profile.extendableSections) {
    const { ownCount, inheritedCount, exists } = linked.effective(level, kind);
    lines.push(
      `- ${canonicalName(linked.profile, kind)}: ${exists ? l10n.t`${ownCount} own, ${inheritedCount} inherited` : l10n.t`none`}`,
    );
  }
  for (const section of level.sections) {
    if (section.kind === 'performance-indicators')
      lines.push(`- ${canonicalName(linked.profile, section.kind)}: ${ownBullets(section).length}`);
  }
  return lines.join('\n');
}

/** What a level takes over from another. */
export function extendsText(linked: LinkedFamily, level: Level, reference: ExtendsReference): string {
  const target = linked.resolveExtends(reference);
  if (!target) {
    const name = 'name' in reference.target ? reference.target.name : '';
    return l10n.t`No level “${escapeMarkdown(name)}” is known, so nothing is inherited here.`;
  }
  const lines = [takesOver(target.level, target.uri === linked.uri ? undefined : target.family.title)];
  for (const kind of reference.kinds) {
    const inherited = linked.effective(level, kind).bullets.filter(bullet => !bullet.own);
    lines.push(
      '',
      inherited.length === 1
        ? l10n.t`${canonicalName(linked.profile, kind)}: 1 inherited bullet`
        : l10n.t`${canonicalName(linked.profile, kind)}: ${inherited.length} inherited bullets`,
      '',
    );
    for (const { bullet } of inherited.slice(0, MOST_LISTED)) lines.push(`- ${escapeMarkdown(bullet.text.replace(/\s+/g, ' '))}`);
    if (inherited.length > MOST_LISTED) lines.push(`- ${andMore(inherited.length - MOST_LISTED)}`);
  }
  return lines.join('\n');
}

/** `level`: undefined for the sections over the levels; `elsewhere`: the title of the family, where it is another one. */
function takesOver(level: Level | undefined, elsewhere: string | undefined): string {
  const name = escapeMarkdown(level?.title ?? '');
  if (elsewhere === undefined)
    return level ? l10n.t`Takes over from **${name}**` : l10n.t`Takes over from **the sections over the levels**`;
  const family = escapeMarkdown(elsewhere);
  return level
    ? l10n.t`Takes over from **${name}**, in ${family}`
    : l10n.t`Takes over from **the sections over the levels**, in ${family}`;
}

/** The level or family of a position that somebody reports to. */
export async function superiorText({ uri, family, level }: Superior, pages: OtherPages): Promise<string> {
  const outline = await pages.outline(uri);
  const address = addressOf(uri, level?.anchor, outline);
  const title = `**[${escapeMarkdown(level?.title ?? family.title)}](<${address}>)**`;
  if (!level) return `${title}\n\n${l10n.t`A job family with ${levelsCount(family.levels.length)}.`}`;
  const place = family.title !== '' && family.title !== level.title ? `, ${l10n.t`in ${escapeMarkdown(family.title)}`}` : '';
  return `${title}${place}\n\n${standing(level.grade, level.track)}`;
}
