import { describe, expect, it } from 'vitest';
import { ladderHtml } from '../../server/src/ladder/ladderHtml.ts';
import { ladderView } from '../../server/src/ladder/ladderView.ts';
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

async function viewOf(text: string) {
  const linked = await linkFamily({
    [path]: text,
    'content/job-families/kitchen/chef.md': '---\ntitle: Chef\n---\n\n## Job Grade\n\nThe Chef is a grade 9.\n',
  });
  return ladderView(linked, runRules(linked));
}

const htmlOf = async (text: string): Promise<string> => ladderHtml(await viewOf(text));

describe('the ladder', () => {
  it('orders levels from junior to senior whatever their order on the page', async () => {
    expect((await viewOf(page)).levels.map(level => level.title)).toEqual([
      'Baker (Intermediate)',
      'Senior Baker',
      'Manager, Bakery',
    ]);
  });

  it('shows each level with its grade, the base once, inherited bullets apart from own ones, and the next family', async () => {
    const html = await htmlOf(page);
    for (const words of [
      'Baker (Intermediate)',
      'Senior Baker',
      'Manager, Bakery',
      'Management',
      'Individual contributor',
      'Bake <strong>bread</strong>',
      'Chef',
      'inherited',
    ])
      expect(html).toContain(words);
    expect(html.split('Ability to use GitLab').length - 1).toBe(1);
    expect(html).toMatch(/<details[^>]*>\s*<summary[^>]*>[^<]*\+1 inherited from/);
  });

  it('draws no lane that nobody is in', async () => {
    const family = page.slice(0, page.indexOf('### Manager')) + page.slice(page.indexOf('### Baker'));
    expect(await htmlOf(family)).not.toContain('Management');
  });

  it('leads from every title, bullet, grade and count to its line', async () => {
    const html = await htmlOf(page);
    const lines = page.split('\n');
    const places = [...html.matchAll(/data-line="(\d+)"/g)].map(match => Number(match[1]));
    expect(places.length).toBeGreaterThan(10);
    for (const line of places) expect(line).toBeLessThan(lines.length);
    const ofLine = (words: string): number => lines.findIndex(line => line.includes(words));
    for (const words of ['### Senior Baker', 'is a [grade 7]', '- Teach', 'Bake **bread**', 'Ability to use GitLab'])
      expect(places).toContain(ofLine(words));
  });

  it('has every id once', async () => {
    const ids = [...(await htmlOf(page)).matchAll(/\sid="([^"]*)"/g)].map(match => match[1]!);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
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

describe('a hostile page', () => {
  const hostile = page
    .replace('title: Baker', 'title: "<script>alert(1)</script>"')
    .replace('### Senior Baker', '### Senior <img src=x onerror=alert(2)> Baker')
    .replace(
      '- Teach',
      '- Teach <script>alert(3)</script> <a href="javascript:alert(4)" onclick="alert(5)">x</a> [y](javascript:alert(6)) [z](data:text/html,alert) ![p](https://evil.example/p.png) {{< script "alert(7)" >}} `<b onload=1>`',
    )
    .replace('Next comes', '<iframe src="https://evil.example"></iframe><style>*{display:none}</style> Next comes');

  it('leaves none of its tags, handlers and dangerous links', async () => {
    const html = await htmlOf(hostile);
    expect(html).not.toMatch(/<(?:script|img|iframe|style|object|embed|link|meta|form|svg)\b/i);
    // Attributes as the page is made of tags: between < and >, quoted values left out.
    const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(match => match[0].replace(/"[^"]*"/g, '""'));
    expect(tags.filter(tag => /\son\w+=|\ssrc=|\sstyle=|\shref=/i.test(tag))).toEqual([]);
    const targets = [...html.matchAll(/data-href="([^"]*)"/g)].map(match => match[1]!);
    expect(targets.filter(target => !/^https?:/.test(target))).toEqual([]);
  });
});
