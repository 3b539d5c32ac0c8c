import { gradeOf, ownSection } from '../model/jobFamily.ts';
import { newSection, sectionBody } from '../model/sectionTemplate.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { finishTemplate, hole } from './completion/snippet.ts';

/** A snippet and the offset of the page that it is to be put at. */
export interface SnippetToWrite {
  readonly offset: number;
  readonly snippet: string;
}

/**
 * What a page needs before its ladder can be drawn: the Job Grade of its first level, or of the page where it has no level yet.
 * Undefined where a level has a grade, or where grades are kept elsewhere.
 */
export function nextToWrite({ family, ladder, profile }: LinkedFamily): SnippetToWrite | undefined {
  if (family.levels.some(level => gradeOf(level) || level.gradeResource)) return undefined;
  const level = family.levels.find(one => one.node) ?? family.levels[0];
  const section = level && ownSection(level, 'job-grade');
  if (level && section) {
    const sentence = sectionBody(family, level.title, 'job-grade', undefined, ladder, profile, hole);
    const newline = family.page.text.includes('\r\n') ? '\r\n' : '\n';
    return { offset: section.heading.span.end, snippet: asSnippet(`${newline}${newline}${sentence}`) };
  }
  const { offset, text } = newSection(family, level, 'job-grade', ladder, profile, hole);
  return { offset, snippet: asSnippet(text) };
}

/** A template without a hole is a snippet too: what means something in snippets is escaped. */
function asSnippet(template: string): string {
  const { text, isSnippet } = finishTemplate(template, true, true);
  return isSnippet ? text : text.replace(/[\\$}]/g, '\\$&');
}
