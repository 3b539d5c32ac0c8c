import { compareLevels, type LevelSide } from './ladder/comparison.ts';
import { comparisonHtml } from './ladder/comparisonHtml.ts';
import { levelDocumentUri, readLevelDocumentUri } from './ladder/levelDocument.ts';
import { levelToCompare, nearestStep, nextLevelDown } from './ladder/levelOrder.ts';
import { levelText } from './ladder/levelText.ts';
import type { ComparedLevelPlace, CompareLevelsParams, CompareLevelsResult } from './lsp/messages.ts';
import { RenamingWorkspace } from './renamingWorkspace.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';

/** Levels beside each other, and each by itself with all that it amounts to. */
export class ComparingWorkspace extends RenamingWorkspace {
  /** Two levels section by section; undefined where one of them is not there, or is none of a job family. */
  async compareLevels({ left: asked, right: { uri, level } }: CompareLevelsParams): Promise<CompareLevelsResult | undefined> {
    const right = await this.levelSide(uri, level);
    if (!right) return undefined;
    const left = await this.otherSide(right, asked);
    return left && { left: placeOf(left), right: placeOf(right), html: comparisonHtml(compareLevels(left, right)) };
  }

  /** What a level amounts to, as markdown, by the URI of its document; undefined where there is no such level. */
  async levelText(document: string): Promise<string | undefined> {
    const place = readLevelDocumentUri(document);
    const side = place && (await this.levelSide(place.uri, place.anchor));
    return side && levelText(side.linked, side.level);
  }

  /** The level below a level, which it is compared with first; undefined where it is the lowest of its track. */
  async levelBelow(uri: string, anchor: string): Promise<{ readonly level: string; readonly title: string } | undefined> {
    const side = await this.levelSide(uri, anchor);
    const below = side && nextLevelDown(side.linked.family, side.level);
    return below && { level: below.anchor, title: below.title };
  }

  private async otherSide(right: LevelSide, asked: CompareLevelsParams['left']): Promise<LevelSide | undefined> {
    const linked = asked ? await this.link(asked.uri) : right.linked;
    if (!linked) return undefined;
    if (asked?.level !== undefined) return this.levelSide(asked.uri, asked.level);
    const level =
      linked.uri === right.linked.uri ? levelToCompare(linked.family, right.level) : nearestStep(linked.family, right.level);
    return level && { linked, level };
  }

  private async levelSide(uri: string, anchor: string): Promise<LevelSide | undefined> {
    const linked = await this.link(canonicalUri(uri));
    const level = linked?.family.levels.find(one => one.anchor === anchor);
    return linked && level && { linked, level };
  }
}

function placeOf({ linked: { uri }, level: { anchor, title } }: LevelSide): ComparedLevelPlace {
  return { uri, level: anchor, title, document: levelDocumentUri(title, uri, anchor) };
}
