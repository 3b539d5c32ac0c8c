import * as l10n from '@vscode/l10n';
import { type JobFamily, type Level, ownSection, type Section } from '../model/jobFamily.ts';
import { isSpecialty } from '../model/levelHeading.ts';
import { canonicalName, type Profile, type RequiredBullet } from '../profile/profile.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import type { Span } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix, RelatedPlace } from './finding.ts';
import { insertFix, replaceFix } from './fixes.ts';
import { inheritsFromUnknown } from './inheritance.ts';
import { defineRule, type Report } from './rule.ts';

export const missingRequiredBullet = defineRule({
  code: 'missing-required-bullet',
  severity: 'error',
  summary: 'A level’s requirements lack a bullet that every level has to have.',
  rationale: `The authoring guide asks for “Ability to use GitLab” in the requirements of every level, in these words. It may be the
level's own, stand over the levels, be taken over from another level, or be a part of a longer bullet. A near wording does not count;
the quick fix rewrites it.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements
//~ ^^^^^^^^^^^^

- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements
//~ ^^^^^^^^^^^^

- Able to use GitLab for all texts
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Careful reading and the ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
- Years of reading
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Ability to use GitLab
- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Ability to use GitLab for all texts
`,
    },
    {
      title: 'Where no level has it, it is wanted over the levels',
      bad: `---
title: Editor
---

## Requirements
//~^^^^^^^^^^^^

- Careful reading

## Levels

### Editor

#### Job Grade

The Editor is a grade 6.

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.
`,
      good: `---
title: Editor
---

## Requirements

- Ability to use GitLab

## Levels

### Editor

#### Job Grade

The Editor is a grade 6.

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.
`,
      fixed: `---
title: Editor
---

## Requirements

- Ability to use GitLab
- Careful reading

## Levels

### Editor

#### Job Grade

The Editor is a grade 6.

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.
`,
    },
  ],
  check({ uri, linked, family, profile }, report) {
    for (const bullet of profile.required.bullets) {
      const levels = family.levels.filter(level => !isSpecialty(level));
      const lacking = levels.filter(level => lacks(linked, level, bullet));
      const base = family.base.find(section => section.kind === bullet.section);
      if (base && lacking.length > 0 && lacking.length === levels.length && levels.every(level => level.base.includes(base))) {
        const near = nearWording(family, [base], bullet);
        report({
          span: base.heading.contentSpan,
          about: bullet.text,
          message: messageForAll(near, bullet),
          related: relatedTo(uri, near, bullet),
          fixes: [fixOf(family, base, near, bullet)],
        });
        continue;
      }
      // A level that extends one of them lacks it for that reason, and gets it with the same fix.
      const reports = chainStarts(linked, lacking, bullet).map((level): Report => {
        const section = ownSection(level, bullet.section);
        const near = nearWording(
          family,
          level.sections.filter(one => one.kind === bullet.section),
          bullet,
        );
        return {
          span: section?.heading.contentSpan ?? level.nameSpan,
          about: `${level.title}: ${bullet.text}`,
          message: messageFor(level, near, bullet, profile),
          related: [
            ...relatedTo(uri, near, bullet),
            ...lacking
              .filter(other => other !== level && extendsLevel(other, level))
              .map(other => ({
                uri,
                span: ownSection(other, bullet.section)?.heading.contentSpan ?? other.nameSpan,
                message: l10n.t`“${other.title}” extends it, and lacks the bullet too.`,
              })),
          ],
          fixes: section ? [fixOf(family, section, near, bullet)] : [],
        };
      });
      // A page that nowhere has the bullet has one thing to fix.
      if (reports.length > 2 && reports.length * 2 > family.levels.length) report(together(uri, reports, bullet));
      else for (const one of reports) report(one);
    }
  },
});

/** Combines what is reported of most levels: one finding on the first, one fix for all. */
function together(uri: string, reports: readonly Report[], bullet: RequiredBullet): Report {
  const [first] = reports as readonly [Report, ...Report[]];
  const fixes = reports.flatMap(({ fixes: own }) => own as readonly Fix[]);
  return {
    ...first,
    about: bullet.text,
    message: l10n.t`The ${bullet.section} of ${reports.length} levels lack the bullet “${bullet.text}”.`,
    related: reports.flatMap(({ span, message, related = [] }, index) =>
      index === 0 ? related : [{ uri, span, message }, ...related],
    ),
    fixes:
      fixes.length === reports.length
        ? [
            {
              title: l10n.t`Add “${bullet.text}” to ${reports.length} levels`,
              edits: fixes.flatMap(({ edits }) => edits),
              preferred: true,
              safe: fixes.every(({ safe }) => safe),
            },
          ]
        : [],
  };
}

/** True if a level of this page extends another, by others too. */
function extendsLevel(level: Level, wanted: Level, seen = new Set<Level>()): boolean {
  if (seen.has(level)) return false;
  seen.add(level);
  return level.extends.some(
    ({ target }) => target.type === 'level' && (target.level === wanted || extendsLevel(target.level, wanted, seen)),
  );
}

