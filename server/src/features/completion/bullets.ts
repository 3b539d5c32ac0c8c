import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { extendsBullet, levelBelow } from '../../model/sectionTemplate.ts';
import { type CompletionPlace, replaceItem } from './place.ts';

/** Behind a bullet's mark in an extendable section: the other levels' sections to take over, the nearest below first. */
export function extendsItems(place: CompletionPlace): CompletionItem[] {
  const { level, section, linked, family } = place;
  const written = /^(\s*)([-*+])\s+(.*)$/.exec(place.before);
  if (
    !level ||
    !section ||
    !written ||
    !linked.profile.extendableSections.includes(section.kind) ||
    !level.sections.includes(section)
  )
    return [];
  if (!'extends'.startsWith(written[3]!.slice(0, 7).toLowerCase())) return [];
  const nearest = levelBelow(family, level.name, level, linked.profile);
  const junior = family.levels.filter(other => other !== level && other.name.seniority.rank <= level.name.seniority.rank);
  return junior
    .sort((a, b) => Number(b === nearest) - Number(a === nearest) || b.name.seniority.rank - a.name.seniority.rank)
    .map((other, order) => {
      const count = linked.effective(other, section.kind).bullets.length;
      const bullet = extendsBullet(other.title, section.kind, linked.profile).replace(/^- /, '');
      return replaceItem(place, place.lineSpan, {
        label: bullet,
        kind: CompletionItemKind.Reference,
        detail: count === 1 ? 'takes over 1 bullet' : `takes over ${count} bullets`,
        template: `${written[1]}${written[2]} ${bullet}`,
        sortText: String(order).padStart(2, '0'),
        preselect: order === 0,
      });
    });
}
