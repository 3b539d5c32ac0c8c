import type { JobFamily, Level, Section } from '../../model/jobFamily.ts';
import type { Profile } from '../../profile/profile.ts';
import { comparedText } from '../../rules/similarity.ts';
import type { Link } from '../../syntax/link.ts';
import { linksWithin, shownText } from '../../syntax/page.ts';
import { containsSpan, type Span, textOf, trimSpan } from '../../text/span.ts';
import { type PageTarget, scannedTarget } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { spansOfBullets } from './bulletText.ts';
import { baseSentence, sharedSentence } from './levelPageWording.ts';
import type { Part } from './pagesPlan.ts';

/** A page with one level, to be joined with others. */
export interface SinglePage {
  readonly uri: string;
  readonly family: JobFamily;
  readonly level: Level;
}

/** The pages that become one. */
export interface Joining {
  readonly workspace: Workspace;
  readonly list: { readonly uri: string; readonly family: JobFamily };
  readonly pages: readonly SinglePage[];
  /** True where what the list page says stands over the levels then: they need not say that they take it over. */
  readonly isOver: boolean;
  /** True where a level that is taken over is named and not linked any more, since it is on the same page then. */
  readonly names: boolean;
}

/**
 * What a page's level is on the joined page, its heading first and at this depth. What it says only because it had a page of its
 * own is left out. Undefined for a page that has more to it than its level.
 */
export function joinedLevel(joining: Joining, page: SinglePage, depth: number, newline: string): readonly Part[] | undefined {
  const { family, level, uri } = page;
  const { text, frontMatter, headings } = family.page;
  const body = trimSpan(text, { start: frontMatter?.span.end ?? 0, end: text.length });
  const depths = headings.filter(heading => heading.structural).map(heading => heading.level);
  const top = Math.min(...depths);
  const written: Part[] = [];
  let deeper = depth - top;
  if (level.node) {
    const isWhole = family.tree.nodes[0] === level.node && family.tree.introBlocks.length === 0;
    if (!isWhole || depths.filter(one => one === top).length > 1) return undefined;
  } else {
    written.push({ type: 'written', text: `${'#'.repeat(depth)} ${level.title}${newline}${newline}` });
    deeper++;
  }
  const kept = keptSpans(text, body, [
    ...(joining.isOver ? saidForThePage(joining, page) : []),
    ...(joining.names ? linkMarks(joining, page) : []),
  ]);
  return [...written, ...kept.map((span): Part => ({ type: 'taken', from: uri, span, deeper }))];
}

/** What is left of a stretch without some others, and without blanks at its end. */
function keptSpans(text: string, whole: Span, gone: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  let start = whole.start;
  for (const span of gone.toSorted((a, b) => a.start - b.start)) {
    if (span.start > start) kept.push({ start, end: Math.min(span.start, whole.end) });
    start = Math.max(start, span.end);
  }
  if (start < whole.end) kept.push({ start, end: whole.end });
  while (kept.length > 0 && textOf(text, kept.at(-1)!).trim() === '') kept.pop();
  const last = kept.pop();
  return last ? [...kept, { start: last.start, end: last.start + textOf(text, last).trimEnd().length }] : kept;
}

/** Bullets that take over what stands over the levels, and sections that only lead to the family's: on one page these go without saying. */
function saidForThePage(joining: Joining, { uri, family, level }: SinglePage): readonly Span[] {
  const { workspace, list } = joining;
  const { profile } = workspace;
  const leadsToList = (span: Span): boolean =>
    linksWithin(family.page, span).some(link => scannedTarget(workspace, uri, link)?.uri === list.uri);
  const isBase = (section: Section): Span[] => {
    const wanted = owners(list.family).map(owner => said(baseSentence(owner, section.kind, '', profile)));
    const gone = section.bullets.filter(
      ({ item, text }) =>
        wanted.includes(comparedText(text).joined) && leadsToList(item.contentSpan) && item.children.length === 0,
    );
    return [...spansOfBullets(family.page, section, gone)];
  };
  return level.sections.flatMap(section => {
    if (profile.baseSections.includes(section.kind)) return isBase(section);
    return isSharedElsewhere(section, family, profile) && leadsToList(section.node.span) ? [section.node.span] : [];
  });
}

function owners(family: JobFamily): readonly string[] {
  return [family.title, ...family.levels.map(level => level.title)];
}

function isSharedElsewhere({ kind, node, blocks }: Section, { page }: JobFamily, profile: Profile): boolean {
  const [block] = blocks;
  if (!profile.familySections.includes(kind) || blocks.length !== 1 || block!.type !== 'paragraph' || node.children.length > 0)
    return false;
  return comparedText(shownText(page, block!.span).text).joined === said(sharedSentence(kind, '', profile));
}

/** What a reader sees of a sentence with links, as it is compared. */
function said(sentence: string): string {
  return comparedText(sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')).joined;
}

/** The marks of links by which a level takes over from another one that will be on its page. */
function linkMarks(joining: Joining, { uri, family, level }: SinglePage): readonly Span[] {
  return level.extends.flatMap(({ target, span }) => {
    if (target.type !== 'link' || target.link.form !== 'inline') return [];
    const { link } = target;
    const to = scannedTarget(joining.workspace, uri, link);
    const isWithin = containsSpan(span, link.span) && /^[^[\]`*_<>]+$/.test(textOf(family.page.text, link.textSpan));
    if (!to || !isWithin || !isLevel(joining, to)) return [];
    return marksOf(link);
  });
}

function marksOf({ span, textSpan }: Link): readonly Span[] {
  return [
    { start: span.start, end: textSpan.start },
    { start: textSpan.end, end: span.end },
  ];
}

/** True where a link leads to a level as such, and not to one of its sections. */
function isLevel({ list, pages }: Joining, { uri, anchor }: PageTarget): boolean {
  const level =
    pages.find(page => page.uri === uri)?.level ?? (uri === list.uri ? list.family.levels.find(one => !one.node) : undefined);
  return level !== undefined && (level.node ? anchor === level.anchor : anchor === undefined);
}
