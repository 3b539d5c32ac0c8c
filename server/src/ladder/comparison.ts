import { gradeOf, type Level } from '../model/jobFamily.ts';
import type { SectionKind, Track } from '../profile/profile.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { type EffectivePoint, type EffectiveTextSection, effectiveText } from './effectiveText.ts';
import { shownKinds } from './ladderView.ts';
import { ownSource } from './levelSection.ts';
import { pairTexts } from './pairTexts.ts';
import { placeAt, type RichText, type SourcePlace } from './richText.ts';
import { type WordRun, wordDifference } from './wordDifference.ts';

/** A level of a family, to be compared. */
export interface LevelSide {
  readonly linked: LinkedFamily;
  readonly level: Level;
}

/** Two levels section by section. Every place in it names its page. */
export interface LevelComparison {
  readonly here: ComparedLevel;
  readonly there: ComparedLevel;
  /** Those that either level has, in the order of the matrix. */
  readonly sections: readonly ComparedSection[];
}

export interface ComparedLevel {
  readonly title: string;
  readonly place: SourcePlace;
  /** The title of its family. */
  readonly family: string;
  readonly grade: number | undefined;
  readonly track: Track;
}

/** Each point of either level's section stands in it once. */
export interface ComparedSection {
  readonly kind: SectionKind;
  readonly title: string;
  /** The heading at each level; undefined where it has no such section. */
  readonly here: SourcePlace | undefined;
  readonly there: SourcePlace | undefined;
  readonly onlyHere: readonly EffectivePoint[];
  readonly onlyThere: readonly EffectivePoint[];
  /** Points of which the one was likely made of the other. */
  readonly changed: readonly ChangedPoint[];
  /** Points that read the same, in the order of the first level. */
  readonly same: readonly { readonly here: EffectivePoint; readonly there: EffectivePoint }[];
}

export interface ChangedPoint {
  readonly here: EffectivePoint;
  readonly there: EffectivePoint;
  readonly hereText: MarkedText;
  readonly thereText: MarkedText;
}

/** What a reader sees of a text and of those below it, with the words marked that the other has not. */
export interface MarkedText {
  readonly runs: readonly WordRun[];
  readonly children: readonly (MarkedText & { readonly place: SourcePlace })[];
}

/** Compares what two levels amount to, of one page or of two. Reads nothing. */
export function compareLevels(here: LevelSide, there: LevelSide): LevelComparison {
  const [hereSections, thereSections] = [effectiveText(here.linked, here.level), effectiveText(there.linked, there.level)];
  return {
    here: comparedLevel(here),
    there: comparedLevel(there),
    sections: [...new Set([...shownKinds(here.linked.family), ...shownKinds(there.linked.family)])].flatMap(kind => {
      const ofKind = (section: EffectiveTextSection): boolean => section.kind === kind;
      return comparedSection(hereSections.find(ofKind), thereSections.find(ofKind)) ?? [];
    }),
  };
}

function comparedLevel({ linked, level }: LevelSide): ComparedLevel {
  return {
    title: level.title,
    place: placeAt({ ...ownSource(linked), namesPages: true }, level.nameSpan.start),
    family: linked.family.title,
    grade: gradeOf(level)?.grade,
    track: level.track,
  };
}

function comparedSection(
  here: EffectiveTextSection | undefined,
  there: EffectiveTextSection | undefined,
): ComparedSection | undefined {
  const named = here ?? there;
  if (!named) return undefined;
  const { same, changed, onlyHere, onlyThere } = pairTexts(here?.points ?? [], there?.points ?? [], isProse);
  return {
    kind: named.kind,
    title: named.title,
    here: here?.place,
    there: there?.place,
    onlyHere,
    onlyThere,
    changed: changed.map(pair => ({ ...pair, ...marked(pair.here, pair.there) })),
    same,
  };
}

/** Tables, quotations and code are the same or not: their words have no order to be compared by. */
function isProse({ type }: EffectivePoint): boolean {
  return type === 'bullet' || type === 'paragraph';
}

/** A text with those below it: a point or one of the bullets below it. */
interface NestedText {
  readonly place: SourcePlace;
  readonly text: RichText;
  readonly children: readonly NestedText[];
}

function marked(here: NestedText, there: NestedText): { hereText: MarkedText; thereText: MarkedText } {
  const runs = wordDifference(here.text.plain, there.text.plain);
  const below = pairTexts<NestedText>(here.children, there.children, () => true);
  const texts = new Map<NestedText, MarkedText>();
  for (const pair of [...below.same, ...below.changed]) {
    const { hereText, thereText } = marked(pair.here, pair.there);
    texts.set(pair.here, hereText).set(pair.there, thereText);
  }
  const child = (one: NestedText) => ({ place: one.place, ...(texts.get(one) ?? whollyOther(one)) });
  return {
    hereText: { runs: runs.here, children: here.children.map(child) },
    thereText: { runs: runs.there, children: there.children.map(child) },
  };
}

function whollyOther({ text, children }: NestedText): MarkedText {
  return {
    runs: text.plain === '' ? [] : [{ text: text.plain, common: false }],
    children: children.map(child => ({ place: child.place, ...whollyOther(child) })),
  };
}
