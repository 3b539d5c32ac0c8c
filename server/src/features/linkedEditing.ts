import { spanOfLevel } from '../model/jobFamily.ts';
import type { Range } from '../text/lineIndex.ts';
import { touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { levelPlaces } from './rename/levelPlaces.ts';

/** Places whose text is the same and stays so. `wordPattern`: what of it may be typed. */
export interface LinkedPlaces {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/**
 * The places that change together while a level's name is typed: its heading, and the headings of its sections that have the
 * same words. Undefined where the offset is in none of them, or in the only one.
 */
export function linkedEditingAt({ family, profile }: LinkedFamily, offset: number): LinkedPlaces | undefined {
  for (const level of family.levels) {
    const { start, end } = spanOfLevel(family, level);
    if (!level.node || offset < start || offset > end) continue;
    const [heading, ...others] = levelPlaces(family, level, profile);
    const same = others.filter(place => place.type === 'sub-heading' && place.text === heading?.text);
    const places = heading?.type === 'heading' ? [heading, ...same] : [];
    if (same.length > 0 && places.some(place => touches(place.span, offset)))
      return { ranges: places.map(place => family.page.lines.rangeOf(place.span)), wordPattern: '[^\\r\\n]*' };
  }
  return undefined;
}
