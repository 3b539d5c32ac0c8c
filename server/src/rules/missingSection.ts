import * as l10n from '@vscode/l10n';
import { type Level, ownSection, type Section } from '../model/jobFamily.ts';
import { isSpecialty } from '../model/levelHeading.ts';
import { findLevel, readLevelName } from '../model/levelName.ts';
import { sectionOrder } from '../model/sectionTemplate.ts';
import { canonicalName, type Profile, type SectionKind } from '../profile/profile.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix, Severity } from './finding.ts';
import { addPageSectionFix, addSectionFix } from './fixes.ts';
import { inheritsFromUnknown } from './inheritance.ts';
import { defineRule, type Report } from './rule.ts';

// What the examples have in common.
const editorGrade = `### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`;
const oncePerPage = `## Performance Indicators

- Texts edited

## Career Ladder

The next step is not defined yet.

## Hiring Process

- A talk with the hiring manager
`;

export const missingSection = defineRule({
  code: 'missing-section',
  severity: 'error',
  summary: 'A level has no section of a kind that every level needs, neither of its own nor taken over.',
  rationale: `The authoring guide asks for Responsibilities, Requirements, Performance Indicators and a Hiring Process for every
level. Responsibilities and Requirements may be the level's own, stand once over the levels, or be taken over from another level;
Performance Indicators, Hiring Process and Career Ladder may stand once for the page, also written by a shortcode that the profile
lists. Where the last level alone has one of these, it
is mostly meant for the page and stands under that level by its depth: then that heading is reported, as a warning. The Career Ladder stands in the guide's templates
and is not demanded: it is told as information. The job grade has a rule of its own.`,
  options: {
    careerLadder: {
      type: 'boolean',
      default: false,
      description:
        'Whether a missing Career Ladder is reported, as information. It is in the templates of the guide, but not required.',
    },
  },
  examples: [
    {
      title: 'A section with a slip in its name is there',
      bad: `---
title: Editor
---

## Editor
//~^^^^^^

${editorGrade}
### Requirements

- Ability to use GitLab

${oncePerPage}`,
      good: `---
title: Editor
---

## Editor

${editorGrade}
### Responsibilties

- Edit texts

### Requirements

- Ability to use GitLab

${oncePerPage}`,
    },
    {
      title: 'A level without requirements',
      bad: `---
title: Editor
---

## Editor
//~^^^^^^

${editorGrade}
### Responsibilities

- Edit texts

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Extends the Editor responsibilities

### Requirements

- Ability to use GitLab

${oncePerPage}`,
      good: `---
title: Editor
---

## Requirements

- Ability to use GitLab

## Levels

### Editor

#${editorGrade}
#### Responsibilities

- Edit texts

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Extends the Editor responsibilities

${oncePerPage}`,
      fixed: `---
title: Editor
---

## Editor

${editorGrade}
### Responsibilities

- Edit texts

### Requirements

- Ability to use GitLab
- {add a requirement of this level}

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Extends the Editor responsibilities

### Requirements

- Ability to use GitLab

${oncePerPage}`,
    },
    {
      title: 'What no level has is told once, on the title',
      bad: `---
title: Editor
//~    ^^^^^^
---

## Responsibilities

- Edit texts

## Requirements

- Ability to use GitLab

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Performance Indicators

- Texts edited

## Career Ladder

The next step is not defined yet.
`,
      good: `---
title: Editor
---

## Responsibilities

- Edit texts

## Requirements

- Ability to use GitLab

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

${oncePerPage}`,
      fixed: `---
title: Editor
---

## Responsibilities

- Edit texts

## Requirements

- Ability to use GitLab

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Performance Indicators

- Texts edited

## Career Ladder

The next step is not defined yet.

## Hiring Process

- {add a step of the hiring process}
`,
    },
    {
      title: 'A shortcode that the profile lists writes its section',
      bad: `---
title: Editor
//~    ^^^^^^
---

## Responsibilities

- Edit texts

## Requirements

- Ability to use GitLab

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

{{</* job-families/sales/performance */>}}

## Career Ladder

The next step is not defined yet.

## Hiring Process

- A talk with the hiring manager
`,
      good: `---
title: Editor
---

## Responsibilities

- Edit texts

## Requirements

- Ability to use GitLab

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

{{% job-families/sales/performance %}}

## Career Ladder

The next step is not defined yet.

## Hiring Process

- A talk with the hiring manager
`,
    },
    {
      title: 'A section that was meant for the page stands under the last level',
      bad: `---
title: Editor
---

## Requirements

- Ability to use GitLab

## Responsibilities

- Edit texts

## Career Ladder

The next step is not defined yet.

## Performance Indicators

- Texts edited

## Editor

### Job Grade

The Editor is a grade 6.

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

## Staff Editor

### Job Grade

The Staff Editor is a grade 8.

### Hiring Process
//~ ^^^^^^^^^^^^^^

- A talk with the hiring manager
`,
      good: `---
title: Editor
---

## Requirements

- Ability to use GitLab

## Responsibilities

- Edit texts

## Editor

### Job Grade

The Editor is a grade 6.

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

## Staff Editor

### Job Grade

The Staff Editor is a grade 8.

${oncePerPage}`,
    },
  ],
  check({ uri, linked, family, profile, options }, report) {
    if (family.isOpen) return;
    const levels = family.levels.filter(level => !isSpecialty(level));
    for (const kind of sectionOrder) {
      if (!profile.required.sections.includes(kind) || kind === 'job-grade') continue;
      if (kind === 'career-ladder' && !options.careerLadder) continue;
      const lacking = levels.filter(level => !hasSection(linked, level, kind));
      if (lacking.length === 0) continue;
      const name = canonicalName(profile, kind);
      const severity: { severity?: Severity } = kind === 'career-ladder' ? { severity: 'information' } : {};
      if (lacking.length === levels.length && profile.familySections.includes(kind)) {
        report({
          span: family.titleSpan,
          about: kind,
          message: l10n.t`This page has no ${name} section. It may stand once for the whole page.`,
          fixes: [addForAll(linked, kind)],
          ...severity,
        });
        continue;
      }
      const last = levels.at(-1)!;
      const only =
        lacking.length > 1 && lacking.length === levels.length - 1 && profile.familySections.includes(kind)
          ? ownSection(last, kind)
          : undefined;
      if (only && !namesLevel(only, last, profile)) {
        report({ severity: 'warning', ...standsTooDeep(uri, last, only, lacking, name), ...severity });
        continue;
      }
      if (profile.extendableSections.includes(kind) && family.levels.some(level => standsBesideLevel(level, kind))) continue;
      if (lacking.length > 1 && lacking.length * 2 > levels.length) {
        report({ ...lackedByMost(linked, lacking, kind), ...severity });
        continue;
      }
      for (const level of lacking) {
        report({
          span: level.nameSpan,
          about: kind,
          message: profile.familySections.includes(kind)
            ? l10n.t`“${level.title}” has no ${name} section.`
            : l10n.t`“${level.title}” has no ${name} section, and takes none over from another level.`,
          fixes: [addSectionFix(linked, level, kind)],
          ...severity,
        });
      }
    }
  },
});

