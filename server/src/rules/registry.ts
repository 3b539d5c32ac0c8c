import { brokenGradeAnchor } from './brokenGradeAnchor.ts';
import { brokenLink } from './brokenLink.ts';
import { catalogueBrokenUrl } from './catalogueBrokenUrl.ts';
import type { DocumentRule } from './documentRule.ts';
import { extendsItself } from './extendsItself.ts';
import { familyNotInCatalogue } from './familyNotInCatalogue.ts';
import { gradeNamesAnotherLevel } from './gradeNamesAnotherLevel.ts';
import { gradeTableMismatch } from './gradeTableMismatch.ts';
import { invalidCatalogue } from './invalidCatalogue.ts';
import { invalidFrontMatter } from './invalidFrontMatter.ts';
import { mergeConflictMarker } from './mergeConflictMarker.ts';
import { missingInheritedSection } from './missingInheritedSection.ts';
import { missingJobGrade } from './missingJobGrade.ts';
import { missingRequiredBullet } from './missingRequiredBullet.ts';
import { missingSection } from './missingSection.ts';
import { missingTitle } from './missingTitle.ts';
import type { Rule } from './rule.ts';
import { sectionNameTypo } from './sectionNameTypo.ts';
import { titleUnlikePage } from './titleUnlikePage.ts';
import { unfilledPlaceholder } from './unfilledPlaceholder.ts';
import { unknownExtendedLevel } from './unknownExtendedLevel.ts';
import { unknownFrontMatterKey } from './unknownFrontMatterKey.ts';
import { unknownGrade } from './unknownGrade.ts';
import { unlinkedGrade } from './unlinkedGrade.ts';
import { untidyTitle } from './untidyTitle.ts';

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
  brokenLink,
  invalidFrontMatter,
  unknownFrontMatterKey,
  missingTitle,
  untidyTitle,
  titleUnlikePage,
  familyNotInCatalogue,
  mergeConflictMarker,
];

/** Every rule for YAML documents, in the order of the documentation; listed and named like the others. */
export const documentRules: readonly DocumentRule[] = [invalidCatalogue, catalogueBrokenUrl];
