import * as l10n from '@vscode/l10n';
import { type ExtendsReference, spanOfLevel } from '../../model/jobFamily.ts';
import type { Heading } from '../../syntax/heading.ts';
import { slugOf } from '../../syntax/headingIds.ts';
import { type PageSyntax, parsePage } from '../../syntax/page.ts';
import { type Span, textOf } from '../../text/span.ts';
import { applySpanEdits, type SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { scannedTarget } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type FileEdit, FileEdits, type RenameOutcome } from '../fileEdits.ts';
import { anchorEdits, linkTextEdits } from '../linkEdits.ts';
import { extendedFrom } from '../references.ts';
import { nameSpanOf } from './levelPlaces.ts';
import { levelRenaming, type RenamingEdit } from './levelRenaming.ts';
import { isCalledAsPage, type RenameSubject, targetWords } from './renameSubject.ts';
import { respelt } from './respelling.ts';
import { titleEdit } from './title.ts';

/** What is said where nothing can be renamed. */
export function notHere(): string {
  return l10n.t`Only the name of a level, a heading or the title can be renamed here.`;
}

/** What is to be renamed: whose page, and that page's family where it is one. */
export interface Renaming {
  readonly workspace: Workspace;
  readonly uri: string;
  readonly page: PageSyntax;
  readonly linked: LinkedFamily | undefined;
  readonly subject: RenameSubject;
}

/**
 * The edits that call what was asked for by another name, on every page of the workspace. Everything must be loaded: all
 * outlines and families, catalogues, and the text of every page that links to this one or takes over from it.
 */
export function rename(renaming: Renaming, wanted: string): RenameOutcome {
  const { workspace, uri, page, linked, subject } = renaming;
  const newName = wanted.trim().replace(/[ \t]+/g, ' ');
  const trouble = troubleWith(newName, page, subject, linked);
  if (trouble !== undefined) return { type: 'refused', message: trouble };
  if (newName === subject.name) return { type: 'edits', edits: [] };
  const own = ownEdits(renaming, newName);
  const moved = own && movedIds(page, own);
  if (!own || !moved) return { type: 'refused', message: l10n.t`“${newName}” could not be read as a name at this place.` };

  const edits = new FileEdits();
  const add = (edit: FileEdit): void => edits.add(edit.uri === uri || edit.reason ? edit : { ...edit, reason: 'other-page' });
  for (const { span, newText, inFull } of own)
    add({ uri, range: page.lines.rangeOf(span), newText, ...(inFull && { reason: 'in-full' }) });
  const anchor = anchorOf(subject);
  if (subject.type === 'level') for (const edit of extendingEdits(renaming, subject, newName)) add(edit);
  for (const edit of linkTextEdits(workspace, { uri, anchor }, subject.name, newName)) add(edit);
  for (const edit of anchorEdits(workspace, uri, moved)) add(edit);
  return { type: 'edits', edits: edits.all() };
}

/** The id that links to the subject name; undefined where they lead to the page. */
function anchorOf(subject: RenameSubject): string | undefined {
  if (subject.type === 'level') return subject.level.anchor || undefined;
  return subject.type === 'heading' ? subject.heading.id : undefined;
}

/** The edits of the page itself, its links left alone; undefined where the new name cannot stand there. */
function ownEdits({ workspace, uri, page, linked, subject }: Renaming, newName: string): readonly RenamingEdit[] | undefined {
  if (subject.type === 'heading') return [{ span: nameSpanOf(page, subject.heading), newText: newName }];
  const isTitle = subject.type === 'title' || isCalledAsPage(subject.level, page);
  const ofTitle = isTitle ? titleEdit(page, newName) : undefined;
  if (isTitle && !ofTitle) return undefined;
  const ofLevel =
    subject.type === 'level' && linked
      ? levelRenaming(linked, subject.level, newName, draft => workspace.family(uri, draft))
      : [];
  return ofLevel && [...(ofTitle ? [ofTitle] : []), ...ofLevel];
}

