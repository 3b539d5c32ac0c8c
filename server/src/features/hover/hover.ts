import type { Hover } from 'vscode-languageserver-types';
import { gradeStatements } from '../../model/jobFamily.ts';
import { levelMentions } from '../../model/levelMentions.ts';
import { frontMatterSchema } from '../../schema/schemas.ts';
import { type Span, touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import type { OtherPages } from '../otherPages.ts';
import { schemaHover } from '../schema/schemaHover.ts';
import { findSuperior, superiorNamedAt } from '../superior.ts';
import { gradeText } from './gradeHover.ts';
import { extendsText, levelText, superiorText } from './levelHover.ts';

/**
 * What stands behind the words at an offset: a grade (its rows in the ladder and who has it), a level's heading (grade,
 * track, own and inherited bullets), an Extends bullet (what is inherited) or a key of the front matter. Undefined where there is nothing to say.
 */
export async function hoverAt(linked: LinkedFamily, offset: number, pages: OtherPages): Promise<Hover | undefined> {
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
  return undefined;
}

function asHover(linked: LinkedFamily, span: Span, value: string): Hover {
  return { contents: { kind: 'markdown', value }, range: linked.family.page.lines.rangeOf(span) };
}
