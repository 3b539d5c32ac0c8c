import * as l10n from '@vscode/l10n';
import { gradeOf, type JobFamily } from '../model/jobFamily.ts';
import type { Profile } from '../profile/profile.ts';
import { containsSpan, type Span, textOf } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import type { Match } from './phrases.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { comparedText, saysNothingNew, similarity } from './similarity.ts';
import { blocksWith, placed, type WordedBlock } from './wording.ts';

export const yearsOfExperience = defineRule({
  code: 'years-of-experience',
  severity: 'information',
  report: 'once',
  summary: 'A number of years or months of experience is asked for.',
  rationale: `Years say little of what somebody can do, keep good people from applying, and may count as discrimination by age. Say
what they have to have done or be able to do. Where the bullet still makes sense without the number, the quick fix takes it away. Which
wordings are told is the profile’s (\`words.yearsOfExperience\`).`,
  examples: [
    {
      bad: `---
title: Editor
---

## Requirements

1. 5+ years of experience with long texts
//~^^^^^^^^
2. At least 3 years’ editing experience
//~^^^^^^^^^^^^^^^^
3. Three to five years of experience in print
//~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Requirements

- Experience with long texts
- More experience than an Editor, be it in years or in depth
- Plan for the next 3-5 years, and write a 3-year plan each fiscal year
- Look back on the last 5 years of the magazine
- Travel at least twice a year
- Answer the requests of at least 10 teams

It takes a year or more until a first book is read. See the [table](/handbook/5-years-of-experience/).
`,
      fixed: `---
title: Editor
---

## Requirements

1. Experience with long texts
2. Editing experience
3. Experience in print
`,
    },
  ],
  check(context, report) {
    for (const block of blocksWith('years', context)) {
      for (const match of block.wording.years) {
        const said = block.wording.text.slice(match.start, match.end).replace(/\s+/g, ' ');
        report({
          span: placed(block.span, match),
          message: l10n.t`“${said}” asks for a length of time. Say what somebody has to have done or be able to do.`,
          fixes: () => (block.wording.years.length === 1 ? withoutYears(context, block, match) : []),
        });
      }
    }
  },
});

/** Behind these comes no kind of experience: "10 years in print experience". */
const PREPOSITION = /^(?:in|with|as|on|at|for|from|within|of)\b/i;

/** Takes the number away where it begins the bullet and experience of something is left. */
function withoutYears(
  { family, text: page, profile }: RuleContext,
  { span, wording }: WordedBlock,
  match: Match,
): readonly Fix[] {
  const { text } = wording;
  const count = /^.{0,40}?\b(?:years?|yrs?)\b['’]?(?:\s+or\s+more)?(?:\s+of)?\s+/i.exec(text.slice(match.start));
  if (!count || text.slice(0, match.start).trim() !== '') return [];
  const rest = text.slice(match.start + count[0].length);
  const kept = /^((?:[\p{L}\d./&'’,-]+\s+){0,6}?)experience\b(.*)/isu.exec(rest);
  if (!kept || PREPOSITION.test(rest)) return [];
  // “Experience.” alone asks for nothing.
  if (kept[1] === '' && !/[\p{L}\d]/u.test(kept[2]!)) return [];
  const end = match.start + count[0].length;
  // Marks of emphasis or links in it would be torn apart.
  if (page.slice(span.start, span.start + end + 1) !== text.slice(0, end + 1)) return [];
  const first = rest.charAt(0);
  const left = `${first.toUpperCase()}${text.slice(end + 1)}`;
  // At the lowest grades no experience is asked for at all, and another level may ask for the same with another number.
  if (isAtEntryGrade(family, profile, span) || isSaidElsewhere(family, span, left)) return [];
  const gone = placed(span, { start: match.start, end: end + 1 });
  return [replaceFix(l10n.t`Take the number of years away`, gone, first.toUpperCase())];
}

function isAtEntryGrade({ levels }: JobFamily, { words }: Profile, place: Span): boolean {
  const level = levels.find(({ sections }) => sections.some(({ node }) => containsSpan(node.span, place)));
  const grade = level && gradeOf(level)?.grade;
  return grade !== undefined && words.entryGrades.includes(grade);
}

/** True if the text would be nearly the same as another bullet of the page, without its number of years too. */
function isSaidElsewhere({ page, levels, base }: JobFamily, place: Span, left: string): boolean {
  const wanted = comparedText(left);
  const bullets = [...levels.flatMap(({ sections }) => sections), ...base].flatMap(section => section.bullets);
  return bullets.some(({ item: { contentSpan } }) => {
    if (containsSpan(contentSpan, place)) return false;
    const other = comparedText(textOf(page.text, contentSpan));
    return similarity(wanted, other, ALIKE) >= ALIKE && (saysNothingNew(wanted, other) || saysNothingNew(other, wanted));
  });
}

/** From here on the rule on repeated bullets reports two, whatever its option says. */
const ALIKE = 0.5;