/** True if the section is next to the heading of its level, not under it: it may be meant for others too, and is reported as misplaced. */
function standsBesideLevel({ node, sections }: Level, kind: SectionKind): boolean {
  return node !== undefined && sections.some(section => section.kind === kind && section.heading.level <= node.heading.level);
}

/** Most levels lack it: that has one cause, and is one finding on the first of them. */
function lackedByMost(linked: LinkedFamily, lacking: readonly Level[], kind: SectionKind): Report {
  const { uri, family, profile } = linked;
  const name = canonicalName(profile, kind);
  const [first, ...others] = lacking as readonly [Level, ...Level[]];
  const add = addSectionFix(linked, first, kind);
  // A section of the page level, and on a page with family sections one of these, would be the whole page's besides those of single levels.
  const canAdd = lacking.every(({ node }) => node) && !(profile.familySections.includes(kind) && family.shared.length > 0);
  return {
    span: first.nameSpan,
    about: kind,
    message: profile.familySections.includes(kind)
      ? l10n.t`${lacking.length} of the ${family.levels.length} levels have no ${name} section. One for the whole page is enough.`
      : l10n.t`${lacking.length} of the ${family.levels.length} levels have no ${name} section and inherit none.`,
    related: others.map(level => ({ uri, span: level.nameSpan, message: l10n.t`“${level.title}” has no ${name} section.` })),
    fixes: canAdd ? [{ ...add, edits: lacking.flatMap(level => addSectionFix(linked, level, kind).edits) }] : [],
  };
}

/** The last level alone has it: mostly it is meant for the page, and stands one depth too low to be the page's. */
function standsTooDeep(uri: string, level: Level, section: Section, lacking: readonly Level[], name: string): Report {
  return {
    span: section.heading.contentSpan,
    message: l10n.t`Only “${level.title}” has a ${name} section, since this heading stands under it; ${lacking.length} other levels have none. If it is meant for the whole page, take away #s until it stands beside the levels.`,
    related: lacking.map(one => ({ uri, span: one.nameSpan, message: l10n.t`“${one.title}” has no ${name} section.` })),
  };
}

/** True if a section's heading carries its level's name: then it is not meant for the page. */
function namesLevel({ qualifier }: Section, { title }: Level, profile: Profile): boolean {
  return qualifier !== undefined && findLevel(qualifier, [{ name: readLevelName(title, profile) }], profile).type === 'found';
}

function hasSection(linked: LinkedFamily, level: Level, kind: SectionKind): boolean {
  const { family, profile } = linked;
  if (ownSection(level, kind) || (profile.familySections.includes(kind) && family.shared.some(section => section.kind === kind)))
    return true;
  const { shortcodes = [] } = profile.sections.find(section => section.kind === kind) ?? {};
  if (family.page.shortcodes.some(one => !one.escaped && shortcodes.includes(one.name))) return true;
  if (!profile.extendableSections.includes(kind)) return false;
  return linked.hasSection(level, kind) || inheritsFromUnknown(linked, family, level, kind);
}

/** On a page whose levels each have such sections of their own, one for each level; else one for the page. */
function addForAll(linked: LinkedFamily, kind: SectionKind): Fix {
  const { family, profile } = linked;
  const each =
    family.levels.length > 1 &&
    family.shared.length === 0 &&
    family.levels.every(level => level.node && level.sections.some(section => profile.familySections.includes(section.kind)));
  const page = addPageSectionFix(linked, kind);
  return each ? { ...page, edits: family.levels.flatMap(level => addSectionFix(linked, level, kind).edits) } : page;
}
