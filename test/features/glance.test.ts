import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import type { CountingLensKind } from '../../server/src/features/codeLenses.ts';
import { type OpenFixture, openFixture } from './support.ts';

const gradesUrl = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';
const baker = `//- content/job-families/kitchen/baker.md
---
title: Baker
---

## Requirements

- Knows *flour*

## Levels

### Baker

#### Job Grade

The Baker is a [grade 6](${gradesUrl}).

#### Requirements

- Wakes early
- Kneads

### Senior Baker {#senior}

#### Job Grade

The Senior Baker is a [grade 7](${gradesUrl}).

#### Requirements

- Extends the Baker requirements
- Teaches

### Staff Baker

The Staff Baker role extends the [Senior Baker](#senior) role.

#### Requirements

- Extends the Pastry Chef requirements
- Plans
`;
const cook = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Cook

### Job Grade

The Cook is a grade 6.

### Requirements

- Extends the [Senior Baker](/job-families/kitchen/baker/#senior) requirements
- See the [baker](/job-families/kitchen/baker/)
`;
const page = baker + cook;

/** The page's lines that have hints, each with its hints where they stand. */
async function shown(fixture: OpenFixture, choice = { grades: true, inherited: true }): Promise<string[]> {
  const whole = { start: { line: 0, character: 0 }, end: fixture.lines.positionAt(fixture.text.length) };
  return (await fixture.service.inlayHints(fixture.uri, whole, choice)).map(hint => {
    const line = fixture.lines.lineText(hint.position.line);
    const { character } = hint.position;
    return `${line.slice(0, character)} ‹${hint.label}›${line.slice(character)}`;
  });
}

async function tooltipOf(fixture: OpenFixture, label: string): Promise<string | undefined> {
  const whole = { start: { line: 0, character: 0 }, end: fixture.lines.positionAt(fixture.text.length) };
  const hints: InlayHint[] = await fixture.service.inlayHints(fixture.uri, whole, { grades: true, inherited: true });
  const hint = hints.find(one => one.label === label);
  return hint && (await fixture.service.inlayHintTooltip(fixture.uri, hint.position))?.value;
}

describe('inlay hints', () => {
  it('tell the grade behind each level’s heading, and how much an Extends sentence brings', async () => {
    expect(await shown(openFixture(page))).toEqual([
      '### Baker ‹grade 6›',
      '### Senior Baker ‹grade 7› {#senior}',
      '- Extends the Baker requirements ‹+3 inherited›',
      'The Staff Baker role extends the [Senior Baker](#senior) role. ‹+4 inherited›',
    ]);
  });

  it('are only those that are wanted', async () => {
    const fixture = openFixture(page);
    expect(await shown(fixture, { grades: false, inherited: false })).toEqual([]);
    expect((await shown(fixture, { grades: true, inherited: false })).length).toBe(2);
    expect((await shown(fixture, { grades: false, inherited: true })).length).toBe(2);
  });

  it('are only those of the lines that are asked for', async () => {
    const { service, uri, lines, text } = openFixture(page);
    const at = (words: string) => lines.positionAt(text.indexOf(words));
    const range = { start: at('### Senior Baker'), end: at('- Extends the Baker') };
    const hints = await service.inlayHints(uri, range, { grades: true, inherited: true });
    expect(hints.map(hint => hint.label)).toEqual(['grade 7']);
  });

  it('list in their tooltip what is inherited, its marks shown as text', async () => {
    const fixture = openFixture(page);
    expect(await tooltipOf(fixture, '+3 inherited')).toBe('**Requirements**\n\n- Knows flour\n- Wakes early\n- Kneads');
    expect(await tooltipOf(fixture, 'grade 7')).toBeUndefined();
  });

  it('count the bullets of a level on another page, and follow what is typed there', async () => {
    const fixture = openFixture(cook + baker);
    const hint = async () => (await shown(fixture, { grades: false, inherited: true })).map(line => line.split('‹')[1]);
    expect(await hint()).toEqual(['+4 inherited›']);
    const edited = baker.slice(baker.indexOf('---')).replace('- Kneads\n', '');
    fixture.service.setDocument(fixture.uri.replace('cook', 'baker'), edited);
    expect(await hint()).toEqual(['+3 inherited›']);
  });

  it('count twice what two levels have in common only once, and never a level’s own bullets', async () => {
    const fixture = openFixture(`---
title: Baker
---

## Baker

### Job Grade

The Baker is a [grade 6](${gradesUrl}).

### Requirements

- Wakes early
- Extends the Senior Baker requirements

## Senior Baker

### Job Grade

The Senior Baker is a [grade 7](${gradesUrl}).

### Requirements

- Extends the Baker requirements
- Teaches
`);
    expect(await shown(fixture, { grades: false, inherited: true })).toEqual([
      '- Extends the Senior Baker requirements ‹+1 inherited›',
      '- Extends the Baker requirements ‹+1 inherited›',
    ]);
  });

  it('are none on a page that is no job family', async () => {
    expect(await shown(openFixture('//- content/handbook/kitchen.md\n# Senior Baker\n'))).toEqual([]);
  });
});

describe('code lenses', () => {
  /** Each lens: the words it stands over, what it says, and the lines that it opens. */
  async function lenses(source: string, kinds: readonly CountingLensKind[] = ['extendedBy', 'references']): Promise<string[]> {
    const { service, uri, lines } = openFixture(source);
    const told: string[] = [];
    for (const { kind, range, anchor } of await service.codeLenses(uri, kinds)) {
      const { title, places } = await service.resolveCodeLens(uri, kind as CountingLensKind, anchor);
      const where = places.map(place => place.uri.split('/').at(-1)!.replace('.md', ''));
      told.push(`${lines.lineText(range.start.line)}: ${title}${where.length > 0 ? ` (${where.join(', ')})` : ''}`);
    }
    return told;
  }

  it('say who extends a level and how many places speak of it', async () => {
    expect(await lenses(page)).toEqual([
      '### Baker: extended by 1 (baker)',
      '### Baker: 1 reference (baker)',
      '### Senior Baker {#senior}: extended by 2 (baker, cook)',
      '### Senior Baker {#senior}: 2 references (baker, cook)',
      '### Staff Baker: extended by none',
      '### Staff Baker: no references',
    ]);
  });

  it('of a page level stand over its title, and count what links to the page', async () => {
    const source = `---
title: Baker
---

## Job Grade

The Baker is a [grade 6](${gradesUrl}).

## Requirements

- Kneads
//- content/handbook/kitchen.md
---
title: Kitchen
---

Ask the [baker](/job-families/department/family/).
`;
    expect(await lenses(source)).toEqual(['title: Baker: extended by none', 'title: Baker: 1 reference (kitchen)']);
  });

  it('are only those that are wanted', async () => {
    expect((await lenses(page, ['references'])).length).toBe(3);
    expect(await lenses(page, [])).toEqual([]);
  });

  it('of a level that is gone by then count nothing', async () => {
    const { service, uri } = openFixture(page);
    expect(await service.resolveCodeLens(uri, 'extendedBy', 'gone')).toEqual({ title: 'extended by none', places: [] });
  });
});
