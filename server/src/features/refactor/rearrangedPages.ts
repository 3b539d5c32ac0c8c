import type { Finding } from '../../rules/finding.ts';
import { EditedText } from '../../text/editedText.ts';
import { applySpanEdits, type SpanEdit } from '../../text/spanEdit.ts';
import { catalogueUrls, destinationOfUrl } from '../../workspace/catalogue.ts';
import { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { scannedTarget } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FileChange, FileEdit, FileOperation } from '../fileEdits.ts';
import { destinationTo } from '../linkSpelling.ts';
import { extendedFrom } from '../references.ts';
import { aliasesEdit } from '../rename/aliasEdit.ts';
import { amountsOf } from './amounts.ts';
import { type DraftedPages, type FollowedPlace, followDraft, followedPlaces, linksLead } from './followedLinks.ts';
import { draftPage, type PageDraft, type PagesPlan, type PlannedPage } from './pagesPlan.ts';

/** What is asked while pages are rearranged. */
export interface RearrangingHost {
  /** What the rules find on a page. */
  check(linked: LinkedFamily): readonly Finding[];
  /** Whether addresses that are no more are left as aliases. */
  readonly aliases: 'ask' | 'always' | 'never';
  /** Told now and then how far it is, a share from 0 to 1, and lets others go first; false where it is no longer wanted. */
  goOn?(share: number): Promise<boolean>;
}

/**
 * Makes the pages of a plan: the changes, those of all links to and from them among them. Undefined where a link would lead
 * elsewhere, a level of any page amount to something else, or an error come. `before`: with all outlines and families read.
 */
export async function rearranged(
  plan: PagesPlan,
  before: Workspace,
  host: RearrangingHost,
): Promise<readonly FileChange[] | undefined> {
  const sources = sourcesOf(plan);
  for (const uri of sources) if (!(await before.loadText(uri))) return undefined;
  const drafts: PageDraft[] = [];
  for (const page of plan.pages) {
    const draft = draftPage(page, uri => before.syntax(uri)!);
    const isTaken = page.uri !== page.was && (before.index.has(page.uri) || (await before.loadText(page.uri)));
    if (!draft || isTaken) return undefined;
    drafts.push(draft);
  }
  const changed = (texts: readonly (readonly [string, string])[]) =>
    before.withFiles(
      new Map<string, string | undefined>([...sources.map(uri => [uri, undefined] as const), ...texts]),
      plan.profile,
    );
  const drafted: DraftedPages = {
    plan,
    drafts,
    before,
    sources,
    after: changed(drafts.map(({ page, text }) => [page.uri, text])),
  };
  const followed = followedPlaces(drafted);
  if (!followed) return undefined;
  const made: MadePage[] = [];
  for (const draft of drafts) {
    if (host.goOn && !(await host.goOn(0))) return undefined;
    const result = followDraft(draft, drafted, followed);
    if (!result) return undefined;
    made.push({ draft, ...result, text: applySpanEdits(draft.text, result.edits) });
  }
  const others = otherEdits(drafted, followed);
  if (!others) return undefined;
  const texts = [...(await editedTexts(others, before)), ...made.map(({ draft, text }) => [draft.page.uri, text] as const)];
  const after = changed(texts);
  for (const { draft, targets } of made) {
    const page = after.syntax(draft.page.uri)!;
    const ids = drafted.after.syntax(draft.page.uri)!.headings.map(({ id }) => id);
    if (page.headings.map(({ id }) => id).join() !== ids.join() || !linksLead(page, draft.page.uri, after, targets))
      return undefined;
  }
  const touched = [...new Set(others.map(edit => edit.uri)), ...extendingPages(before, sources)];
  const was = await amountsAndErrors(before, [...sources, ...touched], host, 0);
  const is = was && (await amountsAndErrors(after, [...drafts.map(({ page }) => page.uri), ...touched], host, 1));
  if (!was || !is || !amountToTheSame(was, is)) return undefined;
  return [...fileOperationsOf(plan), ...others, ...aliasEdits(plan, before, host.aliases), ...textsOf(made, before)];
}

