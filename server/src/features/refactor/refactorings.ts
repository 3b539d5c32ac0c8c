import { addLevel } from './addLevel.ts';
import type { Refactoring } from './refactoring.ts';
import { sortLevels } from './sortLevels.ts';

/** All of them, in the order a menu shows them. */
export const refactorings: readonly Refactoring[] = [addLevel, sortLevels];
