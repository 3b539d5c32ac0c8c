import * as l10n from '@vscode/l10n';
import { findGradeStatements } from '../model/gradeStatement.ts';
import { ancestorsOf, type HeadingNode, isSectionOf, standsUnder } from '../model/headingTree.ts';
import type { JobFamily, Level, Section } from '../model/jobFamily.ts';
import { hasSeniority } from '../model/levelHeading.ts';
import { findLevel } from '../model/levelName.ts';
import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { levelMeant } from './levelMeant.ts';
import type { Report } from './rule.ts';
import { defineRule } from './rule.ts';

export const misplacedSection = defineRule({
  code: 'misplaced-section',
  severity: 'warning',
  summary: 'A section is at the wrong depth, inside another section, or under another level than the one it names.',
  rationale: `The depth of a heading says what it belongs to. A section next to its level instead of under it reads as everybody's; a
Job Grade below Requirements reads as a part of these; a level below Hiring Process reads as a part of the hiring process; and a section
that names another level shows that this level's own heading is missing, or that the section was copied.`,
  examples: [
    {
      title: 'Beside its level',
      bad: `---
title: Editor
---

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities
//~ ^^^^^^^^^^^^^^^^

- Edit

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Responsibilities

- Edit

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Editor Responsibilities

- Edit much

## Performance Indicators

- Texts
`,
      fixed: `---
title: Editor
---

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Edit

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'Within another section',
      bad: `---
title: Editor
---

## Requirements

- Careful reading

### Job Grade
//~ ^^^^^^^^^

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Requirements

- Careful reading

### Nice-to-haves

- Patience

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Requirements

- Careful reading

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A section for the whole page above a level',
      bad: `---
title: Editor
---

## Levels

### Editor

#### Editor Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Hiring Process
//~^^^^^^^^^^^^^^

- A conversation

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Editor Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Hiring Process

- A conversation

### Conversation with the Manager

- A conversation
`,
    },
    {
      title: 'Named after another level',
      bad: `---
title: Editor
---

## Levels

### Editor

#### Editor Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Editor Responsibilities

- Edit

#### Senior Editor Requirements
//~  ^^^^^^^^^^^^^^^^^^^^^^^^^^

- Patience

### Staff Editor

#### Staff Editor Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Editor Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Additional Requirements

- Patience
`,
    },
  ],
  check(context, report) {
    const { family, text, profile } = context;
    // Where a section of another form belongs, only its own headings say.
    if (family.isOpen) return;
    const told = new Set<HeadingNode>();
    const tell = (node: HeadingNode, found: Omit<Report, 'span'>): void => {
      if (told.has(node)) return;
      told.add(node);
      report({ span: node.heading.contentSpan, ...found });
    };
    const nodes = new Set(family.levels.map(level => level.node));
    for (const level of family.levels) {
      const wrapper = wrapperOf(level, profile);
      if (wrapper)
        tell(wrapper, {
          about: 'contains a level',
          message: l10n.t`“${wrapper.heading.text}” contains the level “${level.title}”. Move this section after the levels.`,
          related: [{ uri: context.uri, span: level.nameSpan, message: l10n.t`“${level.title}” is here.` }],
          fixes: [],
        });
      for (const section of level.sections) {
        tellOtherName(context.uri, family, level, section, profile, tell);
        if (
          level.node &&
          section.heading.level <= level.node.heading.level &&
          !ancestorsOf(section.node).includes(level.node) &&
          !profile.familySections.includes(section.kind)
        )
          tell(section.node, {
            about: level.title,
            message: l10n.t`This section belongs under “${level.title}”. Use a level-${level.node.heading.level + 1} heading (${'#'.repeat(level.node.heading.level + 1)}).`,
            fixes: comesUnder(family, section.node, level.node) ? depthFix(text, section.node, level.node.heading.level + 1) : [],
          });
        const above = ancestorsOf(section.node).find(one => nodes.has(one));
        if (above && level.node && above !== level.node)
          tell(section.node, {
            about: level.title,
            message: l10n.t`This section is under “${above.name}” and names “${level.title}”.`,
            related: [{ uri: context.uri, span: level.nameSpan, message: l10n.t`“${level.title}” is here.` }],
          });
      }
    }
    const owned = new Set(
      [...family.levels.flatMap(level => level.sections), ...family.base, ...family.shared].map(one => one.node),
    );
    const lost = new Set<number>();
    for (const node of family.tree.nodes) {
      const container = node.parent;
      // Below a section that is misplaced itself nothing else is told.
      if (container && told.has(container)) told.add(node);
      else if (container && nestsWrongly(node, container))
        tell(node, {
          message: l10n.t`“${node.heading.text}” is inside “${container.heading.text}”. Make it a section of its own.`,
          fixes: isBesideLevel(family, container) ? [] : depthFix(text, node, container.heading.level),
        });
      else if (!owned.has(node) && namesLostLevel(family, node, profile)) {
        // The sections of one lost level are one finding, also if some of them shorten its name.
        if (!lost.has(node.index - 1))
          tell(node, {
            message: l10n.t`“${node.heading.text}” names a level that has no heading. Add a heading “${node.section!.qualifier!}” above it.`,
          });
        lost.add(node.index);
      }
    }
  },
});

