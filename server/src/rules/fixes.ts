import * as l10n from '@vscode/l10n';
import type { Bullet, Level } from '../model/jobFamily.ts';
import { braceHole, newSection } from '../model/sectionTemplate.ts';
import { canonicalName, type SectionKind } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';

/** How sure a fix is: preferred and not safe where nothing else is said. */
export type Sureness = Partial<Pick<Fix, 'preferred' | 'safe'>>;

/** A fix that replaces one stretch of the page. */
export function replaceFix(title: string, span: Span, newText: string, { preferred = true, safe = false }: Sureness = {}): Fix {
  return { title, edits: [{ span, newText }], preferred, safe };
}

/** A fix that puts text at one place of the page. */
export function insertFix(title: string, offset: number, newText: string, sureness?: Sureness): Fix {
  return replaceFix(title, { start: offset, end: offset }, newText, sureness);
}

/** The fix that adds the section a level lacks, from the template and in the page's own style. */
export function addSectionFix(linked: LinkedFamily, level: Level, kind: SectionKind): Fix {
  const section = newSection(linked.family, level, kind, linked.ladder, linked.profile, braceHole);
  return insertFix(l10n.t`Add the ${canonicalName(linked.profile, kind)} section`, section.offset, section.text);
}

/** The fix that adds a section that stands once for the whole page. */
export function addPageSectionFix(linked: LinkedFamily, kind: SectionKind): Fix {
  const section = newSection(linked.family, undefined, kind, linked.ladder, linked.profile, braceHole);
  return insertFix(l10n.t`Add the ${canonicalName(linked.profile, kind)} section`, section.offset, section.text);
}

/** Returns the lines of a bullet, its line end included. */
export function lineSpan({ text, lines }: PageSyntax, { item }: Bullet): Span {
  const start = lines.lineStart(lines.lineAt(item.span.start));
  const lineEnd = lines.lineEnd(lines.lineAt(item.span.end));
  const behind = /^(?:\r\n|\n|\r)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0;
  return { start, end: lineEnd + behind };
}
