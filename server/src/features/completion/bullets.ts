import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { LevelExports } from '../../model/familyExports.ts';
import type { Section } from '../../model/jobFamily.ts';
import { extendsBullet, levelBelow } from '../../model/sectionTemplate.ts';
import type { ListedFamily } from '../workspaceSymbols.ts';
import { type CompletionPlace, type Offered, replaceItem } from './place.ts';

/** More levels of other pages than anybody reads: one types a letter more. */
const MOST_FOREIGN = 30;

/** A bullet as far as it is written. */
interface BulletStart {
  /** What stands before its text: indent, mark, blank. */
  readonly mark: string;
  readonly text: string;
}

/**
 * Behind a bullet's mark: the other levels' sections to take over, the nearest below first, then those of other pages that are named;
 * and the bullets that the section must have.
 */
export async function bulletItems(place: CompletionPlace): Promise<Offered> {
  const written = /^(\s*[-*+]\s+)(.*)$/.exec(place.before);
  const { section } = place;
  if (!written || !section) return { items: [], isIncomplete: false };
  const start = { mark: written[1]!, text: written[2]! };
  const own = extendsItems(place, section, start);
  const foreign = await foreignItems(place, section, start);
  const items = [...own, ...(foreign ?? []), ...requiredItems(place, section, start)];
  return { items, isIncomplete: foreign !== undefined };
}

/** True where a bullet of the level's own section is, or may become, one that extends. */
function mayExtend({ level, linked }: CompletionPlace, section: Section, { text }: BulletStart): boolean {
  return (
    (level?.sections.includes(section) ?? false) &&
    linked.profile.extendableSections.includes(section.kind) &&
    'extends'.startsWith(text.slice(0, 7).toLowerCase())
  );
}

function extendsItems(place: CompletionPlace, section: Section, start: BulletStart): CompletionItem[] {
  const { level, linked, family } = place;
  if (!level || !mayExtend(place, section, start)) return [];
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
        detail: count === 1 ? l10n.t`takes over 1 bullet` : l10n.t`takes over ${count} bullets`,
        template: start.mark + bullet,
        sortText: `0${String(order).padStart(2, '0')}`,
        preselect: order === 0,
      });
    });
}

/** The levels of other families that are named, or whose family is, behind “Extends the”; undefined before two letters are written. */
async function foreignItems(place: CompletionPlace, section: Section, start: BulletStart): Promise<CompletionItem[] | undefined> {
  const named = /^extends\s+(?:that\s+of\s+)?(?:the\s+)?\[?(\S.+)$/i.exec(start.text)?.[1]?.toLowerCase();
  if (named === undefined || !mayExtend(place, section, start)) return undefined;
  const found = (await place.host.families())
    .filter(({ uri }) => uri !== place.linked.uri)
    .flatMap(family =>
      family.exported.levels.map(level => ({ family, level, at: placeOf(named, level.title, family.exported.title) })),
    )
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Math.sign(a.at) - Math.sign(b.at) || (a.level.title < b.level.title ? -1 : 1));
  return found
    .slice(0, MOST_FOREIGN)
    .flatMap(({ family, level }, order) => foreignItem(place, section, start, family, level, order));
}

/** Where a level's name holds some words; behind all of it where only its family's does; -1 where neither does. */
function placeOf(words: string, level: string, family: string): number {
  const at = level.toLowerCase().indexOf(words);
  return at < 0 && family.toLowerCase().includes(words) ? level.length : at;
}

function foreignItem(
  place: CompletionPlace,
  section: Section,
  start: BulletStart,
  { uri, exported }: ListedFamily,
  level: LevelExports,
  order: number,
): CompletionItem[] {
  const { linked, host } = place;
  const url = linked.urlOf(uri);
  const ref = host.refTo(uri);
  if (url === undefined) return [];
  const anchor = level.anchor === '' ? '' : `#${level.anchor}`;
  const isRef = linked.profile.site.linkStyle === 'ref' && ref !== undefined;
  const destination = isRef ? `{{< ref "${ref}${anchor}" >}}` : linked.hrefTo(url) + anchor;
  const bullet = (name: string): string => extendsBullet(name, section.kind, linked.profile).replace(/^- /, '');
  return [
    replaceItem(place, place.lineSpan, {
      label: bullet(level.title),
      kind: CompletionItemKind.Reference,
      detail: level.grade === undefined ? l10n.t`of ${exported.title}` : l10n.t`of ${exported.title}, grade ${level.grade}`,
      data: { uri, ...(level.anchor === '' ? {} : { anchor: level.anchor }) },
      template: start.mark + bullet(`[${level.title}](${destination})`),
      // What is typed may be from within the name.
      filterText: place.before,
      sortText: `1${String(order).padStart(2, '0')}`,
    }),
  ];
}

/** The bullets that a section of this kind must have, as far as neither it nor what it takes over has them. */
function requiredItems(place: CompletionPlace, section: Section, start: BulletStart): CompletionItem[] {
  const { level, linked } = place;
  const bullets = level ? linked.effective(level, section.kind).bullets.map(({ bullet }) => bullet) : section.bullets;
  const has = (text: string): boolean => bullets.some(bullet => bullet.text.toLowerCase().includes(text.toLowerCase()));
  return linked.profile.required.bullets
    .filter(one => one.section === section.kind && one.text.toLowerCase().startsWith(start.text.toLowerCase()) && !has(one.text))
    .map(({ text }, order) =>
      replaceItem(place, place.lineSpan, {
        label: text,
        kind: CompletionItemKind.Text,
        detail: l10n.t`Every level must have it`,
        template: start.mark + text,
        sortText: `2${order}`,
      }),
    );
}
