import { compilePattern, type Pattern } from '../profile/patterns.ts';
import type { Profile } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import { inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { linksWithin, type PageSyntax } from '../syntax/page.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { containsSpan, movedSpan, type Span } from '../text/span.ts';
import { type GradeStatement, proseSpansOf, sentencesOf, subjectOf } from './gradeStatement.ts';

/** A sentence that tells where a level's grade is found, instead of the grade: "The X is outlined in the Job Levels resource". */
export interface GradeResource {
  /** The resource's name as written. */
  readonly span: Span;
  /** The level that the sentence speaks of; undefined where it names none. */
  readonly subject: GradeStatement['subject'];
  /** The link on the name; undefined where there is none. */
  readonly link: Link | undefined;
}

/** The first such sentence in these blocks; undefined where there is none, or where the profile knows of no resource. */
export function findGradeResource(page: PageSyntax, blocks: readonly Block[], profile: Profile): GradeResource | undefined {
  const { resource } = profile.grades;
  if (!resource) return undefined;
  const pattern = compilePattern(resource.pattern);
  for (const block of blocks) {
    const [found] = resourcesOf(page, block, pattern);
    if (!found) continue;
    const { start } = block.span;
    const words = movedSpan(found.span, start);
    return {
      span: words,
      subject: found.subject && { name: found.subject.name, span: movedSpan(found.subject.span, start) },
      link: linksWithin(page, movedSpan(found.prose, start)).find(
        link => containsSpan(link.span, words) || containsSpan(words, link.textSpan),
      ),
    };
  }
  return undefined;
}

/** What a block says of a resource by its letters alone. `prose`: the paragraph or point that says it. */
const resourcesOf = keptByPart(
  ({ source, part }, pattern: Pattern): readonly (Omit<GradeResource, 'link'> & { readonly prose: Span })[] =>
    proseSpansOf(part).flatMap(prose => {
      const shown = inlineTextOf(source, part.tree, prose);
      return sentencesOf(shown.text).flatMap(sentence => {
        const text = shown.text.slice(sentence.start, sentence.end);
        const name = pattern.first(text)?.group('name');
        if (!name) return [];
        return [
          {
            prose,
            span: shown.sourceSpan(sentence.start + name.start, sentence.start + name.end),
            subject: subjectOf(text, sentence.start, (from, to) => shown.sourceSpan(from, to)),
          },
        ];
      });
    }),
);
