import * as l10n from '@vscode/l10n';
import { ancestorsOf, type HeadingNode, isSectionOf } from '../model/headingTree.ts';
import type { JobFamily, Level } from '../model/jobFamily.ts';
import { isSpecialty } from '../model/levelHeading.ts';
import { reportingIn } from '../model/reportsTo.ts';
import type { SectionKind } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { defineRule } from './rule.ts';

export const reportsToMissing = defineRule({
  code: 'reports-to-missing',
  severity: 'information',
  report: 'once',
  summary: 'A level does not say whom it reports to.',
  rationale: `Readers want to know whose team they would be in. The authoring guide asks each level to say whom it reports to, mostly in
the sentence below its heading. What the page says over its levels counts for each, as long as none of them speaks for itself. The
wordings are a part of the profile.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Editor
//~ ^^^^^^

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Write a report to be read by many

### Senior Editor

The Senior Editor reports to the [Manager, Editing](#manager-editing).

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

All editors report to the Manager, Editing.

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ family, profile }, report) {
    const says = reportingIn(profile);
    if (!says || family.isOpen) return;
    const levels = family.levels.filter(level => !isSpecialty(level));
    const silent = levels.filter(level => !ownTexts(family, level).some(says));
    // What stands over the levels speaks for all of them, unless some speak for themselves.
    if (silent.length === levels.length && says(textOverLevels(family))) return;
    for (const level of silent)
      report({ span: level.nameSpan, message: l10n.t`“${level.title}” does not say whom it reports to.` });
  },
});

/** What stands before the first level; nothing where the page itself is a level, whose text it is. */
function textOverLevels({ page, levels }: JobFamily): string {
  const [first] = levels;
  return first?.node ? page.text.slice(bodyStart(page), first.node.span.start) : '';
}

/** A level's text up to the next level, heading by heading, without specialties and the like, which speak of other positions. */
function ownTexts({ page, tree, levels }: JobFamily, level: Level): string[] {
  const from = level.node?.index ?? 0;
  const next = levels.find(one => one.node && one !== level && one.node.index >= from)?.node?.index ?? tree.nodes.length;
  const texts = level.node ? [] : [page.text.slice(bodyStart(page), tree.nodes[0]?.span.start ?? page.text.length)];
  // A level may be under Specialties itself: only what is aside within it is not its own.
  const isAside = (one: HeadingNode): boolean => (!level.node || one.index > from) && isSectionOf(one, ASIDE);
  for (const node of tree.nodes.slice(from, next))
    if (![node, ...ancestorsOf(node)].some(isAside))
      texts.push(page.text.slice(node.span.start, tree.nodes[node.index + 1]?.span.start ?? page.text.length));
  return texts;
}

const ASIDE: readonly SectionKind[] = ['specialties', 'segment'];

function bodyStart({ frontMatter }: PageSyntax): number {
  return frontMatter?.closed ? frontMatter.span.end : 0;
}