/**
 * Returns the levels where a chain of levels that lack the bullet starts, in page order: those that extend no level, here or on another
 * page, that lacks it too. Of levels that extend each other in a circle it is the first.
 */
function chainStarts(linked: LinkedFamily, lacking: readonly Level[], bullet: RequiredBullet): readonly Level[] {
  const targetsOf = (level: Level): readonly Level[] =>
    level.extends.flatMap(reference => {
      const target = reference.kinds.includes(bullet.section) ? linked.resolveExtends(reference) : undefined;
      if (!target?.level || target.level === level) return [];
      const isLacking =
        target.family === linked.family ? lacking.includes(target.level) : lacks(linked, target.level, bullet, target.family);
      return isLacking ? [target.level] : [];
    });
  const isElsewhere = (level: Level): boolean => !lacking.includes(level);
  const starts = new Set(lacking.filter(level => targetsOf(level).length === 0));
  const reachesStart = (level: Level, seen: Set<Level>): boolean => {
    if (starts.has(level) || isElsewhere(level)) return true;
    if (seen.has(level)) return false;
    seen.add(level);
    return targetsOf(level).some(target => reachesStart(target, seen));
  };
  for (const level of lacking) if (!reachesStart(level, new Set())) starts.add(level);
  return lacking.filter(level => starts.has(level));
}

/** A level without such a section at all lacks that, not its bullet; one that inherits from who knows where may have it. */
function lacks(linked: LinkedFamily, level: Level, bullet: RequiredBullet, family = linked.family): boolean {
  if (!linked.hasSection(level, bullet.section, undefined, family) || inheritsFromUnknown(linked, family, level, bullet.section))
    return false;
  // The blocks, not the bullets: one that lost its mark is a paragraph.
  const isSaidIn = (section: Section, page: JobFamily): boolean => section.blocks.some(block => says(page.page, block, bullet));
  return !linked.hasSection(level, bullet.section, isSaidIn, family);
}

const says = keptByPart(({ source }, bullet: RequiredBullet): boolean => {
  const wanted = bullet.text.toLowerCase();
  // Most often the words stand there as they are; marks within them are taken off only where they do not.
  return source.toLowerCase().includes(wanted) || plain(source).includes(wanted);
});

function plain(source: string): string {
  return source
    .replace(/\]\([^)]*\)|[[\]*_`]/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

function nearWording(family: JobFamily, sections: readonly Section[], bullet: RequiredBullet): Span | undefined {
  const wordings = [...bullet.near].sort((a, b) => b.length - a.length);
  for (const { span } of sections.flatMap(section => section.blocks)) {
    const source = family.page.text.slice(span.start, span.end).toLowerCase();
    for (const wording of wordings) {
      const at = source.indexOf(wording.toLowerCase());
      if (at >= 0) return { start: span.start + at, end: span.start + at + wording.length };
    }
  }
  return undefined;
}

function messageForAll(near: Span | undefined, bullet: RequiredBullet): string {
  return near
    ? l10n.t`The ${bullet.section} of every level say nearly, but not in these words: “${bullet.text}”.`
    : l10n.t`The ${bullet.section} of every level lack the bullet “${bullet.text}”.`;
}

function messageFor(level: Level, near: Span | undefined, bullet: RequiredBullet, profile: Profile): string {
  const name = canonicalName(profile, bullet.section).toLowerCase();
  return near
    ? l10n.t`The ${name} of “${level.title}” say nearly, but not in these words: “${bullet.text}”.`
    : l10n.t`The ${name} of “${level.title}” lack the bullet “${bullet.text}”.`;
}

function relatedTo(uri: string, near: Span | undefined, bullet: RequiredBullet): RelatedPlace[] {
  return near ? [{ uri, span: near, message: l10n.t`Wanted here: “${bullet.text}”.` }] : [];
}

/** The near wording rewritten; else the bullet put in as the section's first of its own, behind those that take over from another level. */
function fixOf(family: JobFamily, section: Section, near: Span | undefined, bullet: RequiredBullet): Fix {
  if (near) return replaceFix(l10n.t`Write “${bullet.text}”`, near, bullet.text, { safe: true });
  const { page } = family;
  const newline = page.text.includes('\r\n') ? '\r\n' : '\n';
  const title = l10n.t`Add the bullet “${bullet.text}”`;
  const own = section.bullets.find(one => !one.extends);
  if (own) {
    const { start } = own.item.span;
    const indent = page.text.slice(page.lines.lineStart(page.lines.lineAt(start)), start);
    const mark = page.text.slice(own.item.markSpan.start, own.item.markSpan.end);
    return insertFix(title, start, `${mark} ${bullet.text}${newline}${indent}`);
  }
  const last = section.bullets.at(-1);
  if (last)
    return insertFix(
      title,
      page.text.slice(0, last.item.span.end).trimEnd().length,
      `${newline}${page.text.slice(last.item.markSpan.start, last.item.markSpan.end)} ${bullet.text}`,
    );
  const after = section.node.blocks.at(-1)?.span.end ?? section.heading.span.end;
  return insertFix(title, page.text.slice(0, after).trimEnd().length, `${newline}${newline}- ${bullet.text}`);
}
