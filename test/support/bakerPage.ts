/** Where `bakerPage` stands in a workspace. */
export const bakerPath = 'content/job-families/kitchen/baker.md';

/** A family of two levels, the second of which takes over from the first; its last line is that bullet, so that more can stand behind it. */
export const bakerPage = `---
title: Baker
---

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bake bread

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Baker responsibilities
`;
