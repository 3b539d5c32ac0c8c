import { expect } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { type FileChange, type FileEdit, isFileOperation } from '../../server/src/features/fileEdits.ts';
import { pagesRefactorings } from '../../server/src/features/refactor/refactorings.ts';
import { gradeOf, type JobFamily, type Level, spanOfLevel } from '../../server/src/model/jobFamily.ts';
import { sameRole } from '../../server/src/model/levelName.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { tellsMore } from '../../server/src/rules/fixAll.ts';
import { LanguageService } from '../../server/src/service.ts';
import { type Span, textOf, trimSpan } from '../../server/src/text/span.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { appliedEdits } from './appliedEdits.ts';
import { someOf } from './randomTests.ts';

/** How often each refactoring was offered, made, and not made because it would not have left the page as it promises. */
export type Tally = Record<string, { offered: number; made: number; refused: number }>;

/** Refactorings that leave more than there was, or nothing to do a second time. */
const ADDS = 'refactor.rewrite.jobFamily.addLevel';
const SORT = 'refactor.rewrite.jobFamily.sortLevels';
const LINK_FORMS = [
  'refactor.rewrite.jobFamily.linkToRef',
  'refactor.rewrite.jobFamily.refToLink',
  'source.jobFamily.linksToRefs',
  'source.jobFamily.refsToLinks',
];
const ONCE = [SORT, 'source.jobFamily.linksToRefs', 'source.jobFamily.refsToLinks'];

/** Those that make other files are tried by themselves. */
const OF_PAGES = new Set(pagesRefactorings.map(({ kind }) => kind));

/** So many links of a page are tried: those behind them are written like these. */
const MOST_LINKS = 10;

/**
 * Makes every refactoring on every page of a folder, at the first place where it is offered, and holds each to what must be true
 * of it: what levels amount to, errors, links, and the lines that it does not concern.
 */
export async function tryEveryRefactoring(folder: string, share = 1): Promise<Tally> {
  const host = new DiskHost(() => {});
  const failures: string[] = [];
  const service = new LanguageService(host, { folders: [folder], onRuleFailed: message => failures.push(message) });
  const { profile } = await service.configuration();
  const workspace = new Workspace(host, profile, [folder]);
  await workspace.loadListing();
  const tally: Tally = {};
  for (const uri of someOf(await service.familyPages(), share)) {
    const before = (await LinkedFamily.load(uri, workspace))!;
    const { text, lines } = before.family.page;
    const errors = errorsOf(await findings(service, uri));
    for (const [kind, place] of await placesOf(service, uri, before)) {
      tally[kind] ??= { offered: 0, made: 0, refused: 0 };
      const count = tally[kind]!;
      count.offered++;
      const position = lines.positionAt(place);
      const range = { start: position, end: position };
      const edit = await service.refactoringEdits(uri, range, kind);
      if (!edit) {
        count.refused++;
        continue;
      }
      count.made++;
      const name = `${kind} on ${uri.slice(folder.length)} at line ${position.line + 1}`;
      const after = edited(text, edit, uri);
      const linked = (await LinkedFamily.load(uri, workspace, after))!;
      const amounts = amountsOf(linked);
      if (kind === ADDS) expect(amounts, name).toEqual(expect.arrayContaining(amountsOf(before)));
      else expect(amounts, name).toEqual(amountsOf(before));
      expect(brokenOwnLinks(linked), name).toEqual(brokenOwnLinks(before));
      if (LINK_FORMS.includes(kind)) expect(targetsOf(linked), name).toEqual(targetsOf(before));
      service.setDocument(uri, after);
      if (kind !== ADDS) expect(tellsMore(errorsOf(await findings(service, uri)), errors), `${name}: a new error`).toBe(false);
      if (ONCE.includes(kind))
        expect(
          (await placesOf(service, uri, linked)).map(([again]) => again),
          name,
        ).not.toContain(kind);
      await service.closeDocument(uri);
    }
  }
  expect(failures).toEqual([]);
  return tally;
}

