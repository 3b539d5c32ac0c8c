import { brokenGradeAnchor } from './brokenGradeAnchor.ts';
import { brokenLink } from './brokenLink.ts';
import { extendsItself } from './extendsItself.ts';
import { fixedMindsetLanguage } from './fixedMindsetLanguage.ts';
import { genderCodedLanguage } from './genderCodedLanguage.ts';
import { genderedPronoun } from './genderedPronoun.ts';
import { gradeNamesAnotherLevel } from './gradeNamesAnotherLevel.ts';
import { gradeTableMismatch } from './gradeTableMismatch.ts';
import { invalidFrontMatter } from './invalidFrontMatter.ts';
import { locationNamed } from './locationNamed.ts';
import { mergeConflictMarker } from './mergeConflictMarker.ts';
import { missingInheritedSection } from './missingInheritedSection.ts';
import { missingJobGrade } from './missingJobGrade.ts';
import { missingRequiredBullet } from './missingRequiredBullet.ts';
import { missingSection } from './missingSection.ts';
import { misusedWord } from './misusedWord.ts';
import { priorExperienceAtEntryGrade } from './priorExperienceAtEntryGrade.ts';
import type { Rule } from './rule.ts';
import { sectionNameTypo } from './sectionNameTypo.ts';
import { unfilledPlaceholder } from './unfilledPlaceholder.ts';
import { unknownExtendedLevel } from './unknownExtendedLevel.ts';
import { unknownGrade } from './unknownGrade.ts';
import { unlinkedGrade } from './unlinkedGrade.ts';
import { unusedSuppression } from './unusedSuppression.ts';
import { vacancyWording } from './vacancyWording.ts';
import { yearsOfExperience } from './yearsOfExperience.ts';

/**
 * Every rule, in the order of the documentation. Rules on particular links stand before `broken-link`, so that they tell a
 * broken link that both would. A test fails where a rule's file is not listed here.
 */
export const rules: readonly Rule[] = [
  missingJobGrade,
  unlinkedGrade,
  brokenGradeAnchor,
  unknownGrade,
  gradeNamesAnotherLevel,
  gradeTableMismatch,
  missingSection,
  missingInheritedSection,
  unknownExtendedLevel,
  extendsItself,
  missingRequiredBullet,
  unfilledPlaceholder,
  sectionNameTypo,
  vacancyWording,
  locationNamed,
  yearsOfExperience,
  priorExperienceAtEntryGrade,
  genderedPronoun,
  misusedWord,
  genderCodedLanguage,
  fixedMindsetLanguage,
  brokenLink,
  invalidFrontMatter,
  mergeConflictMarker,
  // Last: it tells what the comments of a page have kept back of all the others.
  unusedSuppression,
];
