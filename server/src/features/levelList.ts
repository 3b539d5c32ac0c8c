import type { LevelsResult } from '../lsp/messages.ts';
import { departmentOf } from '../workspace/department.ts';
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
