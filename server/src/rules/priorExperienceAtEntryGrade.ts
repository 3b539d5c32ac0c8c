import * as l10n from '@vscode/l10n';
import { gradeOf } from '../model/jobFamily.ts';
import { beginningWithin } from '../text/span.ts';
import { defineRule } from './rule.ts';
import { blocksWith, placed } from './wording.ts';

export const priorExperienceAtEntryGrade = defineRule({
  code: 'prior-experience-at-entry-grade',
  severity: 'information',
  report: 'once',
  summary: 'A level at an entry grade asks for experience.',
  rationale: `The lowest grades are where people begin. Who asks there for experience of the work shuts out those that the level is
meant for. Ask for what can be brought from school, from training or from another kind of work; or say that experience is a plus. Which
grades these are, and which wordings ask for experience, is the profile’s (\`words.entryGrades\`, \`words.priorExperience\`).`,
  examples: [
    {
      bad: `---
title: Editor
---

## Associate Editor

### Job Grade

The Associate Editor is a [grade 5](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Prior experience as an editor
//~     ^^^^^^^^^^
- Have 1+ years in a newsroom
- Newsroom tool experience
//~             ^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Associate Editor

### Job Grade

The Associate Editor is a [grade 5](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Careful reading; experience is a plus
- No prior experience needed
- A sense of user experience

### Nice-to-haves

- Experience in a newsroom

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Associate Editor requirements
- Experience in a newsroom
`,
    },
  ],
  check(context, report) {
    const { family, profile } = context;
    // A bullet that asks for years is reported for these, if that rule runs.
    const reportsYears = context.knownCodes.get('years-of-experience') === true;
    const askingExperience = blocksWith('priorExperience', context).filter(
      ({ wording }) => !reportsYears || wording.years.length === 0,
    );
    const askingYears = reportsYears
      ? []
      : blocksWith('years', context).filter(({ wording }) => wording.priorExperience.length === 0);
    const asking = [...askingExperience, ...askingYears].sort((a, b) => a.span.start - b.span.start);
    if (asking.length === 0) return;
    for (const level of family.levels) {
      const grade = gradeOf(level)?.grade;
      if (grade === undefined || !profile.words.entryGrades.includes(grade)) continue;
      const bullets = level.sections.filter(section => section.kind === 'requirements').flatMap(section => section.bullets);
      for (const { item } of bullets.filter(bullet => !bullet.extends)) {
        for (const { span, wording } of beginningWithin(asking, item.span)) {
          const asked = wording.priorExperience[0] ?? wording.years[0]!;
          report({
            span: placed(span, asked),
            message: l10n.t`“${level.title}” is grade ${grade}, where people begin, and asks for experience here. Ask for what can be brought from elsewhere, or say that it is a plus.`,
          });
        }
      }
    }
  },
});
