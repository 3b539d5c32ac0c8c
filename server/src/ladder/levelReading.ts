import type { SectionSource } from '../model/effective.ts';
import type { Level } from '../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../profile/profile.ts';
import type { Finding } from '../rules/finding.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { PageFindings } from './findingMarks.ts';
import { idsOf, type LadderView, shownKinds } from './ladderView.ts';
import { extendingItems, ownSource, sourceOf } from './levelSection.ts';
import { placeAt, type SourcePlace } from './richText.ts';
import { type TextBlock, textBlocksOf } from './textBlock.ts';

/** One level as a reader of the site gets it: its effective text, section by section. */
export interface LevelReading {
  /** The level's id in the view. */
  readonly id: string;
  /** What stands right under its heading. */
  readonly introduction: readonly TextBlock[];
  /** In the order of the matrix. */
  readonly sections: readonly ReadingSection[];
}

export interface ReadingSection {
  readonly kind: SectionKind;
  readonly title: string;
  /** The level's own heading, else that of what comes first. */
  readonly place: SourcePlace;
  /** In the order in which they add up: the base, what is taken over, the level's own, the family's. */
  readonly parts: readonly ReadingPart[];
}

/** What of a section comes from one place. */
export interface ReadingPart {
  readonly origin: 'own' | 'base' | 'level' | 'family';
  /** The level that it comes from; undefined where it comes from none. */
  readonly level: string | undefined;
  /** The other page's family; undefined where it is this one. */
  readonly family: string | undefined;
  /** Where that stands. */
  readonly place: SourcePlace;
  readonly blocks: readonly TextBlock[];
}

/** The effective text of the view's level with this id; undefined where there is none. Reads nothing. */
export function levelReading(
  linked: LinkedFamily,
  view: LadderView,
  id: string,
  findings: readonly Finding[],
): LevelReading | undefined {
  const ids = idsOf(linked.family.levels);
  const level = linked.family.levels.find(one => ids.get(one) === id);
  if (!level) return undefined;
  const marks = new PageFindings(linked.family, findings);
  const source = ownSource(linked);
  return {
    id,
    introduction: textBlocksOf(source, level.introBlocks, span => marks.within(span)),
    sections: shownKinds(linked.family).flatMap(kind => {
      const parts = [
        ...linked.sectionSources(level, kind).map(one => partOf(linked, level, one, marks)),
        ...view.shared
          .filter(section => section.kind === kind)
          .map((section): ReadingPart => ({ ...section, origin: 'family', level: undefined, family: undefined })),
      ].filter(part => part.blocks.length > 0);
      const place = (parts.find(part => part.origin === 'own') ?? parts[0])?.place;
      return place ? [{ kind, title: canonicalName(linked.profile, kind), place, parts }] : [];
    }),
  };
}

function partOf(linked: LinkedFamily, whose: Level, from: SectionSource, findings: PageFindings): ReadingPart {
  const { section, family, level } = from;
  const source = sourceOf(linked, family);
  const here = family === linked.family;
  const leftOut = level ? extendingItems(source, family, level, section.kind) : [];
  return {
    origin: level === whose ? 'own' : level ? 'level' : 'base',
    level: level?.title,
    family: here ? undefined : family.title,
    place: placeAt(source, section.heading.span.start),
    blocks: textBlocksOf(
      source,
      section.blocks,
      span => (here ? findings.within(span) : []),
      leftOut.map(item => item.contentSpan),
    ),
  };
}