function tellOtherName(
  uri: string,
  family: JobFamily,
  level: Level,
  { node, qualifier }: Section,
  profile: Profile,
  tell: (node: HeadingNode, found: Omit<Report, 'span'>) => void,
): void {
  if (!level.node || qualifier === undefined) return;
  const other = levelMeant(family, level, qualifier, profile);
  if (other === 'own') return;
  tell(node, {
    about: level.title,
    message: l10n.t`This section is under “${level.title}” and names “${qualifier}”.`,
    related: other === 'none' ? [] : [{ uri, span: other.nameSpan, message: l10n.t`“${other.title}” is here.` }],
  });
}

/** Sections that stand within no other, and those that hold none but their own parts. */
const OF_THEIR_OWN: readonly SectionKind[] = ['job-grade', 'responsibilities', 'requirements', 'hiring-process', 'career-ladder'];
const HOLDING_NONE: readonly SectionKind[] = [
  'job-grade',
  'responsibilities',
  'requirements',
  'nice-to-haves',
  'performance-indicators',
];

function nestsWrongly(node: HeadingNode, container: HeadingNode): boolean {
  if (!isSectionOf(node, OF_THEIR_OWN) || !isSectionOf(container, HOLDING_NONE)) return false;
  // "EMEA Requirements" within Requirements are a part of them, and a name before the section's says that it is another's.
  return (
    !node.section!.kinds.some(kind => container.section!.kinds.includes(kind)) && !standsUnder(node, ['specialties', 'segment'])
  );
}

/** True for a section of no level that names one which the page does not have. */
function namesLostLevel(family: JobFamily, node: HeadingNode, profile: Profile): boolean {
  const qualifier = node.section?.qualifier;
  if (qualifier === undefined || !isSectionOf(node, ['job-grade', ...profile.baseSections])) return false;
  if (standsUnder(node, profile.noLevelsUnder) || family.levels.length === 0) return false;
  // "Leadership Requirements" below Requirements is a part of them.
  if (ancestorsOf(node).some(above => isSectionOf(above, node.section!.kinds))) return false;
  const statesGrade = findGradeStatements(family.page, node.blocks, profile, false).length > 0;
  if (isSectionOf(node, ['job-grade']) ? !statesGrade : !hasSeniority(qualifier, profile)) return false;
  return findLevel(qualifier, family.levels, profile, [family.title]).type === 'unknown';
}

/** The section that contains a level by mistake: one whose own text applies to the whole page. */
function wrapperOf({ node }: Level, profile: Profile): HeadingNode | undefined {
  return (
    node && ancestorsOf(node).find(above => isSectionOf(above, profile.familySections) && !isSectionOf(above, ['references']))
  );
}

/** True where a heading would stand under a level's as soon as it is one deeper than that: no other as high stands between. */
function comesUnder({ tree }: JobFamily, node: HeadingNode, level: HeadingNode): boolean {
  return (
    level.index < node.index &&
    tree.nodes.slice(level.index + 1, node.index).every(one => one.heading.level > level.heading.level)
  );
}

/** True for a heading as high as the level before it: what is written as deep as that belongs to no level. */
function isBesideLevel({ levels }: JobFamily, { index, heading }: HeadingNode): boolean {
  const before = levels.findLast(level => level.node !== undefined && level.node.index < index)?.node;
  return before !== undefined && heading.level <= before.heading.level;
}

/** Another number of signs. None for a heading that has others below it: they would want another depth too. */
function depthFix(text: string, node: HeadingNode, depth: number): Fix[] {
  const { start } = node.heading.span;
  const signs = /^#{1,6}(?=\s)/.exec(text.slice(start, start + 7))?.[0].length;
  if (signs === undefined || depth > 6 || node.children.length > 0) return [];
  return [
    replaceFix(l10n.t`Use a level-${depth} heading (${'#'.repeat(depth)})`, { start, end: start + signs }, '#'.repeat(depth)),
  ];
}
