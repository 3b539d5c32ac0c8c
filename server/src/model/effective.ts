import type { SectionKind } from '../profile/profile.ts';
import type { HeadingNode } from './headingTree.ts';
import { type Bullet, type ExtendsReference, type JobFamily, type Level, ownBullets, type Section } from './jobFamily.ts';

/** A bullet of an effective section and where it comes from. */
export interface EffectiveBullet {
  readonly bullet: Bullet;
  readonly family: JobFamily;
  /** The level it stands at; undefined where it is of the base. */
  readonly level: Level | undefined;
  /** True where the level has it by itself and not from the base or from another level. */
  readonly own: boolean;
}

/** What a level's section amounts to: the base's bullets, then the inherited ones, then its own. */
export interface EffectiveSection {
  readonly kind: SectionKind;
  readonly bullets: readonly EffectiveBullet[];
  readonly ownCount: number;
  readonly inheritedCount: number;
  /** True where the level, the base or a level it extends has such a section at all. */
  readonly exists: boolean;
}

/** A level, or a base, that a reference leads to, wherever it stands. */
export interface ResolvedTarget {
  readonly family: JobFamily;
  /** Undefined: the base of that family. */
  readonly level: Level | undefined;
}

/** Where a reference leads; undefined where to no known level. */
export type ExtendsResolver = (family: JobFamily, level: Level, reference: ExtendsReference) => ResolvedTarget | undefined;

/** A section that a level has, of its own, of a base or of another level, and where it comes from. */
export interface SectionSource {
  readonly section: Section;
  readonly family: JobFamily;
  /** The level it stands at; undefined where it is of the base. */
  readonly level: Level | undefined;
  /** True where the level has it by itself. */
  readonly own: boolean;
}

/** The effective section of a level: transitively, without repeats, and finite where levels extend each other in a circle. */
export function effectiveSection(family: JobFamily, level: Level, kind: SectionKind, resolve: ExtendsResolver): EffectiveSection {
  const sources = sectionSources(family, level, kind, resolve);
  const bullets = sources.flatMap(({ section, ...source }) => ownBullets(section).map(bullet => ({ bullet, ...source })));
  const ownCount = bullets.filter(one => one.own).length;
  return { kind, bullets, ownCount, inheritedCount: bullets.length - ownCount, exists: sources.length > 0 };
}

/** The sections that a level's effective one is made of, in its order. */
export function sectionSources(family: JobFamily, level: Level, kind: SectionKind, resolve: ExtendsResolver): SectionSource[] {
  const collector = new Collector(kind, resolve, level);
  collector.collect(family, level);
  return collector.sources;
}

/**
 * True where a level has a section of a kind, of its own, of the base or taken over, for which `test` holds. Stops at the first hit, so it costs far less than the whole effective section.
 */
export function someEffective(
  family: JobFamily,
  level: Level,
  kind: SectionKind,
  resolve: ExtendsResolver,
  test: (section: Section, family: JobFamily) => boolean,
): boolean {
  const visited = new Set<Level>();
  const queue: { readonly family: JobFamily; readonly level: Level | undefined }[] = [{ family, level }];
  for (let step = queue.pop(); step; step = queue.pop()) {
    if (step.level && visited.has(step.level)) continue;
    if (step.level) visited.add(step.level);
    const sections = [...(step.level?.sections ?? []), ...(step.level?.base ?? step.family.base)];
    if (sections.some(section => section.kind === kind && test(section, step.family))) return true;
    for (const reference of step.level?.extends ?? []) {
      const target = reference.kinds.includes(kind) ? resolve(step.family, step.level!, reference) : undefined;
      // The base of its own group was looked at with the level.
      if (target && (target.level || target.family !== step.family || !hasBase(step.level!, kind))) queue.push(target);
    }
  }
  return false;
}

function hasBase(level: Level, kind: SectionKind): boolean {
  return level.base.some(section => section.kind === kind);
}

/** Levels that extend each other in a longer chain than this are no ladder; what lies further is left out. */
const LONGEST_CHAIN = 200;

class Collector {
  readonly sources: SectionSource[] = [];
  private readonly visited = new Set<Level>();
  /** The headings of the sections that are there already: a base is met on many ways. */
  private readonly seen = new Set<HeadingNode>();

  constructor(
    private readonly kind: SectionKind,
    private readonly resolve: ExtendsResolver,
    private readonly whose: Level,
  ) {}

  collect(family: JobFamily, level: Level, depth = 0): void {
    if (this.visited.has(level) || depth > LONGEST_CHAIN) return;
    this.visited.add(level);
    this.collectBase(family, level);
    for (const reference of level.extends) {
      if (!reference.kinds.includes(this.kind)) continue;
      const target = this.resolve(family, level, reference);
      if (target?.level) this.collect(target.family, target.level, depth + 1);
      else if (target) this.collectBase(target.family, target.family === family && hasBase(level, this.kind) ? level : undefined);
    }
    this.take(family, level, level.sections);
  }

  private collectBase(family: JobFamily, level: Level | undefined): void {
    const base = level?.base ?? family.base;
    // The page level's own sections are the base itself: its bullets are its own.
    const sections = base.filter(section => !level?.sections.some(own => own.node === section.node));
    this.take(family, undefined, sections);
  }

  private take(family: JobFamily, level: Level | undefined, sections: readonly Section[]): void {
    for (const section of sections) {
      if (section.kind !== this.kind || this.seen.has(section.node)) continue;
      this.seen.add(section.node);
      this.sources.push({ section, family, level, own: level === this.whose });
    }
  }
}
