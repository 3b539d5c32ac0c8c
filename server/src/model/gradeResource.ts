import type { Profile } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Link } from '../syntax/link.ts';
import { linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { containsSpan, type Span } from '../text/span.ts';
import { type GradeStatement, proseSpans, sentencesOf, subjectOf } from './gradeStatement.ts';

/** A sentence that tells where a level's grade is found, instead of the grade: "The X is outlined in the Job Levels resource". */
export interface GradeResource {
  /** The resource's name as written. */
  readonly span: Span;
  /** The level that the sentence speaks of; undefined where it names none. */
  readonly subject: GradeStatement['subject'];
  /** The link on the name; undefined where there is none. */
  readonly link: Link | undefined;
}

const compiled = new WeakMap<Profile, RegExp>();

/** The first such sentence in these blocks; undefined where there is none, or where the profile knows of no resource. */
export function findGradeResource(page: PageSyntax, blocks: readonly Block[], profile: Profile): GradeResource | undefined {
  const { resource } = profile.grades;
  if (!resource) return undefined;
  const pattern = compiled.get(profile) ?? new RegExp(resource.pattern, 'di');
  compiled.set(profile, pattern);
  for (const span of proseSpans(blocks)) {
    const shown = shownText(page, span);
    for (const sentence of sentencesOf(shown.text)) {
      const text = shown.text.slice(sentence.start, sentence.end);
      const match = pattern.exec(text);
      const name = match?.indices?.groups?.name;
      if (!name) continue;
      const words = shown.sourceSpan(sentence.start + name[0], sentence.start + name[1]);
      return {
        span: words,
        subject: subjectOf(text, sentence.start, (from, to) => shown.sourceSpan(from, to)),
        link: linksWithin(page, span).find(link => containsSpan(link.span, words) || containsSpan(words, link.textSpan)),
      };
    }
  }
  return undefined;
}
