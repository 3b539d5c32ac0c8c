import * as l10n from '@vscode/l10n';
import type { ListItem } from '../syntax/listItems.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Finding, Fix } from './finding.ts';
import { insertFix } from './fixes.ts';

/** Puts a comment before the finding's line that turns the rule off there; undefined where no comment can stand, as between table rows. */
export function disableOnLine({ blocks, frontMatter, lines, text }: PageSyntax, { code, span }: Finding): Fix | undefined {
  const title = l10n.t`Turn “${code}” off for this line`;
  const { start } = span;
  const lineStart = lines.lineStart(lines.lineAt(start));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const words = `job-family-disable-next-line ${code}`;
  if (frontMatter?.closed && start < frontMatter.span.end)
    return frontMatter.format === 'json' || start < frontMatter.contentSpan.start || start >= frontMatter.contentSpan.end
      ? undefined
      : insertFix(title, lineStart, `# ${words}${newline}`, { preferred: false });
  const block = blocks.find(one => one.span.start <= start && start < one.span.end);
  const first = block && lines.lineAt(block.span.start) === lines.lineAt(start);
  switch (block?.type) {
    case undefined:
      break;
    case 'list': {
      const item = first ? undefined : itemOnLine(block.items, line => lines.lineAt(line) === lines.lineAt(start));
      if (item === undefined && !first) return undefined;
      // Within a list the comment must stand as deep as a point's text, or it would end the list.
      const indent =
        item === undefined ? '' : ' '.repeat(item.contentSpan.start - lines.lineStart(lines.lineAt(item.span.start)));
      return insertFix(title, lineStart, `${indent}<!-- ${words} -->${newline}`, { preferred: false });
    }
    case 'paragraph':
    case 'table':
    case 'code':
    case 'other':
      if (!first) return undefined;
  }
  return insertFix(title, lineStart, `<!-- ${words} -->${newline}`, { preferred: false });
}

/** Puts a comment at the page's beginning that turns the rule off on all of it. */
export function disableOnPage({ frontMatter, text }: PageSyntax, { code }: Finding): Fix {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const at = frontMatter?.closed ? frontMatter.span.end : 0;
  const before = at > 0 ? newline : '';
  const behind = /^\s*?(?:\r?\n|$)/.test(text.slice(at)) ? newline : `${newline}${newline}`;
  return insertFix(l10n.t`Turn “${code}” off on this page`, at, `${before}<!-- job-family-disable ${code} -->${behind}`, {
    preferred: false,
  });
}

function itemOnLine(items: readonly ListItem[], isOnLine: (offset: number) => boolean): ListItem | undefined {
  for (const item of items) {
    const found = isOnLine(item.span.start) ? item : itemOnLine(item.children, isOnLine);
    if (found) return found;
  }
  return undefined;
}
