import * as l10n from '@vscode/l10n';
import { type SectionSource, sectionSources } from '../../model/effective.ts';
import { readExtendsSentence } from '../../model/extendsSentence.ts';
import { type Bullet, type ExtendsReference, type Level, ownBullets, type Section } from '../../model/jobFamily.ts';
import { linksWithin } from '../../syntax/page.ts';
import { touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { bulletKey, bulletLines, bulletText, markOf } from './bulletText.ts';
import { lineEndOf, type Refactoring, type RefactoringPlace } from './refactoring.ts';

/** Replaces an Extends bullet by the bullets that it takes over. */
export const inheritedBullets: Refactoring = {
  kind: 'refactor.inline.jobFamily.inheritedBullets',
  leaves: 'same',
  offer(place) {
    const found = extendsBulletAt(place);
    if (!found) return undefined;
    const { level, section, reference, bullet } = found;
    const mark = markOf(place.page, bullet.item);
    const sources = sourcesOf(place.linked, level, section, reference);
    // A paragraph that is inherited with the bullets would be lost.
    const isWhole = sources.every(
      source => source.section.blocks.every(block => block.type === 'list') && canBeMoved(place.linked, source),
    );
    if (mark === undefined || !isWhole) return undefined;
    const own = new Set(ownBullets(section).map(one => bulletKey(place.page, one)));
    const missing = new Map<string, { readonly bullet: Bullet; readonly source: SectionSource }>();
    for (const source of sources)
      for (const one of ownBullets(source.section)) {
        const key = bulletKey(source.family.page, one);
        if (!own.has(key) && !missing.has(key)) missing.set(key, { bullet: one, source });
      }
    if (missing.size === 0) return undefined;
    return {
      title:
        missing.size === 1
          ? l10n.t`Write out the bullet that is inherited`
          : l10n.t`Write out the ${missing.size} bullets that are inherited`,
      edits: () => {
        const newline = lineEndOf(place.page);
        const { start, end } = bulletLines(place.page, bullet.item);
        const indentation = place.page.text.slice(start, bullet.item.markSpan.start);
        const lines = [...missing.values()].flatMap(one =>
          writtenHere(place.linked, one.bullet, one.source, mark, newline).split(newline),
        );
        const newText = lines.map(line => (line === '' ? line : indentation + line)).join(newline);
        // The line end behind the bullet stays, or is missing at the page's end as it was.
        return [{ span: { start, end: Math.min(end, bullet.item.span.end) }, newText }];
      },
    };
  },
};

/** The Extends bullet that the selection lies on, where it says nothing else and takes one section of one level over. */
function extendsBulletAt({ level, section, span, profile }: RefactoringPlace) {
  if (!level || !section || !level.sections.includes(section)) return undefined;
  const bullet = section.bullets.find(one => one.extends && touches(one.item.span, span.start));
  if (!bullet || bullet.item.children.length > 0) return undefined;
  const references = level.extends.filter(one => one.item?.span.start === bullet.item.span.start);
  const [reference] = references;
  if (!reference || references.length > 1 || reference.kinds.length > 1 || section.node.section!.kinds.length > 1)
    return undefined;
  return readExtendsSentence(bullet.text, profile)?.complete ? { level, section, reference, bullet } : undefined;
}

/** The sections that a level has by this reference only. */
function sourcesOf(linked: LinkedFamily, level: Level, { kind }: Section, reference: ExtendsReference): readonly SectionSource[] {
  const without = sectionSources(linked.family, level, kind, (family, _, one) =>
    one === reference ? undefined : linked.resolveExtendsOn(family, one),
  );
  const had = new Set(without.map(source => source.section.node));
  return linked.sectionSources(level, kind).filter(source => !had.has(source.section.node));
}

/** A bullet as it is written on this page: links to headings of its own page lead where they led. */
function writtenHere(linked: LinkedFamily, { item }: Bullet, { family }: SectionSource, mark: string, newline: string): string {
  const written = bulletText(family.page, item, mark, newline);
  const url = family === linked.family ? undefined : linked.urlOf(linked.uriOf(family) ?? '');
  return url === undefined ? written : written.replaceAll('](#', `](${linked.hrefTo(url)}#`);
}

/** True where a section's links lead to the same on every page, or can be made to. */
function canBeMoved(linked: LinkedFamily, { section, family }: SectionSource): boolean {
  if (family === linked.family) return true;
  const links = section.blocks.flatMap(block => linksWithin(family.page, block.span));
  return links.every(link => link.form === 'inline' && /^(?:[#/]|https?:|mailto:|\{\{)/.test(link.destination));
}
