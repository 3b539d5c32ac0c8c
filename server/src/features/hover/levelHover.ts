import { type ExtendsReference, gradeOf, type Level, ownBullets } from '../../model/jobFamily.ts';
import { canonicalName } from '../../profile/profile.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { counted, escapeMarkdown } from '../markdownText.ts';
import { addressOf, type OtherPages } from '../otherPages.ts';
import type { Superior } from '../superior.ts';
import { MOST_LISTED, standing } from './hoverText.ts';

/** A level's grade and track, its own and inherited bullets. */
export function levelText(linked: LinkedFamily, level: Level): string {
  const lines = [`**${escapeMarkdown(level.title)}**`, '', standing(gradeOf(level)?.grade, level.track), ''];
  for (const kind of linked.profile.extendableSections) {
    const { ownCount, inheritedCount, exists } = linked.effective(level, kind);
    lines.push(`- ${canonicalName(linked.profile, kind)}: ${exists ? `${ownCount} own, ${inheritedCount} inherited` : 'none'}`);
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
    return `No level “${escapeMarkdown(name)}” is known, so nothing is inherited here.`;
  }
  const place = target.uri === linked.uri ? '' : `, in ${escapeMarkdown(target.family.title)}`;
  const lines = [
    `Takes over from **${target.level ? escapeMarkdown(target.level.title) : 'the sections over the levels'}**${place}`,
  ];
  for (const kind of reference.kinds) {
    const inherited = linked.effective(level, kind).bullets.filter(bullet => !bullet.own);
    lines.push('', `${canonicalName(linked.profile, kind)}: ${counted(inherited.length, 'inherited bullet')}`, '');
    for (const { bullet } of inherited.slice(0, MOST_LISTED)) lines.push(`- ${escapeMarkdown(bullet.text.replace(/\s+/g, ' '))}`);
    if (inherited.length > MOST_LISTED) lines.push(`- … and ${inherited.length - MOST_LISTED} more`);
  }
  return lines.join('\n');
}

/** The level or family of a position that somebody reports to. */
export async function superiorText({ uri, family, level }: Superior, pages: OtherPages): Promise<string> {
  const outline = await pages.outline(uri);
  const address = addressOf(uri, level?.anchor, outline);
  const title = `**[${escapeMarkdown(level?.title ?? family.title)}](<${address}>)**`;
  if (!level) return `${title}\n\nA job family with ${counted(family.levels.length, 'level')}.`;
  const place = family.title !== '' && family.title !== level.title ? `, in ${escapeMarkdown(family.title)}` : '';
  return `${title}${place}\n\n${standing(level.grade, level.track)}`;
}
