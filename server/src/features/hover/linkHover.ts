import * as l10n from '@vscode/l10n';
import type { Link } from '../../syntax/link.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { addressOf, type OtherPages } from '../otherPages.ts';
import { excerptOf, namesOf } from '../pageExcerpt.ts';
import { standing } from './hoverText.ts';

/**
 * What a link leads to: the title of the page, the heading and, of a level, its grade, then the first lines of what stands
 * there, as plain words. Undefined where it leads to no page of the workspace.
 */
export async function linkText(linked: LinkedFamily, link: Link, pages: OtherPages): Promise<string | undefined> {
  const resolved = linked.resolveLink(link);
  if (resolved.type !== 'ok') return undefined;
  const { uri, anchor } = resolved;
  const page = uri === linked.uri ? linked.family.page : await pages.syntax(uri);
  if (!page) return undefined;
  const heading = anchor === undefined ? undefined : page.headings.find(one => one.id === anchor);
  const address = addressOf(uri, anchor, await pages.outline(uri));
  const lines = [`**[${namesOf(page, heading) || l10n.t`The page`}](<${address}>)**`];
  const level = await levelAt(linked, uri, heading?.id, pages);
  if (level !== undefined) lines.push('', level);
  // Where an id is no heading's, nobody knows what is meant by it.
  const excerpt = anchor === undefined || heading ? excerptOf(page, heading) : '';
  if (excerpt !== '') lines.push('', excerpt);
  return lines.join('\n');
}

async function levelAt(
  linked: LinkedFamily,
  uri: string,
  anchor: string | undefined,
  pages: OtherPages,
): Promise<string | undefined> {
  if (anchor === undefined || !linked.isFamilyPage(uri)) return undefined;
  const family = (await pages.families()).find(one => one.uri === uri)?.exported;
  const level = family?.levels.find(one => one.anchor === anchor);
  return level && standing(level.grade, level.track);
}