interface MadePage {
  readonly draft: PageDraft;
  readonly edits: readonly SpanEdit[];
  readonly targets: Parameters<typeof linksLead>[3];
  readonly text: string;
}

function sourcesOf({ pages, gone }: PagesPlan): readonly string[] {
  const taken = pages.flatMap(page => page.parts.flatMap(part => (part.type === 'taken' ? [part.from] : [])));
  return [...new Set([...pages.flatMap(page => page.was ?? []), ...taken, ...gone.keys()])];
}

/** The edits of all other pages, and of catalogues, that link to what is elsewhere now; undefined where one cannot follow. */
function otherEdits({ before, after, sources }: DraftedPages, followed: FollowedPlace): FileEdit[] | undefined {
  const edits: FileEdit[] = [];
  for (const { uri, outline } of before.outlines()) {
    if (sources.includes(uri)) continue;
    for (const { destination, line, character } of outline.links) {
      const target = destination.startsWith('#') ? undefined : scannedTarget(before, uri, { destination });
      if (!target) continue;
      const newText = destinationTo(after.index, uri, destination, followed(target));
      const exists = target.anchor === undefined || before.outline(target.uri)?.ids.has(target.anchor) === true;
      if (newText === undefined && exists) return undefined;
      if (newText === undefined || newText === destination) continue;
      const range = { start: { line, character }, end: { line, character: character + destination.length } };
      edits.push({ uri, range, newText, reason: 'other-page' });
    }
  }
  for (const uri of before.documents.ofKind('catalogue')) {
    const yaml = before.yaml(uri);
    for (const { written, span } of yaml ? catalogueUrls(yaml) : []) {
      const read = destinationOfUrl(written, before.profile);
      const page = read.type === 'site' ? before.index.pageAt(read.url) : undefined;
      if (read.type !== 'site' || page === undefined || !sources.includes(page)) continue;
      const newText = destinationTo(after.index, uri, written, followed({ uri: page, anchor: read.anchor }));
      const at = yaml!.text.indexOf(written, span.start);
      if (newText === undefined || at < 0 || at >= span.end) return undefined;
      if (newText !== written)
        edits.push({ uri, range: yaml!.lines.rangeOf({ start: at, end: at + written.length }), newText, reason: 'other-page' });
    }
  }
  return edits;
}

async function editedTexts(edits: readonly FileEdit[], before: Workspace): Promise<readonly (readonly [string, string])[]> {
  const texts: [string, string][] = [];
  for (const uri of new Set(edits.map(edit => edit.uri))) {
    await before.loadText(uri);
    const lines = before.lines(uri)!;
    const own = edits.filter(edit => edit.uri === uri);
    const spans = own.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    texts.push([uri, applySpanEdits(lines.text, spans)]);
  }
  return texts;
}

/** The pages with levels that take over from one of these pages. */
function extendingPages(workspace: Workspace, sources: readonly string[]): readonly string[] {
  const known = new Set(sources);
  if (workspace.familyPages().every(uri => known.has(uri))) return [];
  const found = sources.flatMap(uri =>
    (workspace.exported(uri)?.levels ?? []).flatMap(({ anchor }) =>
      extendedFrom(workspace, { uri, anchor: anchor === '' ? undefined : anchor }).map(place => place.uri),
    ),
  );
  return [...new Set(found)].filter(uri => !known.has(uri));
}

interface Amounts {
  readonly amounts: readonly string[];
  readonly errors: readonly Finding[];
}

function amountToTheSame(was: Amounts, is: Amounts): boolean {
  // What one page told once for all its levels, each of their pages tells.
  const known = new Set(was.errors.map(({ code }) => code));
  return was.amounts.join('\n') === is.amounts.join('\n') && is.errors.every(({ code }) => known.has(code));
}

