import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type HeadingNode, isSectionOf, standsUnder } from '../../model/headingTree.ts';
import { type JobFamily, type Level, levelAt, type Section } from '../../model/jobFamily.ts';
import { readLevelName } from '../../model/levelName.ts';
import type { OutlineHeading } from '../../syntax/outline.ts';
import type { Span } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { finishTemplate } from './snippet.ts';

/** What completion may ask beyond its own page. */
export interface CompletionHost {
  /** Every URL that leads to a page of the site. */
  urls(): Iterable<string>;
  /** The headings of the page at a URL; undefined where there is no such page. Reads it where it is not read yet. */
  headingsAt(url: string): Promise<readonly OutlineHeading[] | undefined>;
}

/** Where the cursor stands, and what the client can do. */
export interface CompletionPlace {
  readonly linked: LinkedFamily;
  readonly family: JobFamily;
  readonly host: CompletionHost;
  readonly offset: number;
  /** The cursor's line without its line end. */
  readonly lineSpan: Span;
  /** The line's text up to the cursor. */
  readonly before: string;
  readonly level: Level | undefined;
  /** The heading that is the level, or is about to become one, below which the cursor stands. */
  readonly levelNode: HeadingNode | undefined;
  /** The section of the level, or of the base, that the cursor stands in. */
  readonly section: Section | undefined;
  /** True where the client fills in snippets. */
  readonly snippets: boolean;
}

export function completionPlace(linked: LinkedFamily, offset: number, host: CompletionHost, snippets: boolean): CompletionPlace {
  const family = linked.family;
  const lines = family.page.lines;
  const line = lines.lineAt(offset);
  const lineSpan = { start: lines.lineStart(line), end: lines.lineEnd(line) };
  const level = levelAt(family, offset);
  return {
    linked,
    family,
    host,
    offset,
    lineSpan,
    before: family.page.text.slice(lineSpan.start, offset),
    level,
    levelNode: levelNodeAt(linked, lineSpan.start),
    section: innermost([...(level?.sections ?? []), ...family.base], offset),
    snippets,
  };
}

/** What an item says and inserts. `template` may hold holes as `hole` of snippet.ts writes them. */
export interface ItemText {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  readonly template: string;
  readonly sortText: string;
  readonly preselect?: boolean;
}

/** An item that replaces a stretch of the cursor's line. What is typed there is matched against the template's first line. */
export function replaceItem(place: CompletionPlace, span: Span, item: ItemText): CompletionItem {
  const finished = finishTemplate(item.template, place.snippets);
  return {
    label: item.label,
    kind: item.kind,
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    documentation: {
      kind: 'markdown',
      value: item.documentation ?? `\`\`\`markdown\n${finishTemplate(item.template, false).text}\n\`\`\``,
    },
    sortText: item.sortText,
    filterText: finishTemplate(item.template, false).text.split(/\r?\n/)[0]!,
    ...(item.preselect ? { preselect: true } : {}),
    insertTextFormat: finished.isSnippet ? 2 : 1,
    // What the template indents is meant so: the editor adds nothing of its own.
    insertTextMode: 1,
    textEdit: { range: place.family.page.lines.rangeOf(span), newText: finished.text },
  };
}

/** A level, or a plain heading that will be one once its sections are written: right under Levels, or with a seniority word. */
function levelNodeAt({ family, profile }: LinkedFamily, offset: number): HeadingNode | undefined {
  return family.tree.nodes.findLast(node => {
    if (node.section || node.heading.span.end > offset || offset > node.span.end || standsUnder(node, profile.noLevelsUnder))
      return false;
    if (family.levels.some(level => level.node === node)) return true;
    const name = readLevelName(node.heading.text, profile);
    return (node.parent !== undefined && isSectionOf(node.parent, ['levels'])) || name.roleWords.length < name.words.length;
  });
}

function innermost(sections: readonly Section[], offset: number): Section | undefined {
  return sections
    .filter(section => section.heading.span.end <= offset && offset <= section.node.span.end)
    .reduce<Section | undefined>(
      (best, section) => (best && best.heading.span.start >= section.heading.span.start ? best : section),
      undefined,
    );
}
