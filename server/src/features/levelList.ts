import type { LevelsResult } from '../lsp/messages.ts';
import type { ListedFamily } from './workspaceSymbols.ts';

/** All levels of the families as lists of a whole workspace show them. `urlOf` gives a page's URL; undefined for a file of no site. */
export function levelList(families: readonly ListedFamily[], urlOf: (uri: string) => string | undefined): LevelsResult {
  return {
    families: families.map(({ uri, exported }) => ({
      uri,
      title: exported.title,
      department: departmentOf(urlOf(uri)) ?? null,
      levels: exported.levels.map(({ title, anchor, grade, track, range }) => ({
        title,
        anchor,
        grade: grade ?? null,
        track,
        ...range.start,
      })),
    })),
  };
}

/** The second folder of a family's address, `/job-families/customer-success/…`, in words; undefined where there is none. */
function departmentOf(url: string | undefined): string | undefined {
  const folders = url?.split('/').slice(1, -2) ?? [];
  const words = folders[1]?.split('-').filter(word => word !== '');
  return words?.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}
