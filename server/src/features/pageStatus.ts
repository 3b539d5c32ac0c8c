import * as l10n from '@vscode/l10n';
import type { PageStatus } from '../lsp/messages.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import type { Profile } from '../profile/profile.ts';
import { isPageFile } from '../workspace/routes.ts';

/** What is made of a page, and why nothing where it is no job family. `family`: what it was read as. */
export function pageStatus(uri: string, family: JobFamily | undefined, profile: Profile): PageStatus {
  if (family) return { profile: profile.title, levels: family.levels.length, reason: null };
  return { profile: profile.title, levels: null, reason: reasonOf(uri, profile) };
}

function reasonOf(uri: string, { pages }: Profile): string {
  if (!isPageFile(uri)) return l10n.t`It is no file with the ending .md or .markdown. Save it as one to have it checked.`;
  const [wanted, others, layouts] = [pages.families, pages.notFamilies, pages.layouts].map(oneOf) as [string, string, string];
  if (pages.layouts.length === 0)
    return pages.notFamilies.length === 0
      ? l10n.t`In this profile it is no job family: its path is none of ${wanted}.`
      : l10n.t`In this profile it is no job family: its path is none of ${wanted}, or is one of ${others}.`;
  return pages.notFamilies.length === 0
    ? l10n.t`In this profile it is no job family: its path is none of ${wanted}, and its front matter has no “layout: ${layouts}”.`
    : l10n.t`In this profile it is no job family: its path is none of ${wanted}, or is one of ${others}, and its front matter has no “layout: ${layouts}”.`;
}

/** "a, b or c". */
function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : l10n.t`${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}
