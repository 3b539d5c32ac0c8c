import * as l10n from '@vscode/l10n';
import { type Level, ownBullets, type Section } from '../../model/jobFamily.ts';
import { extendsBullet, levelBelow } from '../../model/sectionTemplate.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { bulletKey, bulletLines, markOf } from './bulletText.ts';
import { lineEndOf, type Refactoring } from './refactoring.ts';

/** One repeated bullet is as well written as an Extends bullet. */
const FEWEST = 2;

/** Replaces bullets by one that takes them over, where a level repeats all that the level below it has. */
export const repeatedBullets: Refactoring = {
  kind: 'refactor.extract.jobFamily.repeatedBullets',
  leaves: 'same',
  offer({ linked, family, level, section, page, profile }) {
    if (!level || !section || !level.sections.includes(section) || !profile.extendableSections.includes(section.kind))
      return undefined;
    const below = levelBelow(family, level.name, level, profile, section.kind);
    const [first] = section.bullets;
    const mark = first && markOf(page, first.item);
    if (!below || !first || mark === undefined || takesOver(linked, below, level, section)) return undefined;
    const inherited = keysFrom(linked, below, level, section);
    const repeated = ownBullets(section).filter(bullet => inherited.has(bulletKey(page, bullet)));
    const said = new Set(repeated.map(bullet => bulletKey(page, bullet)));
    if (said.size < FEWEST || said.size < inherited.size) return undefined;
    const sentence = extendsBullet(below.title, section.kind, profile).replace(/^- /, '');
    return {
      title: l10n.t`Replace ${repeated.length} repeated bullets by “${sentence}”`,
      edits: () => {
        const { start } = bulletLines(page, first.item);
        const indentation = page.text.slice(start, first.item.markSpan.start);
        const newText = `${indentation}${mark} ${sentence}${lineEndOf(page)}`;
        return [
          { span: { start, end: start }, newText },
          ...repeated.map(({ item }) => ({ span: bulletLines(page, item), newText: '' })),
        ];
      },
    };
  },
};

/** True where one of the two takes over from the other already. */
function takesOver(linked: LinkedFamily, below: Level, level: Level, { kind }: Section): boolean {
  const reaches = (from: Level, to: Level): boolean => linked.sectionSources(from, kind).some(source => source.level === to);
  return reaches(below, level) || reaches(level, below);
}

/** What the level would take over from the one below and does not have from elsewhere. */
function keysFrom(linked: LinkedFamily, below: Level, level: Level, { kind }: Section): ReadonlySet<string> {
  const had = new Set(linked.sectionSources(level, kind).map(source => source.section.node));
  const sources = linked.sectionSources(below, kind).filter(source => !had.has(source.section.node));
  return new Set(sources.flatMap(({ section, family }) => ownBullets(section).map(bullet => bulletKey(family.page, bullet))));
}
