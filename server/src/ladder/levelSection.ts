import type { EffectiveBullet } from '../model/effective.ts';
import type { ExtendsReference, JobFamily, Level } from '../model/jobFamily.ts';
import type { SectionKind } from '../profile/profile.ts';
import type { ListItem } from '../syntax/listItems.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { PageFindings } from './findingMarks.ts';
import { placeAt, type RichText, richTextOf, type SourcePlace, type TextSource } from './richText.ts';
import { type BulletView, bulletOf, type TextBlock, textBlocksOf } from './textBlock.ts';

/** What a level has of one kind of section: its own, and what it inherits. */
export interface LevelSection {
  readonly kind: SectionKind;
  /** Its heading; undefined where all is inherited. */
  readonly place: SourcePlace | undefined;
  readonly blocks: readonly TextBlock[];
  /** Its own bullets, those that extend left out. */
  readonly ownCount: number;
  readonly inheritedCount: number;
  /** In the order in which they add up: the base first, then the lowest level. */
  readonly inherited: readonly InheritedBullets[];
  /** The bullets that take these over, as they are written. */
  readonly extending: readonly { readonly place: SourcePlace; readonly text: RichText }[];
}

/** The bullets that come from one level, or from a base. */
export interface InheritedBullets {
  /** The level's title; undefined: the base. */
  readonly level: string | undefined;
  /** The other page's family; undefined where it is this one. */
  readonly family: string | undefined;
  readonly place: SourcePlace;
  readonly bullets: readonly BulletView[];
}

/** A level's section of a kind; undefined where it has none, own or inherited. */
export function levelSection(
  linked: LinkedFamily,
  level: Level,
  kind: SectionKind,
  texts: BulletTexts,
): LevelSection | undefined {
  const { bullets, ownCount, inheritedCount, exists } = linked.effective(level, kind);
  if (!exists) return undefined;
  const source = ownSource(linked);
  const sections = level.sections.filter(section => section.kind === kind);
  const extending = extendingItems(source, linked.family, level, kind);
  return {
    kind,
    place: sections[0] && placeAt(source, sections[0].heading.span.start),
    blocks: sections.flatMap(section =>
      textBlocksOf(
        source,
        section.blocks,
        span => texts.findings.within(span),
        extending.map(item => item.contentSpan),
      ),
    ),
    ownCount,
    inheritedCount,
    inherited: groupsOf(
      linked,
      bullets.filter(bullet => !bullet.own),
      texts,
    ),
    extending: extending.map(item => ({ place: placeAt(source, item.span.start), text: richTextOf(source, item.contentSpan) })),
  };
}

/** The bullets of a level's sections of a kind that say no more than that it takes over another level, which is known. */
export function extendingItems(source: TextSource, family: JobFamily, level: Level, kind: SectionKind): ListItem[] {
  return level.extends.flatMap(reference =>
    reference.item &&
    reference.section?.kind === kind &&
    saysNoMore(source, reference, reference.item) &&
    source.linked.resolveExtendsOn(family, reference)
      ? [reference.item]
      : [],
  );
}

/** The bullets of a family and of what it takes over, each made once: on a long ladder a bullet comes to many levels. */
export class BulletTexts {
  private readonly made = new Map<ListItem, BulletView>();

  constructor(
    private readonly linked: LinkedFamily,
    readonly findings: PageFindings,
  ) {}

  /** A bullet of a family's page as it is shown. */
  of(family: JobFamily, item: ListItem): BulletView {
    const known = this.made.get(item);
    if (known) return known;
    const here = family === this.linked.family;
    const view = bulletOf(sourceOf(this.linked, family), item, span => (here ? this.findings.within(span) : []));
    this.made.set(item, view);
    return view;
  }
}

/** The texts of the page that the ladder is of. */
export function ownSource(linked: LinkedFamily): TextSource {
  return { linked, uri: linked.uri, page: linked.family.page };
}

/** The texts of a family's page, where its place is known. */
export function sourceOf(linked: LinkedFamily, family: JobFamily): TextSource {
  return { linked, uri: linked.uriOf(family) ?? linked.uri, page: family.page };
}

/** Most words that a bullet may have besides the name it extends, and still say nothing but that it extends. */
const MOST_EXTENDS_WORDS = 9;

/** True where a bullet, or a paragraph, is no more than a reference, so that what it takes over can stand for it. */
export function saysNoMore(
  source: TextSource,
  reference: ExtendsReference,
  item: Pick<ListItem, 'contentSpan' | 'children'>,
): boolean {
  if (item.children.length > 0) return false;
  const all = wordCount(richTextOf(source, item.contentSpan).plain);
  const named = wordCount(richTextOf(source, reference.targetSpan).plain);
  return all - named <= MOST_EXTENDS_WORDS;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(word => word !== '').length;
}

function groupsOf(linked: LinkedFamily, bullets: readonly EffectiveBullet[], texts: BulletTexts): InheritedBullets[] {
  const groups: { family: JobFamily; level: Level | undefined; bullets: EffectiveBullet[] }[] = [];
  for (const bullet of bullets) {
    const group = groups.find(one => one.family === bullet.family && one.level === bullet.level);
    if (group) group.bullets.push(bullet);
    else groups.push({ family: bullet.family, level: bullet.level, bullets: [bullet] });
  }
  return groups.map(group => {
    const source = sourceOf(linked, group.family);
    const here = group.family === linked.family;
    return {
      level: group.level?.title,
      family: here ? undefined : group.family.title,
      place: placeAt(source, group.level?.nameSpan.start ?? group.bullets[0]!.bullet.item.span.start),
      bullets: group.bullets.map(one => texts.of(group.family, one.bullet.item)),
    };
  });
}