/** `half`: 0 where it is the first of two, 1 where it is the second. Undefined where nobody wants it any more. */
async function amountsAndErrors(
  workspace: Workspace,
  pages: readonly string[],
  { check, goOn }: RearrangingHost,
  half: 0 | 1,
): Promise<Amounts | undefined> {
  const amounts: string[] = [];
  const errors: Finding[] = [];
  const all = [...new Set(pages)];
  for (const [at, uri] of all.entries()) {
    if (goOn && !(await goOn((half + at / all.length) / 2))) return undefined;
    const linked = await LinkedFamily.load(uri, workspace);
    if (!linked) continue;
    amounts.push(...amountsOf(linked));
    errors.push(...check(linked).filter(({ severity }) => severity === 'error'));
  }
  return { amounts: amounts.sort(), errors };
}

/** The addresses of pages that are no more, for the pages that have what they said. What was an alias already stays one. */
function aliasEdits({ pages, gone }: PagesPlan, before: Workspace, aliases: RearrangingHost['aliases']): FileEdit[] {
  return pages.flatMap(({ uri, was }) => {
    const here = [...gone].flatMap(([one, place]) => (place.page === uri ? [one] : []));
    const known = here.flatMap(one => before.index.aliasesOf(one));
    const isElsewhere = was !== undefined && before.index.urlOf(was) !== before.index.urlOf(uri);
    const left = [...here, ...(isElsewhere ? [was] : [])];
    const own = aliases === 'never' ? [] : left.flatMap(one => before.index.urlOf(one) ?? []);
    const page = was === undefined ? undefined : before.syntax(was);
    const edit = page && aliasesEdit(page, [...known, ...own]);
    if (!edit) return [];
    const isAsked = aliases === 'ask' && known.length === 0;
    return [
      {
        uri,
        range: page.lines.rangeOf(edit.span),
        newText: edit.newText,
        ...(isAsked ? { reason: 'alias' as const } : {}),
      },
    ];
  });
}

/**
 * What becomes of the files: other places, new ones, those that go. It stands before all edits, which name files as they are called
 * by then: VS Code makes it first wherever it stands.
 */
function fileOperationsOf({ pages, gone }: PagesPlan): FileOperation[] {
  const ofPages = (one: (page: PlannedPage) => FileOperation | undefined): FileOperation[] =>
    pages.flatMap(page => one(page) ?? []);
  return [
    ...ofPages(({ uri, was }) => (was === undefined || was === uri ? undefined : { type: 'rename', uri: was, newUri: uri })),
    ...ofPages(({ uri, was }) => (was === undefined ? { type: 'create', uri } : undefined)),
    ...[...gone.keys()].map((uri): FileOperation => ({ type: 'delete', uri })),
  ];
}

/** What is written into the pages that stay, at their new places, and into those that come. */
function textsOf(made: readonly MadePage[], before: Workspace): FileEdit[] {
  const start = { line: 0, character: 0 };
  return made.flatMap(({ draft, edits, text }) =>
    draft.page.was === undefined
      ? [{ uri: draft.page.uri, range: { start, end: start }, newText: text }]
      : stemEdits(draft, draft.page.was, edits, before),
  );
}

/** The edits that make a page the draft that it is to be: what stays where it is is left alone. */
function stemEdits(
  { page, text, partStarts }: PageDraft,
  was: string,
  edits: readonly SpanEdit[],
  before: Workspace,
): FileEdit[] {
  const source = before.syntax(was)!;
  const edited = new EditedText(source.text);
  const first: SpanEdit[] = [];
  let at = 0;
  let added = '';
  for (const [index, part] of page.parts.entries()) {
    if (part.type === 'taken' && part.from === was && part.deeper === 0 && part.span.start >= at) {
      first.push({ span: { start: at, end: part.span.start }, newText: added });
      added = '';
      at = part.span.end;
    } else added += text.slice(partStarts[index], partStarts[index + 1] ?? text.length);
  }
  edited.apply([...first, { span: { start: at, end: source.text.length }, newText: added }].filter(isChange));
  edited.apply(edits);
  return edited.edits().map(({ span, newText }) => ({ uri: page.uri, range: source.lines.rangeOf(span), newText }));
}

function isChange({ span, newText }: SpanEdit): boolean {
  return span.start < span.end || newText !== '';
}
