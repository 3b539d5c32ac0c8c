import { addLevel } from './addLevel.ts';
import { inheritedBullets } from './inheritedBullets.ts';
import type { Refactoring } from './refactoring.ts';
import { repeatedBullets } from './repeatedBullets.ts';
import { sharedBullets } from './sharedBullets.ts';
import { sortLevels } from './sortLevels.ts';

/** All of them, in the order a menu shows them. */
export const refactorings: readonly Refactoring[] = [repeatedBullets, sharedBullets, inheritedBullets, addLevel, sortLevels];