/** Why a name cannot be given; undefined where it can, as far as its own words and the other headings tell. */
function troubleWith(
  newName: string,
  page: PageSyntax,
  subject: RenameSubject,
  linked: LinkedFamily | undefined,
): string | undefined {
  if (newName === '') return l10n.t`The new name is empty.`;
  if (/[\r\n]/.test(newName)) return l10n.t`A name stands on one line.`;
  if (subject.type === 'title') return undefined;
  if (subject.type === 'level' && /[[\]|<>{}`*\\]/.test(newName))
    return l10n.t`A level’s name is plain words: it has none of ${'[ ] | < > { } ` * and \\'}.`;
  const own = subject.type === 'level' ? subject.level.node?.heading : subject.heading;
  const slug = slugOf(newName);
  const clash = neighboursOf(page, own, subject.type === 'level', linked).find(
    other => slugOf(textOf(page.text, other.contentSpan)) === slug || other.text.toLowerCase() === newName.toLowerCase(),
  );
  return clash && l10n.t`This page has the heading “${clash.text}” already.`;
}

/** The headings that may not have the same name: for a level's all of the page, for any other those beside it. */
function neighboursOf(
  page: PageSyntax,
  own: Heading | undefined,
  isLevel: boolean,
  linked: LinkedFamily | undefined,
): readonly Heading[] {
  const others = page.headings.filter(one => one.structural && one.span.start !== own?.span.start);
  if (isLevel || !linked) return isLevel ? others : [];
  const node = linked.family.tree.nodes.find(one => one.heading.span.start === own?.span.start);
  return linked.family.tree.nodes.flatMap(one => (node && one !== node && one.parent === node.parent ? [one.heading] : []));
}

/** The ids of a page that change, from old to new; undefined where the edits would give it other headings than it has. */
function movedIds(page: PageSyntax, edits: readonly SpanEdit[]): ReadonlyMap<string, string> | undefined {
  const after = parsePage(applySpanEdits(page.text, edits), undefined, page.idStyle);
  if (after.headings.length !== page.headings.length) return undefined;
  return new Map(
    page.headings.flatMap((heading, at) => {
      const id = after.headings[at]!.id;
      return id === heading.id ? [] : [[heading.id, id] as const];
    }),
  );
}

/** What other pages say where their levels extend the renamed one, by its name or by a link to one of its headings. */
function extendingEdits(
  { workspace, uri, page: own, linked }: Renaming,
  { level }: RenameSubject & { readonly type: 'level' },
  newName: string,
): FileEdit[] {
  const target = { uri, anchor: level.anchor || undefined };
  const places = new Set(extendedFrom(workspace, target).map(({ uri: page, range }) => `${page} ${JSON.stringify(range)}`));
  const ids = new Set(linked && level.node ? idsWithin(own, spanOfLevel(linked.family, level)) : []);
  return workspace.familyPages().flatMap(page => {
    const family = page !== uri && workspace.text(page) !== undefined ? workspace.family(page) : undefined;
    return (family?.levels ?? []).flatMap(one =>
      one.extends.flatMap(reference => {
        const { lines, text } = family!.page;
        const to = reference.target.type === 'link' ? scannedTarget(workspace, page, reference.target.link) : undefined;
        const isByLink = to?.uri === uri && to.anchor !== undefined && ids.has(to.anchor);
        if (!isByLink && !places.has(`${page} ${JSON.stringify(lines.rangeOf(reference.span))}`)) return [];
        const span = targetWords(family!.page, reference.targetSpan);
        const newText = wordsElsewhere(reference, textOf(text, span), level.title, newName);
        return newText === undefined ? [] : [{ uri: page, range: lines.rangeOf(span), newText }];
      }),
    );
  });
}

function idsWithin(page: PageSyntax, { start, end }: Span): string[] {
  return page.headings.flatMap(({ span, id }) => (span.start >= start && span.start < end ? [id] : []));
}

/** A name without a link means a level of another page only where it is the whole name; a link may say it in other words. */
function wordsElsewhere({ target }: ExtendsReference, words: string, before: string, after: string): string | undefined {
  if (target.type === 'unknown') return respelt(words, before, after) ?? after;
  return target.type === 'link' ? respelt(words, before, after) : undefined;
}
