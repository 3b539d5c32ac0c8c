import type { JobFamily, Level } from '../model/jobFamily.ts';
import { findLevel, type LevelName, readLevelName, wordsOf } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const gradeNamesAnotherLevel = defineRule({
  code: 'grade-names-another-level',
  severity: 'warning',
  summary: 'The sentence that states a level’s grade speaks of another level.',
  rationale: `Mostly the section was copied from the level above, and the name was left as it was. Then nobody can tell whose grade
it is. Shortened names and slips of the keys are not told here.`,
  examples: [
    {
      title: 'Another level of the page',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Managing Editor

### Job Grade

The Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^
`,
      good: `---
title: Editor
---

## Editor (Intermediate)

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Manager, Editing

### Job Grade

The Editing Manager is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Managing Editor

### Job Grade

The Managing Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A level that the page does not have',
      bad: `---
title: Editor
---

## Staff Editor

### Job Grade

The Senior Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Edtior is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family, profile }, report) {
    for (const level of family.levels) {
      const subject = (level.grade ?? level.gradeResource)?.subject;
      if (!level.node || !subject) continue;
      const other = levelMeant(family, level, subject.name, profile);
      if (other === 'own') continue;
      report({
        span: subject.span,
        message: `This sentence stands under “${level.title}” and speaks of “${subject.name}”.`,
        related: other === 'none' ? [] : [{ uri, span: other.nameSpan, message: `“${other.title}” stands here.` }],
        fixes: [replaceFix(`Change to “${level.title}”`, subject.span, level.title)],
      });
    }
  },
});

/** Whose the sentence is: the level's it stands under (also where that is not clear), another's, or clearly not its own. */
function levelMeant(family: JobFamily, level: Level, written: string, profile: Profile): Level | 'own' | 'none' {
  const match = findLevel(written, family.levels, profile, [family.title]);
  if (match.type === 'ambiguous') return 'own';
  if (match.type === 'found') {
    if (match.level === level || match.level.title === level.title) return 'own';
    // A name that is not the other level's in full, and fits this one as well, is a shortened one.
    const inFull = readLevelName(written, profile).words.join(' ') === match.level.name.words.join(' ');
    return !inFull && findLevel(written, [level], profile, [family.title]).type === 'found' ? 'own' : match.level;
  }
  return isClearlyNot(readLevelName(written, profile), level.name, profile) ? 'none' : 'own';
}

/** The role's words are alike and the seniority is another: a slip of the keys or a shortened name would be neither. */
function isClearlyNot(written: LevelName, own: LevelName, profile: Profile): boolean {
  if (written.seniority === own.seniority) return false;
  const [shorter, longer] = written.roleWords.length < own.roleWords.length ? [written, own] : [own, written];
  if (shorter.roleWords.length === 0 || !shorter.roleWords.every(word => longer.roleWords.includes(word))) return false;
  if (shorter.roleWords.length === longer.roleWords.length) return true;
  // Of names that differ in more, only those that share no seniority: "Senior X Manager" may well be the "Senior Manager, X".
  const sharesSeniority = (own.seniority.words ?? []).some(word =>
    wordsOf(word, profile).every(one => written.words.includes(one)),
  );
  return (
    !sharesSeniority && own.seniority.unmarked !== true && written.seniority.unmarked !== true && shorter.roleWords.length > 1
  );
}
