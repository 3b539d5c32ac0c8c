import * as l10n from '@vscode/l10n';
import { canonicalName, type Profile, type SectionKind } from '../profile/profile.ts';
import { textOf } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { allOf } from './quoted.ts';
import { defineRule } from './rule.ts';

export const extendsWrongKind = defineRule({
  code: 'extends-wrong-kind',
  severity: 'warning',
  summary: 'A bullet under Requirements extends responsibilities, or the other way round.',
  rationale: `Usually the bullet was copied from the other section and kept its last word. It counts for the section that it is in.
Bullets that name both kinds are fine.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Editor

#### Responsibilities

- Edit

#### Requirements

- Careful reading

### Senior Editor

#### Responsibilities

- Extends the Editor responsibilities

#### Requirements

*  Extends the Editor responsibilities
//~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Responsibilities

- Edit

#### Requirements

- Careful reading

### Senior Editor

#### Responsibilities

- Extends the responsibilities and requirements of the Editor

#### Requirements

- Extends the Editor
`,
      fixed: `---
title: Editor
---

## Levels

### Editor

#### Responsibilities

- Edit

#### Requirements

- Careful reading

### Senior Editor

#### Responsibilities

- Extends the Editor responsibilities

#### Requirements

*  Extends the Editor requirements
`,
    },
  ],
  check({ family, text, profile }, report) {
    for (const level of family.levels) {
      for (const { section, namedKinds, span } of level.extends) {
        const kind = section?.kind;
        if (!kind || namedKinds.length === 0 || namedKinds.includes(kind)) continue;
        // A heading that names both kinds holds both.
        if (section.node.section?.kinds.some(one => namedKinds.includes(one))) continue;
        report({
          span,
          message: l10n.t`This is under ${canonicalName(profile, kind)} but extends ${allOf(namedKinds.map(one => canonicalName(profile, one).toLowerCase()))}.`,
          fixes: fixesOf(text, span, namedKinds, kind, profile),
        });
      }
    }
  },
});

/** The word of the wrong kind changed to the right one, where it stands just once. */
function fixesOf(
  text: string,
  span: { readonly start: number; readonly end: number },
  named: readonly SectionKind[],
  wanted: SectionKind,
  profile: Profile,
): Fix[] {
  const spellings = profile.sections.filter(one => named.includes(one.kind)).flatMap(one => one.spellings);
  const written = textOf(text, span).toLowerCase();
  const found = [...spellings].sort((a, b) => b.length - a.length).find(spelling => written.includes(spelling.toLowerCase()));
  if (found === undefined) return [];
  const at = written.indexOf(found.toLowerCase());
  if (written.indexOf(found.toLowerCase(), at + 1) >= 0) return [];
  const start = span.start + at;
  const name = canonicalName(profile, wanted);
  const newText = /^\p{Lu}/u.test(text.slice(start)) ? name : name.toLowerCase();
  return [replaceFix(l10n.t`Change to “${newText}”`, { start, end: start + found.length }, newText)];
}
