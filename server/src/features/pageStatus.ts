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
  if (!isPageFile(uri)) return 'It is no file with the ending .md or .markdown. Save it as one to have it checked.';
  const paths = `its path is none of ${listOf(pages.families, 'or')}${
    pages.notFamilies.length > 0 ? `, or is one of ${listOf(pages.notFamilies, 'or')}` : ''
  }`;
  if (pages.layouts.length === 0) return `In this profile it is no job family: ${paths}.`;
  return `In this profile it is no job family: ${paths}, and its front matter has no “layout: ${pages.layouts.join(' or ')}”.`;
}

function listOf(globs: readonly string[], joint: string): string {
  return globs.length < 2 ? globs.join('') : `${globs.slice(0, -1).join(', ')} ${joint} ${globs.at(-1)}`;
}
