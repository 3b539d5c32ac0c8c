import type { LadderFilter } from '../lsp/messages.ts';
import type { FamilySection, LadderView, LevelView } from './ladderView.ts';
import type { InheritedBullets, LevelSection } from './levelSection.ts';
import type { BulletView, TextBlock } from './textBlock.ts';

/**
 * A family's view without what a filter leaves out. Words keep the levels whose title has them, and of all other levels the bullets
 * that have them; a level with none of these goes. The counts are those of what is left.
 */
export function filteredView(view: LadderView, filter: LadderFilter): LadderView {
  const words = wordsOf(filter.text);
  if (words.length === 0 && !filter.section && !filter.track && !filter.grade) return view;
  const ofSection = <Of extends { readonly kind: string }>(sections: readonly Of[]): Of[] =>
    sections.filter(({ kind }) => !filter.section || kind === filter.section);
  const familySections = (sections: readonly FamilySection[]): FamilySection[] =>
    ofSection(sections).flatMap(section => {
      const blocks = blocksWith(section.blocks, words);
      return blocks.length > 0 || words.length === 0 ? [{ ...section, blocks }] : [];
    });
  const levels = view.levels
    .filter(level => !filter.track || level.track === filter.track)
    .filter(level => !filter.grade || String(level.grade?.number) === filter.grade)
    .flatMap((level): LevelView[] => {
      const sections = ofSection(level.sections);
      if (hasWords(level.title, words)) return [{ ...level, sections }];
      const left = sections.flatMap(section => sectionWith(section, words));
      return left.length > 0 ? [{ ...level, sections: left }] : [];
    });
  const [base, shared] = [familySections(view.base), familySections(view.shared)];
  const kinds = new Set([...base, ...shared, ...levels.flatMap(level => level.sections)].map(({ kind }) => kind));
  return {
    ...view,
    levels,
    base,
    shared,
    tracks: view.tracks.filter(track => levels.some(level => level.track === track)),
    steps: view.steps.flatMap(step => {
      const left = levels.filter(level => step.levels.some(one => one.id === level.id));
      return left.length > 0 ? [{ ...step, levels: left }] : [];
    }),
    sections: view.sections.filter(({ kind }) => kinds.has(kind)),
  };
}

function sectionWith(section: LevelSection, words: readonly string[]): LevelSection[] {
  const blocks = blocksWith(section.blocks, words);
  const inherited = section.inherited.flatMap((group): InheritedBullets[] => {
    const bullets = group.bullets.filter(bullet => bulletHasWords(bullet, words));
    return bullets.length > 0 ? [{ ...group, bullets }] : [];
  });
  if (blocks.length === 0 && inherited.length === 0) return [];
  const ownCount = blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.bullets.length : 0), 0);
  return [
    { ...section, blocks, inherited, ownCount, inheritedCount: inherited.reduce((sum, one) => sum + one.bullets.length, 0) },
  ];
}

function blocksWith(blocks: readonly TextBlock[], words: readonly string[]): TextBlock[] {
  return blocks.flatMap(block => blockWith(block, words) ?? []);
}

function blockWith(block: TextBlock, words: readonly string[]): TextBlock | undefined {
  switch (block.type) {
    case 'list': {
      const bullets = block.bullets.filter(bullet => bulletHasWords(bullet, words));
      return bullets.length > 0 ? { ...block, bullets } : undefined;
    }
    case 'paragraph':
    case 'block':
      return hasWords(block.text.plain, words) ? block : undefined;
    case 'code':
      return hasWords(block.text, words) ? block : undefined;
  }
}

/** A bullet stays with those below it, where any of them has the words. */
function bulletHasWords(bullet: BulletView, words: readonly string[]): boolean {
  return hasWords(bullet.text.plain, words) || bullet.children.some(child => bulletHasWords(child, words));
}

function hasWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every(word => lower.includes(word));
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
}
