import type { LadderView, LevelView } from '../ladder/ladderView.ts';
import type { InheritedBullets, LevelSection } from '../ladder/levelSection.ts';
import type { BulletView, TextBlock } from '../ladder/textBlock.ts';
import type { SectionKind } from '../profile/profile.ts';
import { type CsvOptions, csvText } from './csvText.ts';
import type { ExportedFamily } from './exportedFamily.ts';

/** The columns of the CSV. */
export const bulletColumns = [
  'Page',
  'Department',
  'Family',
  'Level',
  'Grade',
  'Track',
  'Section',
  'Origin',
  'From',
  'Depth',
  'Text',
] as const;

/** Families as CSV, a header row first. */
export function bulletCsv(families: readonly ExportedFamily[], options?: CsvOptions): string {
  return csvText([bulletColumns, ...bulletRows(families)], options);
}

/**
 * Families as a table: a row for each bullet or paragraph that a level amounts to. `Origin` tells whether it is the level's
 * `own`, `inherited` from the level that `From` names, of the `base`, or once for the `family`; then `Level` is empty. A level
 * that asks nothing has one row all the same.
 */
export function bulletRows(families: readonly ExportedFamily[]): readonly (readonly string[])[] {
  return families.flatMap(family => {
    const of = [family.path, family.department ?? '', family.title];
    const { view } = family;
    const ofBase = view.levels.length > 0 ? [] : view.base;
    return [
      ...view.levels.flatMap(level => levelRows(view, level).map(row => [...of, ...row])),
      ...[
        ...ofBase.map(section => ({ section, origin: 'base' })),
        ...view.shared.map(section => ({ section, origin: 'family' })),
      ].flatMap(({ section, origin }) =>
        linesOfBlocks(section.blocks).map(line => [...of, '', '', '', sectionTitle(view, section.kind), origin, '', ...line]),
      ),
    ];
  });
}

function levelRows(view: LadderView, level: LevelView): string[][] {
  const of = [level.title, level.grade === undefined ? (level.label ?? '') : String(level.grade.number), level.track];
  const rows = level.sections.flatMap(section =>
    sectionRows(section).map(row => [...of, sectionTitle(view, section.kind), ...row]),
  );
  return rows.length > 0 ? rows : [[...of, '', '', '', '', '']];
}

function sectionRows(section: LevelSection): string[][] {
  return [
    ...section.inherited.flatMap(group =>
      linesOfBullets(group.bullets).map(line => [isBase(group) ? 'base' : 'inherited', nameOf(group), ...line]),
    ),
    ...linesOfBlocks(section.blocks).map(line => ['own', '', ...line]),
  ];
}

function isBase(group: InheritedBullets): boolean {
  return group.level === undefined && group.family === undefined;
}

function nameOf(group: InheritedBullets): string {
  return [group.level, group.family].filter(name => name !== undefined).join(', ');
}

/** Depth, counted from 1, and words of each piece. */
function linesOfBlocks(blocks: readonly TextBlock[]): string[][] {
  return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: TextBlock): string[][] {
  switch (block.type) {
    case 'list':
      return linesOfBullets(block.bullets);
    case 'paragraph':
    case 'block':
      return [['1', block.text.plain]];
    case 'code':
      return [['1', block.text]];
  }
}

function linesOfBullets(bullets: readonly BulletView[], depth = 1): string[][] {
  return bullets.flatMap(bullet => [[String(depth), bullet.text.plain], ...linesOfBullets(bullet.children, depth + 1)]);
}

function sectionTitle(view: LadderView, kind: SectionKind): string {
  return view.sections.find(section => section.kind === kind)?.title ?? kind;
}
