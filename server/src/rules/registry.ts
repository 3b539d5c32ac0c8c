import { absoluteSiteLink } from './absoluteSiteLink.ts';
import { ambiguousExtendedLevel } from './ambiguousExtendedLevel.ts';
import { brokenGradeAnchor } from './brokenGradeAnchor.ts';
import { brokenLink } from './brokenLink.ts';
import { catalogueBrokenUrl } from './catalogueBrokenUrl.ts';
import { copiedBullets } from './copiedBullets.ts';
import type { DocumentRule } from './documentRule.ts';
import { duplicateHeading } from './duplicateHeading.ts';
import { emptySection } from './emptySection.ts';
import { extendsItself } from './extendsItself.ts';
import { extendsMoreSenior } from './extendsMoreSenior.ts';
import { extendsWrongKind } from './extendsWrongKind.ts';
import { familyNotInCatalogue } from './familyNotInCatalogue.ts';
import { fileNameStyle } from './fileNameStyle.ts';
import { fixedMindsetLanguage } from './fixedMindsetLanguage.ts';
import { genderCodedLanguage } from './genderCodedLanguage.ts';
import { genderedPronoun } from './genderedPronoun.ts';
import { gradeNamesAnotherLevel } from './gradeNamesAnotherLevel.ts';
import { gradeOrder } from './gradeOrder.ts';
import { gradeTableMismatch } from './gradeTableMismatch.ts';
import { gradeUnlikeLadder } from './gradeUnlikeLadder.ts';
import { gradeWithoutLevel } from './gradeWithoutLevel.ts';
import { headingSkipped } from './headingSkipped.ts';
import { intermediateAsPrefix } from './intermediateAsPrefix.ts';
import { invalidCatalogue } from './invalidCatalogue.ts';
import { invalidConfiguration } from './invalidConfiguration.ts';
import { invalidFrontMatter } from './invalidFrontMatter.ts';
import { invalidProfile } from './invalidProfile.ts';
import { invalidSiteLint } from './invalidSiteLint.ts';
import { levelOrder } from './levelOrder.ts';
import { levelWithoutTableRow } from './levelWithoutTableRow.ts';
import { locationNamed } from './locationNamed.ts';
import { lostBulletMarker } from './lostBulletMarker.ts';
import { mergeConflictMarker } from './mergeConflictMarker.ts';
import { misplacedSection } from './misplacedSection.ts';
import { missingInheritedSection } from './missingInheritedSection.ts';
import { missingJobGrade } from './missingJobGrade.ts';
import { missingRequiredBullet } from './missingRequiredBullet.ts';
import { missingSection } from './missingSection.ts';
import { missingTitle } from './missingTitle.ts';
import { misspelledExtends } from './misspelledExtends.ts';
import { misusedWord } from './misusedWord.ts';
import { performanceIndicatorCount } from './performanceIndicatorCount.ts';
import { performanceIndicatorsTwice } from './performanceIndicatorsTwice.ts';
import { performanceIndicatorUnlinked } from './performanceIndicatorUnlinked.ts';
import { priorExperienceAtEntryGrade } from './priorExperienceAtEntryGrade.ts';
import { reportsToMissing } from './reportsToMissing.ts';
import { reportsToNamesAnotherLevel } from './reportsToNamesAnotherLevel.ts';
import { restatedBullet } from './restatedBullet.ts';
import type { Rule } from './rule.ts';
import { sectionNameTypo } from './sectionNameTypo.ts';
import { tableRowWithoutLevel } from './tableRowWithoutLevel.ts';
import { titleUnlikePage } from './titleUnlikePage.ts';
import { unfilledPlaceholder } from './unfilledPlaceholder.ts';
import { unknownExtendedLevel } from './unknownExtendedLevel.ts';
import { unknownFrontMatterKey } from './unknownFrontMatterKey.ts';
import { unknownGrade } from './unknownGrade.ts';
import { unlinkedGrade } from './unlinkedGrade.ts';
import { unrecognizedLevel } from './unrecognizedLevel.ts';
import { untidyTitle } from './untidyTitle.ts';
import { unusedSuppression } from './unusedSuppression.ts';
import { vacancyWording } from './vacancyWording.ts';
import { yearsOfExperience } from './yearsOfExperience.ts';

/**
 * Every rule, in the order of the documentation. Rules on particular links stand before `broken-link`, so that they tell a
 * broken link that both would. A test fails where a rule's file is not listed here.
 */
export const rules: readonly Rule[] = [
  missingJobGrade,
  unrecognizedLevel,
  gradeWithoutLevel,
  unlinkedGrade,
  brokenGradeAnchor,
  unknownGrade,
  gradeNamesAnotherLevel,
  gradeTableMismatch,
  tableRowWithoutLevel,
  levelWithoutTableRow,
  gradeOrder,
  gradeUnlikeLadder,
  missingSection,
  missingInheritedSection,
  unknownExtendedLevel,
  ambiguousExtendedLevel,
  extendsItself,
  extendsMoreSenior,
  extendsWrongKind,
  misspelledExtends,
  restatedBullet,
  copiedBullets,
  missingRequiredBullet,
  levelOrder,
  misplacedSection,
  emptySection,
  duplicateHeading,
  headingSkipped,
  intermediateAsPrefix,
  reportsToMissing,
  reportsToNamesAnotherLevel,
  performanceIndicatorCount,
  performanceIndicatorUnlinked,
  performanceIndicatorsTwice,
  lostBulletMarker,
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
  absoluteSiteLink,
  brokenLink,
  fileNameStyle,
  invalidFrontMatter,
  unknownFrontMatterKey,
  missingTitle,
  untidyTitle,
  titleUnlikePage,
  familyNotInCatalogue,
  mergeConflictMarker,
  // Last: it tells what the comments of a page have kept back of all the others.
  unusedSuppression,
];

/** Every rule for YAML documents, in the order of the documentation; listed and named like the others. */
export const documentRules: readonly DocumentRule[] = [
  invalidCatalogue,
  catalogueBrokenUrl,
  invalidConfiguration,
  invalidProfile,
  invalidSiteLint,
];
