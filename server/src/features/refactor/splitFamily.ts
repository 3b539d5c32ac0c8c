import * as l10n from '@vscode/l10n';
import { ancestorsOf, isSectionOf } from '../../model/headingTree.ts';
import { gradeOf, type Level } from '../../model/jobFamily.ts';
import { frontMatterText } from '../../syntax/frontMatter.ts';
import { asYaml } from '../../syntax/yamlText.ts';
import { type Span, textOf, trimSpan } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { decode } from '../../workspace/routes.ts';
import { slugOf } from '../fileName.ts';
import { endOfOwnWords } from './gradeTable.ts';
import { levelPageParts, placesNamedElsewhere } from './levelPage.ts';
import type { PagesPlan, Part, PlannedPage } from './pagesPlan.ts';
import type { PagesRefactoring } from './pagesRefactoring.ts';
import { lineEndOf } from './refactoring.ts';
import { blocksOf } from './sortLevels.ts';

/** Gives each level a page of its own in the family's folder. Its list page keeps what stands over and behind the levels. */
export const splitFamily: PagesRefactoring = {
  kind: 'refactor.move.jobFamily.splitFamily',
  offer({ heading, linked, family }) {
    if (heading && !isSectionOf(heading, ['levels']) && !family.levels.some(level => level.node === heading)) return undefined;
    const split = splitOf(linked);
    if (!split) return undefined;
    const folder = decode(split.folder.split('/').at(-1)!);
    return {
      title: l10n.t`Split into one page a level: ${split.pages.length} pages in the folder “${folder}”`,
      plans: async () => [planOf(linked, split)].flatMap(plan => plan ?? []),
    };
  },
};

/** A level that gets a page, where that is, and what of the page it stands on is the level's. */
export interface LevelPage {
  readonly level: Level;
  readonly uri: string;
  readonly block: Span;
}

/** The folder of a family that is split, and the pages of its levels. */
export interface Split {
  readonly folder: string;
  readonly pages: readonly LevelPage[];
}

/** Undefined for a page that has not two levels apart from each other, or whose folder has no place for their pages. */
function splitOf(linked: LinkedFamily): Split | undefined {
  const { family, profile, uri } = linked;
  const headed = family.levels.filter(level => level.node);
  if (headed.length === 0 || family.levels.length < 2 || profile.site.relativeLinks !== 'url') return undefined;
  const file = /^(.*)\/([^/]+)\.(?:md|markdown)$/.exec(uri);
  if (!file || file[2] === 'index' || linked.shownInstead !== undefined) return undefined;
  const folder = file[2] === '_index' ? file[1]! : `${file[1]}/${file[2]}`;
  const blocks = blocksOf(family);
  const list = `${folder}/_index.md`;
  if (!blocks || !isFamilyAt(linked, list) || (list !== uri && linked.urlOf(list) !== linked.url)) return undefined;
  const pages = headed.map(level => ({ level, uri: `${folder}/${slugOf(level.title)}.md`, block: blocks.get(level)! }));
  const isFree = (page: string): boolean => {
    const url = linked.urlOf(page);
    return url !== undefined && linked.pageAt(url) === undefined && isFamilyAt(linked, page);
  };
  const areApart = new Set(pages.map(page => page.uri)).size === pages.length;
  const haveGrades = headed.every(level => gradeOf(level) ?? level.gradeResource);
  return areApart && haveGrades && pages.every(page => isFree(page.uri)) ? { folder, pages } : undefined;
}

/** True where a page with this one's front matter would be a job family at another place. */
function isFamilyAt(linked: LinkedFamily, uri: string): boolean {
  return linked.isFamilyPage(uri) || layoutOf(linked) !== undefined;
}

/** The layout that makes the page a job family, wherever it is. */
function layoutOf({ family, profile }: LinkedFamily): string | undefined {
  const layout = frontMatterText(family.page.frontMatter, 'layout');
  return layout !== undefined && profile.pages.layouts.includes(layout) ? layout : undefined;
}

function planOf(linked: LinkedFamily, split: Split): PagesPlan | undefined {
  const { family } = linked;
  const newline = lineEndOf(family.page);
  const layout = layoutOf(linked);
  const pages: PlannedPage[] = [listPage(linked, split, newline)];
  for (const page of split.pages) {
    const parts = levelPageParts(linked, page, newline);
    if (!parts) return undefined;
    const head = ['---', `title: ${asYaml(page.level.title)}`, ...(layout ? [`layout: ${layout}`] : []), '---', '', ''];
    pages.push({
      uri: page.uri,
      was: undefined,
      parts: [{ type: 'written', text: head.join(newline) }, ...parts, { type: 'written', text: newline }],
    });
  }
  const named = placesNamedElsewhere(linked, split);
  return named && { pages, gone: new Map(), named };
}

/** The page that stays: without the levels, a list of their pages in their place. */
function listPage(linked: LinkedFamily, { folder, pages }: Split, newline: string): PlannedPage {
  const { family, uri } = linked;
  const { text } = family.page;
  const list = pages.map(page => `- [${page.level.title}](${linked.hrefTo(linked.urlOf(page.uri)!)})`).join(newline);
  const at = placeOfList(linked, pages);
  const written: Part = { type: 'written', text: at === 0 ? `${list}${newline}${newline}` : `${newline}${newline}${list}` };
  const gaps: Span[] = [];
  let start = 0;
  for (const { block } of pages.toSorted((a, b) => a.block.start - b.block.start)) {
    gaps.push({ start, end: block.start });
    start = block.end + /^\s*/.exec(text.slice(block.end))![0].length;
  }
  gaps.push({ start, end: text.length });
  const home = gaps.find(gap => gap.start <= at && at <= gap.end);
  const parts: Part[] = gaps.flatMap(span => {
    if (span !== home) return [taken(uri, span)];
    return [taken(uri, { start: span.start, end: at }), written, taken(uri, { start: at, end: span.end })];
  });
  // What stood before the last level is the page's end now.
  const last = parts.findLastIndex(part => part.type === 'written' || textOf(text, part.span).trim() !== '');
  const kept = parts.slice(0, last + 1).map((part, index): Part => {
    if (index < last || part.type === 'written') return part;
    return { ...part, span: { start: part.span.start, end: part.span.start + textOf(text, part.span).trimEnd().length } };
  });
  return { uri: `${folder}/_index.md`, was: uri, parts: [...kept, { type: 'written', text: newline }] };
}

function taken(from: string, span: Span): Part {
  return { type: 'taken', from, span, deeper: 0 };
}

/** Behind the words of the heading over the levels; where there is none, before the first heading. */
function placeOfList({ family }: LinkedFamily, pages: readonly LevelPage[]): number {
  const over = ancestorsOf(pages[0]!.level.node!).find(node => isSectionOf(node, ['levels']));
  if (over) return endOfOwnWords(over).start;
  const { page, tree } = family;
  const before = { start: page.frontMatter?.span.end ?? 0, end: tree.nodes[0]?.heading.span.start ?? page.text.length };
  const intro = trimSpan(page.text, before);
  if (intro.start < intro.end) return intro.end;
  return textOf(page.text, { start: 0, end: before.start }).trimEnd().length;
}
