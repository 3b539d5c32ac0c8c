import * as l10n from '@vscode/l10n';
import { ancestorsOf, isSectionOf } from '../../model/headingTree.ts';
import { type Bullet, type JobFamily, type Level, ownBullets } from '../../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../../profile/profile.ts';
import { textOf } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { bulletKey, bulletText, markOf, spansOfBullets } from './bulletText.ts';
import { lineEndOf, type Refactoring } from './refactoring.ts';

/** Moves bullets that all levels have, some of them by saying them again, to the section over the levels. */
export const sharedBullets: Refactoring = {
  kind: 'refactor.extract.jobFamily.sharedBullets',
  leaves: 'same',
  offer({ linked, family, level, section, page, profile }) {
    if (!level?.node || !section || !level.sections.includes(section) || !profile.baseSections.includes(section.kind))
      return undefined;
    // The page level's own sections are the base: what is moved there would be its own.
    if (family.levels.length < 2 || family.levels.some(one => one.node === undefined)) return undefined;
    const shared = sharedBy(linked, section.kind);
    if (shared.size === 0 || !ownBullets(section).some(bullet => shared.has(bulletKey(page, bullet)))) return undefined;
    const name = canonicalName(profile, section.kind);
    return {
      title:
        shared.size === 1
          ? l10n.t`Move the bullet that all levels share to the ${name} over the levels`
          : l10n.t`Move the ${shared.size} bullets that all levels share to the ${name} over the levels`,
      edits: () => [
        insertion(family, section.kind, name, [...shared.values()]),
        ...family.levels.flatMap(one => removals(family, one, section.kind, shared)),
      ],
    };
  },
};

/** The bullets that every level has, and that two or more say by themselves; of those that say the same the first. */
function sharedBy(linked: LinkedFamily, kind: SectionKind): ReadonlyMap<string, Bullet> {
  const ofKind = known.get(linked) ?? new Map<SectionKind, ReadonlyMap<string, Bullet>>();
  known.set(linked, ofKind);
  const shared = ofKind.get(kind) ?? findShared(linked, kind);
  ofKind.set(kind, shared);
  return shared;
}

/** Asked at every move of the cursor, of one state of the page. */
const known = new WeakMap<LinkedFamily, Map<SectionKind, ReadonlyMap<string, Bullet>>>();

function findShared(linked: LinkedFamily, kind: SectionKind): ReadonlyMap<string, Bullet> {
  const { family } = linked;
  const said = new Map<string, { readonly bullet: Bullet; readonly by: Set<Level> }>();
  const had = family.levels.map(level => {
    const keys = new Set<string>();
    for (const { bullet, family: whose, own } of linked.effective(level, kind).bullets) {
      const key = bulletKey(whose.page, bullet);
      keys.add(key);
      if (!own) continue;
      const known = said.get(key);
      if (known) known.by.add(level);
      else said.set(key, { bullet, by: new Set([level]) });
    }
    return keys;
  });
  const shared = [...said].filter(([key, { by }]) => by.size > 1 && key !== '' && had.every(keys => keys.has(key)));
  return new Map(shared.map(([key, { bullet }]) => [key, bullet]));
}

/** Behind the bullets that the base has, else behind its words, else as a new section over the levels. */
function insertion(family: JobFamily, kind: SectionKind, name: string, bullets: readonly Bullet[]): SpanEdit {
  const { page } = family;
  const newline = lineEndOf(page);
  const base = family.base.find(section => section.kind === kind);
  const last = base?.bullets.at(-1)?.item;
  const mark = (last && markOf(page, last)) ?? markOf(page, bullets[0]!.item) ?? '-';
  const text = bullets.map(({ item }) => bulletText(page, item, mark, newline).trimEnd()).join(newline);
  if (last) {
    const line = page.lines.lineStart(page.lines.lineAt(last.span.start));
    const indentation = textOf(page.text, { start: line, end: last.markSpan.start });
    const at = line + textOf(page.text, { start: line, end: last.span.end }).trimEnd().length;
    return inserted(at, `${newline}${text.replace(/^(?=.)/gm, indentation)}`);
  }
  if (base) {
    const words = base.blocks.at(-1)?.span.end ?? base.heading.span.end;
    return inserted(textOf(page.text, { start: 0, end: words }).trimEnd().length, `${newline}${newline}${text}`);
  }
  const first = family.levels[0]!.node!;
  const over = ancestorsOf(first).findLast(node => isSectionOf(node, ['levels'])) ?? first;
  const heading = `${'#'.repeat(over.heading.level)} ${name}`;
  return inserted(over.heading.span.start, `${heading}${newline}${newline}${text}${newline}${newline}`);
}

function inserted(at: number, newText: string): SpanEdit {
  return { span: { start: at, end: at }, newText };
}

/** The bullets taken out of a level; its whole section where nothing else is in it. */
function removals(family: JobFamily, level: Level, kind: SectionKind, shared: ReadonlyMap<string, Bullet>): SpanEdit[] {
  return level.sections
    .filter(section => section.kind === kind)
    .flatMap(section => {
      const gone = ownBullets(section).filter(bullet => shared.has(bulletKey(family.page, bullet)));
      return spansOfBullets(family.page, section, gone).map(span => ({ span, newText: '' }));
    });
}