/**
 * Swaps two levels of every page that has two of one track in the order of their grades, and has them sorted again: how many
 * pages are as they were, and how many there were.
 */
export async function trySortingSwappedLevels(
  folder: string,
  share = 1,
): Promise<{ readonly swapped: number; readonly restored: number }> {
  const host = new DiskHost(() => {});
  const service = new LanguageService(host, { folders: [folder] });
  const { profile } = await service.configuration();
  const workspace = new Workspace(host, profile, [folder]);
  await workspace.loadListing();
  let swapped = 0;
  let restored = 0;
  for (const uri of someOf(await service.familyPages(), share)) {
    const linked = (await LinkedFamily.load(uri, workspace))!;
    const { text, links } = linked.family.page;
    const pair = neighbours(linked.family);
    // A link to a numbered heading means another one on the page with its levels swapped, and follows that.
    if (!pair || links.some(link => /#.*-\d+$/.test(link.destination))) continue;
    const [first, second] = pair.map(level => trimSpan(text, spanOfLevel(linked.family, level))) as [Span, Span];
    const edits = [
      { span: first, newText: textOf(text, second) },
      { span: second, newText: textOf(text, first) },
    ];
    const draft = applySpanEdits(text, edits);
    const disordered = await LinkedFamily.load(uri, workspace, draft);
    if (!disordered || amountsOf(disordered).join() !== amountsOf(linked).join()) continue;
    swapped++;
    service.setDocument(uri, draft);
    const { lines } = disordered.family.page;
    const position = lines.positionAt(first.start);
    const range = { start: position, end: position };
    const edit = await service.refactoringEdits(uri, range, SORT);
    if (edit && edited(draft, edit, uri) === text) restored++;
    await service.closeDocument(uri);
  }
  return { swapped, restored };
}

/**
 * Writes every grade table of a folder as sentences and gathers these in a table again, and every page's sentences in a table
 * and back: how many there were of each, and how many pages say the same as before, of tables row for row.
 */
export async function tryGradesThereAndBack(
  folder: string,
  share = 1,
): Promise<{ readonly turned: number; readonly restored: number }> {
  const host = new DiskHost(() => {});
  const service = new LanguageService(host, { folders: [folder] });
  const { profile } = await service.configuration();
  const workspace = new Workspace(host, profile, [folder]);
  await workspace.loadListing();
  let turned = 0;
  let restored = 0;
  for (const uri of someOf(await service.familyPages(), share)) {
    const linked = (await LinkedFamily.load(uri, workspace))!;
    for (const [there, back] of [GRADE_FORMS, GRADE_FORMS.toReversed()] as const) {
      const turnedText = await madeSomewhere(service, uri, linked, there!);
      if (turnedText === undefined) continue;
      turned++;
      service.setDocument(uri, turnedText);
      const turnedPage = (await LinkedFamily.load(uri, workspace, turnedText))!;
      const backText = await madeSomewhere(service, uri, turnedPage, back!);
      const backPage = backText === undefined ? undefined : await LinkedFamily.load(uri, workspace, backText);
      if (backPage && gradesOf(backPage.family) === gradesOf(linked.family)) restored++;
      await service.closeDocument(uri);
    }
  }
  return { turned, restored };
}

const GRADE_FORMS = ['refactor.rewrite.jobFamily.gradeTableToSentences', 'refactor.rewrite.jobFamily.gradeSentencesToTable'];

/** The page after a refactoring at the first heading or table where it is offered. */
async function madeSomewhere(
  service: LanguageService,
  uri: string,
  { family }: LinkedFamily,
  kind: string,
): Promise<string | undefined> {
  const { text, lines, blocks } = family.page;
  const places = [...family.levels.flatMap(level => level.node?.heading ?? []), ...blocks.filter(({ type }) => type === 'table')];
  for (const { span } of places) {
    const range = { start: lines.positionAt(span.start), end: lines.positionAt(span.start) };
    if (!(await service.refactorings(uri, range)).some(one => one.kind === kind)) continue;
    const edit = await service.refactoringEdits(uri, range, kind);
    return edit && edited(text, edit, uri);
  }
  return undefined;
}

/** What the levels' own sentences and the rows of the page's table say, and where they link to. */
function gradesOf({ levels, gradeRows }: JobFamily): string {
  const said = levels.map(({ title, grade }) => [title, grade?.grade, grade?.link?.destination]);
  const rows = levels.map(({ title, row }) => [title, row?.grade?.grade, row?.grade?.link?.destination]);
  return JSON.stringify({ said, rows, number: gradeRows.length });
}

/** Two levels beside each other, of one role and track, the first with the lower grade. */
function neighbours({ levels }: JobFamily): readonly [Level, Level] | undefined {
  for (const [at, level] of levels.entries()) {
    const next = levels[at + 1];
    if (!level.node || !next?.node || next.node.parent !== level.node.parent || next.track !== level.track) continue;
    const isRising = (gradeOf(level)?.grade ?? 0) < (gradeOf(next)?.grade ?? 0);
    if (gradeOf(level) && isRising && sameRole(level.name, next.name) && level.node.heading.level === next.node.heading.level)
      return [level, next];
  }
  return undefined;
}

async function findings(service: LanguageService, uri: string): Promise<readonly Finding[]> {
  return (await service.findings(uri))!.findings;
}

function errorsOf(all: readonly Finding[]): readonly Finding[] {
  return all.filter(({ severity }) => severity === 'error');
}

/** The first place at which each refactoring is offered: among headings, the first bullets of lists, links, tables. */
async function placesOf(service: LanguageService, uri: string, { family }: LinkedFamily): Promise<[string, number][]> {
  const { page } = family;
  const starts = [
    ...page.headings.map(heading => heading.contentSpan.start),
    ...page.blocks.flatMap(block =>
      block.type === 'list' ? block.items.slice(0, 2).map(item => item.contentSpan.start) : [block.span.start],
    ),
    ...page.links.slice(0, MOST_LINKS).map(link => link.textSpan.start),
  ];
  const found = new Map<string, number>();
  for (const start of [...new Set(starts)].sort((a, b) => a - b)) {
    const position = page.lines.positionAt(start);
    const range = { start: position, end: position };
    for (const { kind } of await service.refactorings(uri, range, one => !found.has(one) && !OF_PAGES.has(one)))
      found.set(kind, start);
  }
  return [...found];
}

/** A page after the edits that are made to it. */
function edited(text: string, changes: readonly FileChange[], uri: string): string {
  return (
    appliedEdits(
      changes.filter((change): change is FileEdit => change.uri === uri && !isFileOperation(change)),
      () => text,
    ).get(uri) ?? text
  );
}

/** What each level of a page amounts to, by the words that a reader sees. */
export function amountsOf(linked: LinkedFamily): string[] {
  const { family, profile } = linked;
  return family.levels
    .flatMap(level =>
      [...profile.extendableSections, 'nice-to-haves' as const, ...profile.familySections].map(kind => {
        const texts = linked.effective(level, kind).bullets.map(({ bullet }) =>
          bullet.text
            .toLowerCase()
            .replace(/\P{L}+/gu, ' ')
            .trim(),
        );
        return [level.title, gradeOf(level)?.grade, kind, ...[...new Set(texts)].sort()].join(' | ');
      }),
    )
    .sort();
}

/** Where each link of a page leads. */
function targetsOf(linked: LinkedFamily): unknown[] {
  return linked.family.page.links.map(link => linked.resolveLink(link));
}

/** The links of a page to headings that it does not have. */
function brokenOwnLinks(linked: LinkedFamily): string[] {
  return linked.family.page.links
    .filter(link => link.destination.startsWith('#') && linked.resolveLink(link).type === 'missing-anchor')
    .map(link => link.destination)
    .sort();
}
