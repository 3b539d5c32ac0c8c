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
import { defineRule } from './rule.ts';

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
      for (const level of lacking) {
        const section = ownSection(level, bullet.section);
        const near = nearWording(
          family,
          level.sections.filter(one => one.kind === bullet.section),
          bullet,
        );
        const fixes = section ? [fixOf(family, section, near, bullet)] : [];
        // Where a level that this one takes over from lacks it too, that one is the place to mend.
        const inherits = level.extends.some(
          one =>
            one.kinds.includes(bullet.section) &&
            one.target.type === 'level' &&
            one.target.level !== level &&
            lacking.includes(one.target.level),
        );
        report({
          span: section?.heading.contentSpan ?? level.nameSpan,
          about: `${level.title}: ${bullet.text}`,
          message: messageFor(level, near, bullet, profile),
          related: relatedTo(uri, near, bullet),
          fixes: inherits && !near ? fixes.map(fix => ({ ...fix, preferred: false })) : fixes,
        });
      }
    }
  },
});

/** A level without such a section at all lacks that, not its bullet; one that inherits from who knows where may have it. */
function lacks(linked: LinkedFamily, level: Level, bullet: RequiredBullet): boolean {
  if (!linked.hasSection(level, bullet.section) || inheritsFromUnknown(linked, linked.family, level, bullet.section))
    return false;
  // The blocks, not the bullets: one that lost its mark is a paragraph.
  return !linked.hasSection(level, bullet.section, (section, family) =>
    section.blocks.some(block => says(family.page, block, bullet)),
  );
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
