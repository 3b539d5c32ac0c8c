import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type HeadingNode, isSectionOf, standsUnder } from '../../model/headingTree.ts';
import { type JobFamily, type Level, levelAt, type Section } from '../../model/jobFamily.ts';
import { readLevelName } from '../../model/levelName.ts';
import type { Span } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import type { CompletionHost } from './host.ts';
import type { DocumentationOf } from './resolve.ts';
import { finishTemplate } from './snippet.ts';

/** How an editor asks. */
export interface CompletionAsked {
  /** True where it fills in snippets. */
  readonly snippets: boolean;
  /** True where its user decides whether a new word replaces what is left of the old one. */
  readonly insertReplace?: boolean;
  /** True where a typed character made it ask, false where its user did. */
  readonly byCharacter?: boolean;
}

/** What is offered; incomplete where more is found when more is typed. */
export interface Offered {
  readonly items: CompletionItem[];
  readonly isIncomplete: boolean;
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
  readonly asked: CompletionAsked;
}

export function completionPlace(
  linked: LinkedFamily,
  offset: number,
  host: CompletionHost,
  asked: CompletionAsked,
): CompletionPlace {
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
    asked,
  };
}

/** What an item says and inserts. `template` may hold holes as `hole` of snippet.ts writes them. */
export interface ItemText {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** What its documentation is made of when it is asked for; it then has none of its own. */
  readonly data?: DocumentationOf;
  readonly template: string;
  /** What is typed is matched against it; the template's first line where it is not given. */
  readonly filterText?: string;
  readonly sortText: string;
  readonly preselect?: boolean;
}

/** An item that replaces a stretch of the cursor's line, whatever of it stands behind the cursor. */
export function replaceItem(place: CompletionPlace, span: Span, item: ItemText): CompletionItem {
  const { page } = place.family;
  const { text, isSnippet } = finishTemplate(item.template, place.asked.snippets);
  const plain = finishTemplate(item.template, false).text;
  const documentation = item.documentation ?? `\`\`\`markdown\n${plain}\n\`\`\``;
  return {
    label: item.label,
    kind: item.kind,
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.data === undefined ? { documentation: { kind: 'markdown', value: documentation } } : { data: item.data }),
    sortText: item.sortText,
    filterText: item.filterText ?? plain.split('\n')[0]!,
    ...(item.preselect ? { preselect: true } : {}),
    insertTextFormat: isSnippet ? 2 : 1,
    // What the template indents is meant so: the editor adds nothing of its own.
    insertTextMode: 1,
    textEdit: { range: page.lines.rangeOf(span), newText: page.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text },
  };
}

/** An item that stands for a word: where the editor can, its user decides whether the rest of the old word stays. */
export function wordItem(place: CompletionPlace, span: Span, item: ItemText): CompletionItem {
  const whole = replaceItem(place, span, item);
  if (!place.asked.insertReplace) return whole;
  const { lines } = place.family.page;
  const insert = lines.rangeOf({ start: span.start, end: place.offset });
  return { ...whole, textEdit: { newText: whole.textEdit!.newText, insert, replace: lines.rangeOf(span) } };
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
