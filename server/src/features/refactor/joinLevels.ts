import * as l10n from '@vscode/l10n';
import { ancestorsOf, type HeadingNode, isSectionOf } from '../../model/headingTree.ts';
import { gradeOf, type JobFamily, type Level } from '../../model/jobFamily.ts';
import { frontMatterText } from '../../syntax/frontMatter.ts';
import { linksWithin, shownText } from '../../syntax/page.ts';
import { type Span, textOf } from '../../text/span.ts';
import { scannedTarget } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Joining, joinedLevel, type SinglePage } from './joinedLevel.ts';
import type { PagesPlan, Part, PlannedHeading } from './pagesPlan.ts';
import type { PagesRefactoring } from './pagesRefactoring.ts';
import { lineEndOf } from './refactoring.ts';

/** Brings the levels of a folder, which have a page each, back on one page. */
export const joinLevels: PagesRefactoring = {
  kind: 'refactor.move.jobFamily.joinLevels',
  offer({ heading, linked, family }) {
    if (heading && !isSectionOf(heading, ['levels']) && heading !== family.tree.nodes[0]) return undefined;
    const pages = linked.levelPages();
    if (pages.length === 0 || linked.profile.site.relativeLinks !== 'url' || linked.shownInstead !== undefined) return undefined;
    return {
      title:
        pages.length === 1
          ? l10n.t`Join the level page of this folder into one page`
          : l10n.t`Join the ${pages.length} level pages of this folder into one page`,
      plans: async workspace => plansOf({ uri: linked.uri, family }, pages, workspace),
    };
  },
};

async function plansOf(list: Joining['list'], uris: readonly string[], workspace: Workspace): Promise<readonly PagesPlan[]> {
  const pages: SinglePage[] = [];
  for (const uri of uris) {
    await workspace.loadText(uri);
    const family = workspace.family(uri);
    const [level, ...others] = family?.levels ?? [];
    if (!family || !level || others.length > 0) return [];
    pages.push({ uri, family, level });
  }
  const plans: PagesPlan[] = [];
  for (const names of [true, false])
    for (const planOf of [besideTheList, withTheListAsLevel]) {
      const plan = planOf({ workspace, list, pages, names, isOver: planOf === besideTheList });
      if (plan) plans.push(plan);
    }
  return plans;
}

/** The levels where the list of them stands; the list page's own level stays as it is. */
function besideTheList(joining: Joining): PagesPlan | undefined {
  const { list, pages } = joining;
  const { page, tree } = list.family;
  const newline = lineEndOf(page);
  const over = tree.nodes.find(node => isSectionOf(node, ['levels']));
  const depth = over ? over.heading.level + 1 : (list.family.levels.flatMap(level => level.node ?? [])[0]?.heading.level ?? 2);
  const lists = listsOfPages(joining, over ? over.blocks : tree.introBlocks);
  const at = over && lists.length === 0 ? trimmedEnd(page.text, over.span.end) : placeFor(joining, lists);
  const parts: Part[] = [];
  let from = 0;
  const keepUntil = (end: number): void => {
    for (const span of lists) {
      if (span.end > end || span.start < from) continue;
      parts.push(taken(list.uri, { start: from, end: span.start }));
      from = span.end;
    }
    parts.push(taken(list.uri, { start: from, end }));
    from = end;
  };
  keepUntil(at);
  const gone = new Map<string, PlannedHeading>();
  const uri = placeOfPage(joining);
  for (const one of pages) {
    const joined = joinedLevel(joining, one, depth, newline);
    if (!joined) return undefined;
    if (at > 0 || gone.size > 0) parts.push({ type: 'written', text: newline + newline });
    gone.set(one.uri, { page: uri, part: parts.length });
    parts.push(...joined);
  }
  if (at === 0) parts.push({ type: 'written', text: newline + newline });
  keepUntil(page.text.length);
  return { pages: [{ uri, was: list.uri, parts }], gone, named: [] };
}

