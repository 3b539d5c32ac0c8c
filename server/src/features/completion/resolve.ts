import { frontMatterText } from '../../syntax/frontMatter.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { escapeMarkdown } from '../markdownText.ts';

/** The page, and the heading on it, that an item leads to: what is said of it is read when somebody looks at the item. */
export interface DocumentationOf {
  readonly uri: string;
  readonly anchor?: string;
}

/** So much of a page's beginning tells what it is about, in lines. */
const MOST_LINES = 8;

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
  const title = frontMatterText(page.frontMatter, 'title') ?? page.headings[0]?.text ?? '';
  const heading = anchor === undefined ? undefined : page.headings.find(one => one.id === anchor);
  const about =
    heading === undefined
      ? (frontMatterText(page.frontMatter, 'description') ?? linesBelow(page, undefined))
      : linesBelow(page, heading);
  const head = [title, ...(heading ? [heading.text] : [])].filter(text => text !== '').map(text => `**${escapeMarkdown(text)}**`);
  return [head.join(' › '), about].filter(text => text !== '').join('\n\n');
}

/** The first lines of text below a heading; without one, the first of the page. */
function linesBelow(page: PageSyntax, heading: PageSyntax['headings'][number] | undefined): string {
  const from = heading?.span.end ?? (page.frontMatter?.closed ? page.frontMatter.span.end : 0);
  const next = page.headings.find(one => one.span.start >= from);
  const text = page.text.slice(from, next?.span.start).trim();
  if (text === '' && heading === undefined && next) return linesBelow(page, next);
  const lines = text.split(/\r?\n/);
  return lines.slice(0, MOST_LINES).join('\n') + (lines.length > MOST_LINES ? '\n\n…' : '');
}
