import type { CompletionList } from 'vscode-languageserver-types';
import { frontMatterSchema } from '../../schema/schemas.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { schemaCompletion } from '../schema/schemaCompletion.ts';
import { extendsItems } from './bullets.ts';
import { gradeItems } from './grades.ts';
import { headingItems } from './headings.ts';
import { linkItems } from './links.ts';
import { type CompletionHost, completionPlace } from './place.ts';

/** The characters behind which an editor should ask without being told. */
export const completionTriggers: readonly string[] = ['#', ' ', '-', '(', '/'];

/** What can be written at an offset, most likely first. Empty where this extension has nothing to offer. */
export async function completionAt(
  linked: LinkedFamily,
  offset: number,
  host: CompletionHost,
  snippets: boolean,
): Promise<CompletionList> {
  const frontMatter = linked.family.page.frontMatter;
  if (frontMatter?.closed && offset < frontMatter.span.end) {
    const { yaml, contentSpan } = frontMatter;
    if (!yaml || offset < contentSpan.start || offset >= contentSpan.end) return { isIncomplete: false, items: [] };
    return schemaCompletion(yaml, frontMatterSchema.schema, offset, () => []);
  }
  const place = completionPlace(linked, offset, host, snippets);
  const links = await linkItems(place);
  if (links) return links;
  if (/^\s{0,3}#{1,6}(?:\s.*)?$/.test(place.before)) return { isIncomplete: false, items: headingItems(place) };
  return { isIncomplete: false, items: [...extendsItems(place), ...gradeItems(place)] };
}
