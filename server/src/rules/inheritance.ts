import type { ExtendsReference, JobFamily, Level } from '../model/jobFamily.ts';
import type { SectionKind } from '../profile/profile.ts';
import { writtenAnchor } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/**
 * True where a level takes a section over from somewhere that is not known (a page that is not in the workspace, a name that
 * no level has), itself or by a level it extends: what it inherits cannot be told then.
 */
export function inheritsFromUnknown(
  linked: LinkedFamily,
  family: JobFamily,
  level: Level,
  kind: SectionKind,
  seen = new Set<Level>(),
): boolean {
  if (seen.has(level)) return false;
  seen.add(level);
  return level.extends.some(reference => {
    if (!reference.kinds.includes(kind)) return false;
    const target = linked.resolveExtendsOn(family, reference);
    if (!target || isStrayLink(reference, target)) return true;
    return target.level !== undefined && inheritsFromUnknown(linked, target.family, target.level, kind, seen);
  });
}

/** True for a link to a family's page that names no level of it, nor its base. */
export function isStrayLink(
  reference: ExtendsReference,
  target: { readonly family: JobFamily; readonly level: Level | undefined },
): boolean {
  if (reference.target.type !== 'link' || target.level) return false;
  const anchor = writtenAnchor(reference.target.link);
  return anchor === undefined
    ? target.family.base.length === 0
    : !target.family.base.some(section => section.heading.id === anchor);
}
