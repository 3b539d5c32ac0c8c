import type { FamilyExports } from '../model/familyExports.ts';
import type { PageOutline } from '../syntax/outline.ts';
import { hashOf } from '../text/hash.ts';

/**
 * Equal for outlines that say the same to other pages: ids, headings, shortcodes, routes. Lines are left out, and so are
 * the page's own links: neither decides what other pages' findings are.
 */
export function outlineFingerprint({ site, headings, ids, shortcodes }: PageOutline): string {
  return digest([
    site.title,
    site.layout,
    site.url,
    site.slug,
    site.aliases,
    headings.map(one => [one.id, one.level, one.text]),
    [...ids],
    [...shortcodes],
  ]);
}

/**
 * Equal for families whose levels are the same to other pages: names, anchors, grades, what they extend. Places are left
 * out, and so is whom the page names besides: that decides no other page's findings.
 */
export function familyFingerprint({ title, levels }: FamilyExports): string {
  return digest([
    title,
    levels.map(level => [
      level.title,
      level.anchor,
      level.nameKey,
      level.grade,
      level.track,
      level.extends.map(one => [one.kinds, one.target]),
    ]),
  ]);
}

function digest(value: unknown): string {
  const text = JSON.stringify(value);
  return `${text.length.toString(36)}-${hashOf(text).toString(36)}`;
}
