import type { Workspace } from '../../workspace/workspace.ts';
import { excerptOf, namesOf } from '../pageExcerpt.ts';

/** The page, and the heading on it, that an item leads to: what is said of it is read when somebody looks at the item. */
export interface DocumentationOf {
  readonly uri: string;
  readonly anchor?: string;
}

/** True for what an item of ours carries; clients send back what they were given, others may send anything. */
export function isDocumentationOf(data: unknown): data is DocumentationOf {
  if (data === null || typeof data !== 'object') return false;
  const { uri, anchor } = data as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && (anchor === undefined || typeof anchor === 'string');
}

/** The page's title, the heading, and the first lines below it, in markdown; undefined where the page is gone or no page. */
export async function documentationOf({ uri, anchor }: DocumentationOf, workspace: Workspace): Promise<string | undefined> {
  await workspace.loadListing();
  if (!workspace.index.has(uri) || !(await workspace.loadText(uri))) return undefined;
  const page = workspace.syntax(uri);
  if (!page) return undefined;
  const heading = anchor === undefined ? undefined : page.headings.find(one => one.id === anchor);
  const names = namesOf(page, heading);
  return [names === '' ? '' : `**${names}**`, excerptOf(page, heading)].filter(text => text !== '').join('\n\n');
}
