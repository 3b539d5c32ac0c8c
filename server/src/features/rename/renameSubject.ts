import type { JobFamily, Level } from '../../model/jobFamily.ts';
import { frontMatterText } from '../../syntax/frontMatter.ts';
import type { Heading } from '../../syntax/heading.ts';
import { linksWithin, type PageSyntax } from '../../syntax/page.ts';
import { type Span, textOf, touches } from '../../text/span.ts';
import type { FamilyPage, LinkedFamily } from '../../workspace/linkedFamily.ts';
import { levelPlaces, nameSpanOf } from './levelPlaces.ts';

/** What stands at a place and can be renamed. `span`: the words that name it there; `name`: what it is called now. */
export type RenameSubject = { readonly span: Span; readonly name: string } & (
  | { readonly type: 'level'; readonly on: FamilyPage; readonly level: Level }
  | { readonly type: 'heading'; readonly heading: Heading }
  | { readonly type: 'title' }
);

/** What can be renamed at an offset of a page; undefined where nothing can. `linked`: the page where it is a job family. */
export function renameSubjectAt(page: PageSyntax, offset: number, linked: LinkedFamily | undefined): RenameSubject | undefined {
  const level = linked && levelSubjectAt(linked, offset);
  if (level) return level;
  const heading = page.headings.find(one => touches(one.contentSpan, offset));
  if (heading) {
    const span = nameSpanOf(page, heading);
    return { type: 'heading', heading, span, name: textOf(page.text, span) };
  }
  const title = titleOf(page);
  if (!title || !touches(title.span, offset)) return undefined;
  const own = linked?.family.levels.find(one => isCalledAsPage(one, page));
  return linked && own ? { type: 'level', on: linked, level: own, ...title } : { type: 'title', ...title };
}

/** True for the page's own level where it has the page's title: whoever renames the one means both. */
export function isCalledAsPage(level: Level, page: PageSyntax): boolean {
  return level.node === undefined && level.title === titleOf(page)?.name;
}

/** The title in a page's front matter, its quotes left out; undefined where there is none on one line. */
export function titleOf(page: PageSyntax): { readonly span: Span; readonly name: string } | undefined {
  const name = frontMatterText(page.frontMatter, 'title');
  const entry = page.frontMatter?.entries.find(one => one.key === 'title');
  if (name === undefined || !entry) return undefined;
  const { start, end } = entry.valueSpan;
  const written = textOf(page.text, entry.valueSpan);
  const quoted = /^(["'])[\s\S]*\1$/.test(written);
  return /[\r\n]/.test(written) ? undefined : { name, span: quoted ? { start: start + 1, end: end - 1 } : { start, end } };
}

function levelSubjectAt(linked: LinkedFamily, offset: number): RenameSubject | undefined {
  const { family } = linked;
  const subject = (on: FamilyPage, level: Level, span: Span): RenameSubject | undefined =>
    isNamed(on.family, level) ? { type: 'level', on, level, span, name: level.title } : undefined;
  for (const level of family.levels) {
    const place = levelPlaces(family, level, linked.profile).find(one => touches(one.span, offset));
    if (place) return subject(linked, level, place.span);
  }
  for (const reference of family.levels.flatMap(level => level.extends)) {
    const span = targetWords(family.page, reference.targetSpan);
    const target = touches(span, offset) ? linked.resolveExtends(reference) : undefined;
    if (target?.level) return subject(target, target.level, span);
  }
  return undefined;
}

/** The words of what an Extends sentence names: of a link those that a reader clicks. */
export function targetWords(page: PageSyntax, target: Span): Span {
  const [link] = linksWithin(page, target);
  return link && link.span.start === target.start && link.span.end === target.end ? link.textSpan : target;
}

/** False for the page's own level where it is called by nothing that could be rewritten. */
function isNamed(family: JobFamily, level: Level): boolean {
  return (
    level.node !== undefined || (level.grade ?? level.gradeResource)?.subject !== undefined || isCalledAsPage(level, family.page)
  );
}
