import { describe, expect, it } from 'vitest';
import { filteredView } from '../../server/src/ladder/filteredView.ts';
import { everythingShown, ladderHtml, levelShown } from '../../server/src/ladder/ladderHtml.ts';
import { ladderView } from '../../server/src/ladder/ladderView.ts';
import { levelReading } from '../../server/src/ladder/levelReading.ts';
import type { LadderFilter, LadderShown } from '../../server/src/lsp/messages.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const url = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';
const page = `---
title: Baker
---

## Requirements

- Ability to use GitLab

## Levels

### Manager, Bakery

#### Job Grade

The Manager, Bakery is a [grade 8](${url}).

#### Responsibilities

- Extends the Senior Baker responsibilities
- Lead

### Baker (Intermediate)

#### Job Grade

The Baker (Intermediate) is a [grade 6](${url}).

#### Responsibilities

- Bake **bread**

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7](${url}).

#### Responsibilities

- Extends the Baker responsibilities
- Teach

## Career Ladder

Next comes the [Chef](/job-families/kitchen/chef/).
`;

const link = (text: string) =>
  linkFamily({
    [path]: text,
    'content/job-families/kitchen/chef.md': '---\ntitle: Chef\n---\n\n## Job Grade\n\nThe Chef is a grade 9.\n',
  });

async function viewOf(text: string) {
  const linked = await link(text);
  return ladderView(linked, runRules(linked));
}

const htmlOf = async (text: string, shown: Partial<LadderShown> = {}): Promise<string> => {
  const linked = await link(text);
  const findings = runRules(linked);
  const view = ladderView(linked, findings);
  const all = { ...everythingShown, ...shown };
  const level = levelShown(view, all);
  return ladderHtml(view, { shown: all, reading: level && levelReading(linked, view, level.id, findings) });
};

const VIEWS = ['ladder', 'matrix', 'level'] as const;

