import { addLevel } from './addLevel.ts';
import { gradeSentencesToTable, gradeTableToSentences } from './gradeTable.ts';
import { inheritedBullets } from './inheritedBullets.ts';
import { joinLevels } from './joinLevels.ts';
import { allLinksToRefs, allRefsToLinks, linkToRef, refToLink } from './linkForm.ts';
import { moveToSuccessor } from './moveToSuccessor.ts';
import type { PagesRefactoring } from './pagesRefactoring.ts';
import type { Refactoring } from './refactoring.ts';
import { repeatedBullets } from './repeatedBullets.ts';
import { sharedBullets } from './sharedBullets.ts';
import { sortLevels } from './sortLevels.ts';
import { splitFamily } from './splitFamily.ts';

/** All of them, in the order a menu shows them. */
export const refactorings: readonly Refactoring[] = [
  repeatedBullets,
  sharedBullets,
  inheritedBullets,
  gradeTableToSentences,
  gradeSentencesToTable,
  addLevel,
  sortLevels,
  linkToRef,
  refToLink,
  allLinksToRefs,
  allRefsToLinks,
];

/** Those that make, move or delete files, in the order a menu shows them. */
export const pagesRefactorings: readonly PagesRefactoring[] = [splitFamily, joinLevels, moveToSuccessor];
