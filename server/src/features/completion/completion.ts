import type { CompletionList } from 'vscode-languageserver-types';
import { frontMatterSchema } from '../../schema/schemas.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { schemaCompletion } from '../schema/schemaCompletion.ts';
import { bulletItems } from './bullets.ts';
import { frontMatterValues } from './frontMatter.ts';
import { gradeRowItems } from './gradeRows.ts';
import { gradeItems } from './grades.ts';
import { headingItems } from './headings.ts';
import type { CompletionHost } from './host.ts';
import { linkItems, refItems } from './links.ts';
import { type CompletionAsked, completionPlace } from './place.ts';
import { shortcodeItems } from './shortcodes.ts';
import { wordItems } from './words.ts';

/** The characters behind which an editor should ask without being told. */
export const completionTriggers: readonly string[] = ['#', ' ', '-', '(', '/', '"', '<', '%', '|'];

/** What can be written at an offset, most likely first. Empty where this extension has nothing to offer. */
export async function completionAt(
  linked: LinkedFamily,
  offset: number,
  host: CompletionHost,
  asked: CompletionAsked,
): Promise<CompletionList> {
  const frontMatter = linked.family.page.frontMatter;
  if (frontMatter?.closed && offset < frontMatter.span.end) {
    const { yaml, contentSpan } = frontMatter;
    if (!yaml || offset < contentSpan.start || offset >= contentSpan.end) return { isIncomplete: false, items: [] };
    return schemaCompletion(yaml, frontMatterSchema.schema, offset, name => frontMatterValues(name, linked, host));
  }
  const place = completionPlace(linked, offset, host, asked);
  const offered = (await refItems(place)) ?? shortcodeItems(place) ?? (await linkItems(place));
  if (offered) return offered;
  if (/^\s{0,3}#{1,6}(?:\s.*)?$/.test(place.before)) return { isIncomplete: false, items: headingItems(place) };
  const bullets = await bulletItems(place);
  const items = [...gradeRowItems(place), ...bullets.items, ...gradeItems(place), ...wordItems(place)];
  return { isIncomplete: bullets.isIncomplete, items };
}