/** What a reader sees of HTML. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the ladder', () => {
  it('orders levels from junior to senior whatever their order on the page', async () => {
    expect((await viewOf(page)).levels.map(level => level.title)).toEqual([
      'Baker (Intermediate)',
      'Senior Baker',
      'Manager, Bakery',
    ]);
  });

  it('shows each level with its grade, its counts, what it extends, the base once, and the next family', async () => {
    const text = textOf(await htmlOf(page));
    for (const words of [
      'Baker (Intermediate)',
      'Senior Baker',
      'Manager, Bakery',
      'Management',
      'Individual contributor',
      'Chef',
    ])
      expect(text).toContain(words);
    expect(text).toContain('1 responsibility (+1 inherited)');
    expect(text).toMatch(/extends\s+Senior Baker/);
    expect(text).toMatch(/Base\s+1 requirement\s+applies to every level/);
  });

  it('has a line where a level takes over from over a step in between, from above or from another page, and none to the next step', async () => {
    const level = (title: string, grade: number, target?: string): string =>
      `### ${title}\n\n#### Job Grade\n\nThe ${title} is a [grade ${grade}](${url}).\n\n#### Responsibilities\n\n${target ? `- Extends the ${target} responsibilities\n` : ''}- Works as ${title}\n\n`;
    const family = `---\ntitle: Cook\n---\n\n## Levels\n\n${[
      level('Cook (Intermediate)', 6),
      level('Senior Cook', 7, 'Cook (Intermediate)'),
      level('Staff Cook', 8, 'Cook (Intermediate)'),
      // Beside the senior one: no step in between.
      level('Senior Pastry Cook', 7, 'Cook (Intermediate)'),
      level('Principal Cook', 9, '[Chef](/job-families/kitchen/chef/)'),
    ].join('')}`;
    const lines = (html: string): string[] =>
      [...html.matchAll(/id="card-([^"]*)" data-level|data-line-to="([^"]*)"|data-line-out/g)].map(([all, card, to]) =>
        card !== undefined ? card : to !== undefined ? `to ${to}` : all === 'data-line-out' ? 'out' : all,
      );
    expect(lines(await htmlOf(family))).toEqual([
      'principal-cook',
      'out',
      'staff-cook',
      'to cook-intermediate',
      'senior-cook',
      'senior-pastry-cook',
      'cook-intermediate',
    ]);
  });

  it('counts what is inherited only where that is wanted', async () => {
    const text = textOf(await htmlOf(page, { inherited: false }));
    expect(text).toContain('1 responsibility');
    expect(text).not.toContain('inherited');
  });

  it('draws no lane that nobody is in', async () => {
    const family = page.slice(0, page.indexOf('### Manager')) + page.slice(page.indexOf('### Baker'));
    expect(await htmlOf(family)).not.toContain('Management');
  });

  it.each(VIEWS)('leads from every title, bullet and grade of the %s view to its line', async view => {
    const html = await htmlOf(page, { view, level: 'senior-baker' });
    const lines = page.split('\n');
    const places = [...html.matchAll(/data-line="(\d+)"/g)].map(match => Number(match[1]));
    expect(places.length).toBeGreaterThan(10);
    for (const line of places) expect(line).toBeLessThan(lines.length);
    const ofLine = (words: string): number => lines.findIndex(line => line.includes(words));
    const bullets = view === 'ladder' ? [] : ['- Teach', 'Bake **bread**', 'Ability to use GitLab'];
    for (const words of ['### Senior Baker', 'is a [grade 7]', ...bullets]) expect(places).toContain(ofLine(words));
  });

  it.each(VIEWS)('has every id of the %s view once', async view => {
    const ids = [...(await htmlOf(page, { view })).matchAll(/\sid="([^"]*)"/g)].map(match => match[1]!);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(VIEWS)('has one heading structure in the %s view: none is skipped', async view => {
    const depths = [...(await htmlOf(page, { view })).matchAll(/<h(\d)/g)].map(match => Number(match[1]));
    expect(depths[0]).toBe(1);
    depths.slice(1).forEach((depth, index) => {
      expect(depth).toBeGreaterThan(1);
      expect(depth - depths[index]!).toBeLessThan(2);
    });
  });

  it('tells findings beside what they are about and hides nothing for them', async () => {
    const html = await htmlOf(page.replace(`[grade 7](${url})`, 'grade 7'));
    expect(html).toContain('“grade 7” has no link');
    expect(html).toContain('Senior Baker');
  });

  it('says what to write next where there is nothing to draw', async () => {
    expect(await htmlOf('---\ntitle: Baker\n---\n\nWords.\n')).toContain('level');
    expect(await htmlOf('---\ntitle: Baker\n---\n\n## Levels\n\n### Senior Baker\n\n#### Responsibilities\n\n- Bake\n')).toMatch(
      /No level has a grade/,
    );
  });
});

describe('the matrix', () => {
  it('shows bullets, the base once, and inherited bullets folded with where they come from', async () => {
    const html = await htmlOf(page, { view: 'matrix', inherited: false });
    expect(html).toContain('Bake <strong>bread</strong>');
    expect(html.split('Ability to use GitLab').length - 1).toBe(1);
    expect(html).toMatch(/<details class="inherited"[^>]*><summary>\+1 inherited from Baker \(Intermediate\)/);
    expect(html).not.toMatch(/<details class="inherited"[^>]*\sopen/);
  });

  it('brings the content of what was unfolded by hand, and of nothing else', async () => {
    const id = 'inherited-responsibilities-senior-baker';
    const folded = await htmlOf(page, { view: 'matrix', inherited: false });
    const html = await htmlOf(page, { view: 'matrix', inherited: false, unfolded: [id] });
    expect(folded.split('Bake <strong>bread</strong>').length - 1).toBe(1);
    expect(html.split('Bake <strong>bread</strong>').length - 1).toBe(2);
    expect(html).toMatch(new RegExp(`<details class="inherited" id="${id}" open="">`));
  });

  it('unfolds all that is inherited where that is wanted', async () => {
    const html = await htmlOf(page, { view: 'matrix', inherited: true });
    expect(html.match(/<details class="inherited"[^>]*\sopen=""/g)?.length).toBe(2);
  });
});

describe('a level by itself', () => {
  it('is the effective text in the order in which it adds up, each part with where it comes from', async () => {
    const text = textOf(await htmlOf(page, { view: 'level', level: 'manager-bakery' }));
    const order = [
      'From Baker (Intermediate)',
      'Bake bread',
      'From Senior Baker',
      'Teach',
      'Lead',
      'From Base',
      'Ability to use',
    ];
    const places = order.map(words => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).not.toContain('Extends');
    expect(text).toMatch(/for the whole family[^.]*Next comes the Chef/);
  });

  it('is only its own words where inherited ones are not wanted', async () => {
    const text = textOf(await htmlOf(page, { view: 'level', level: 'manager-bakery', inherited: false }));
    expect(text).toContain('Lead');
    for (const words of ['Bake bread', 'Teach', 'Ability to use GitLab']) expect(text).not.toContain(words);
  });

  it('is the lowest one where the one asked for is gone', async () => {
    expect(await htmlOf(page, { view: 'level', level: 'gone' })).toContain('id="level-baker-intermediate"');
  });
});

describe('a filter', () => {
  const titles = async (filter: LadderFilter): Promise<string[]> =>
    filteredView(await viewOf(page), filter).levels.map(level => level.title);

  it('keeps the levels whose title has all its words, in any case', async () => {
    expect(await titles({ text: 'baker SENIOR' })).toEqual(['Senior Baker']);
  });

  it('keeps levels with such a bullet, own or inherited, and counts what is left', async () => {
    expect(await titles({ text: 'teach' })).toEqual(['Senior Baker', 'Manager, Bakery']);
    const [senior] = filteredView(await viewOf(page), { text: 'teach' }).levels;
    expect(senior!.sections.map(({ kind, ownCount, inheritedCount }) => [kind, ownCount, inheritedCount])).toEqual([
      ['responsibilities', 1, 0],
    ]);
  });

  it('keeps a track, a grade or a section', async () => {
    expect(await titles({ track: 'management' })).toEqual(['Manager, Bakery']);
    expect(await titles({ grade: '7' })).toEqual(['Senior Baker']);
    const left = filteredView(await viewOf(page), { section: 'requirements' });
    expect(left.sections.map(section => section.kind)).toEqual(['requirements']);
    expect(left.levels.length).toBe(3);
  });

  it('that leaves nothing says so, with a button that clears it', async () => {
    for (const view of ['ladder', 'matrix'] as const) {
      const html = await htmlOf(page, { view, filter: { text: 'zeppelin' } });
      expect(html).toMatch(/data-clear>Clear the filter</);
    }
  });
});

describe('a hostile page', () => {
  const hostile = page
    .replace('title: Baker', 'title: "<script>alert(1)</script>"')
    .replace('### Senior Baker', '### Senior <img src=x onerror=alert(2)> Baker')
    .replace(
      '- Teach',
      '- Teach <script>alert(3)</script> <a href="javascript:alert(4)" onclick="alert(5)">x</a> [y](javascript:alert(6)) [z](data:text/html,alert) ![p](https://evil.example/p.png) {{< script "alert(7)" >}} `<b onload=1>`',
    )
    .replace('Next comes', '<iframe src="https://evil.example"></iframe><style>*{display:none}</style> Next comes');

  it.each(VIEWS)('leaves none of its tags, handlers and dangerous links in the %s view', async view => {
    const html = await htmlOf(hostile, { view, level: 'senior-baker' });
    expect(html).not.toMatch(/<(?:script|img|iframe|style|object|embed|link|meta|form|svg)\b/i);
    // Attributes as the page is made of tags: between < and >, quoted values left out.
    const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(match => match[0].replace(/"[^"]*"/g, '""'));
    expect(tags.filter(tag => /\son\w+=|\ssrc=|\sstyle=|\shref=/i.test(tag))).toEqual([]);
    const targets = [...html.matchAll(/data-href="([^"]*)"/g)].map(match => match[1]!);
    expect(targets.filter(target => !/^https?:/.test(target))).toEqual([]);
  });
});
