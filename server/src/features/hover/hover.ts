import type { Hover } from 'vscode-languageserver-types';
import { gradeStatements } from '../../model/jobFamily.ts';
import { levelMentions } from '../../model/levelMentions.ts';
import type { RuleSettings } from '../../rules/ruleSettings.ts';
import { frontMatterSchema } from '../../schema/schemas.ts';
import { type Span, touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import type { OtherPages } from '../otherPages.ts';
import { schemaHover } from '../schema/schemaHover.ts';
import { findSuperior, superiorNamedAt } from '../superior.ts';
import { gradeText } from './gradeHover.ts';
import { extendsText, levelText, superiorText } from './levelHover.ts';
import { linkText } from './linkHover.ts';
import { placeholderAt, placeholderText } from './placeholderHover.ts';
import { sectionHeadingAt, sectionText } from './sectionHover.ts';
import { wordHoverAt } from './wordHover.ts';

/**
 * What there is to know of the words at an offset. From the most special to the most general: a hole of the template (what
 * belongs there), a key of the front matter, a grade (its rows in the ladder and who has it), an Extends bullet (what is
 * inherited), a name of a level (grade, track, bullets), whom somebody reports to, a word to avoid (why, and what instead), the
 * heading of a section (what belongs there), a link (what it leads to). Undefined where there is nothing to say.
 */
export async function hoverAt(
  linked: LinkedFamily,
  offset: number,
  pages: OtherPages,
  settings: RuleSettings,
): Promise<Hover | undefined> {
  const hole = placeholderAt(linked, offset);
  if (hole) return asHover(linked, hole, placeholderText(linked, hole));
  const yaml = linked.family.page.frontMatter?.yaml;
  if (yaml && touches(yaml.span, offset)) return schemaHover(yaml, frontMatterSchema.schema, offset);
  const grade = gradeStatements(linked.family).find(statement => touches(statement.link?.span ?? statement.span, offset));
  if (grade) return asHover(linked, grade.link?.span ?? grade.span, await gradeText(linked, grade, pages));
  for (const level of linked.family.levels) {
    const reference = level.extends.find(one => touches(one.span, offset));
    if (reference) return asHover(linked, reference.span, extendsText(linked, level, reference));
  }
  const mention = levelMentions(linked.family, linked.profile).find(one => touches(one.span, offset));
  if (mention) return asHover(linked, mention.span, levelText(linked, mention.level));
  const named = superiorNamedAt(linked, offset);
  const superior = named && findSuperior(linked, named, await pages.families());
  if (superior) return asHover(linked, superior.named.span, await superiorText(superior, pages));
  const word = wordHoverAt(linked, offset, settings);
  if (word) return asHover(linked, word.span, word.text);
  const section = sectionHeadingAt(linked, offset);
  if (section) return asHover(linked, section.heading.contentSpan, sectionText(linked, section));
  const link = linked.family.page.links.find(one => touches(one.span, offset));
  const target = link && (await linkText(linked, link, pages));
  return link && target !== undefined ? asHover(linked, link.span, target) : undefined;
}

function asHover(linked: LinkedFamily, span: Span, value: string): Hover {
  return { contents: { kind: 'markdown', value }, range: linked.family.page.lines.rangeOf(span) };
}