/** The list page's own level becomes one among the others, which stand in the order of their grades. */
function withTheListAsLevel(joining: Joining): PagesPlan | undefined {
  const { list, pages } = joining;
  const { page, tree, levels } = list.family;
  const [own, ...others] = levels;
  const first = tree.nodes[0]?.heading.span.start;
  if (!own || own.node || others.length > 0 || first === undefined) return undefined;
  const newline = lineEndOf(page);
  const uri = placeOfPage(joining);
  const parts: Part[] = [taken(list.uri, { start: 0, end: trimmedEnd(page.text, first) })];
  const gone = new Map<string, PlannedHeading>();
  const height = (level: Level): number => gradeOf(level)?.grade ?? level.name.seniority.rank;
  const ordered = [...pages, { uri: list.uri, level: own }].sort((a, b) => height(a.level) - height(b.level));
  for (const one of ordered) {
    parts.push({ type: 'written', text: newline + newline });
    if ('family' in one) {
      const joined = joinedLevel(joining, one, 2, newline);
      if (!joined) return undefined;
      gone.set(one.uri, { page: uri, part: parts.length });
      parts.push(...joined);
      continue;
    }
    const top = Math.min(...tree.nodes.map(node => node.heading.level));
    const span = { start: first, end: trimmedEnd(page.text, page.text.length) };
    parts.push({ type: 'written', text: `## ${own.title}${newline}${newline}` });
    parts.push({ type: 'taken', from: list.uri, span, deeper: 3 - top });
  }
  parts.push({ type: 'written', text: newline });
  return { pages: [{ uri, was: list.uri, parts }], gone, named: [] };
}

/** The file beside the folder where nothing is left in that; else the folder's list page. */
function placeOfPage({ list, pages, workspace }: Joining): string {
  const folder = list.uri.replace(/[^/]*$/, '');
  const joined = new Set([list.uri, ...pages.map(page => page.uri)]);
  const beside = `${folder.slice(0, -1)}.md`;
  const isEmptied = [...workspace.index.pages].every(uri => !uri.startsWith(folder) || joined.has(uri));
  const layout = frontMatterText(list.family.page.frontMatter, 'layout');
  const isFamily = workspace.index.isFamilyPath(beside) || workspace.profile.pages.layouts.includes(layout ?? '');
  const isSameAddress = workspace.index.urlOf(beside) === workspace.index.urlOf(list.uri) && !workspace.index.has(beside);
  return isEmptied && isFamily && isSameAddress ? beside : list.uri;
}

/** The lists that only lead to the pages, with the blank lines before them. */
function listsOfPages({ workspace, list, pages }: Joining, blocks: JobFamily['page']['blocks']): readonly Span[] {
  const { page } = list.family;
  return blocks.flatMap(block => {
    if (block.type !== 'list') return [];
    const isOfPages = block.items.every(item => {
      const [link, ...others] = linksWithin(page, item.contentSpan);
      const target = link && scannedTarget(workspace, list.uri, link);
      const isAlone = others.length === 0 && shownText(page, item.contentSpan).text.trim() === link?.text;
      return isAlone && item.children.length === 0 && pages.some(one => one.uri === target?.uri);
    });
    if (!isOfPages) return [];
    return [{ start: trimmedEnd(page.text, block.span.start), end: trimmedEnd(page.text, block.span.end) }];
  });
}

/** Where the list of the pages stands, if nothing follows it that would become a level's; else behind what stands over the levels. */
function placeFor({ list, workspace }: Joining, lists: readonly Span[]): number {
  const { page, tree } = list.family;
  const overLevels = tree.nodes.filter(
    // What stands in another section, as a specialty's requirements do, stands over no level.
    node => !isInOtherSection(node) && isSectionOf(node, [...workspace.profile.baseSections, 'job-grade']),
  );
  const last = lists.at(-1);
  const isFollowed =
    last &&
    page.blocks.some(
      block =>
        block.span.start >= last.end &&
        !tree.nodes.some(node => node.heading.span.start >= last.end && node.heading.span.start < block.span.start),
    );
  const end = Math.max(0, ...overLevels.map(node => node.span.end));
  if (last && !isFollowed && end <= last.end) return last.start;
  if (end > 0) return trimmedEnd(page.text, end);
  return trimmedEnd(page.text, tree.nodes[0]?.heading.span.start ?? page.text.length);
}

function isInOtherSection(node: HeadingNode): boolean {
  return ancestorsOf(node).some(ancestor => ancestor.section !== undefined && !isSectionOf(ancestor, ['levels']));
}

function taken(from: string, span: Span): Part {
  return { type: 'taken', from, span, deeper: 0 };
}

function trimmedEnd(text: string, end: number): number {
  return textOf(text, { start: 0, end }).trimEnd().length;
}
