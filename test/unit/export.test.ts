import { parse } from 'csv-parse/sync';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { bulletColumns } from '../../server/src/export/bulletTable.ts';
import { csvText, guarded } from '../../server/src/export/csvText.ts';
import { type ExportedFamily, exportedFamily } from '../../server/src/export/exportedFamily.ts';
import { exportedText, type FamiliesFormat } from '../../server/src/export/exportedText.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { htmlProblems } from '../support/htmlProblems.ts';
import { memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';

const baker = 'content/job-families/kitchen/baker.md';
const chef = 'content/job-families/kitchen/chef.md';
const url = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';
const bakerPage = `---
title: Baker
---

## Requirements

- Knows the [kitchen](/handbook/kitchen/)

## Levels

### Baker (Intermediate)

#### Job Grade

The Baker (Intermediate) is a [grade 6](${url}).

#### Responsibilities

- Bake **bread**
  - and rolls

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7](${url}).

#### Responsibilities

- Extends the Baker responsibilities
- Teach, as [they](#baker-intermediate) ask

## Career Ladder

Next comes the [Chef](/job-families/kitchen/chef/), or [nothing](/job-families/kitchen/nothing/).
`;
const chefPage = `---
title: Chef
---

## Job Grade

The Chef is a [grade 9](${url}).

## Responsibilities

- Lead
`;
const kitchen = { [baker]: bakerPage, [chef]: chefPage, 'content/handbook/kitchen/_index.md': '---\ntitle: Kitchen\n---\n' };

async function familiesOf(files: Readonly<Record<string, string>>, ...paths: string[]): Promise<ExportedFamily[]> {
  const { workspace } = memoryWorkspace({ ...files });
  const families: ExportedFamily[] = [];
  for (const path of paths) {
    const linked = (await LinkedFamily.load(`${memoryRoot}/${path}`, workspace))!;
    families.push(exportedFamily(linked, uri => uri.slice(memoryRoot.length + 1)));
  }
  return families;
}

const textOf = async (format: FamiliesFormat, view?: 'matrix' | 'levels'): Promise<string> =>
  exportedText(await familiesOf(kitchen, baker, chef), format, view);

interface Row extends Record<(typeof bulletColumns)[number], string> {}
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true });

describe('an exported HTML', () => {
  it('has an index that leads to every family, and the department as its title', async () => {
    const html = await textOf('html');
    expect(html).toContain('<title>Kitchen</title>');
    const nav = html.slice(html.indexOf('<nav'), html.indexOf('</nav>'));
    for (const [, id, name] of nav.matchAll(/<a href="#([^"]+)">([^<]+)/g)) {
      expect(['Baker', 'Chef']).toContain(name);
      expect(html).toContain(`id="${id}"`);
    }
    expect(nav.match(/<a /g)).toHaveLength(2);
  });

  it('leads to families and levels of the same document within it, and to all else on the site', async () => {
    for (const view of ['matrix', 'levels'] as const) {
      const html = await textOf('html', view);
      const hrefOf = (words: string): string | undefined => new RegExp(`<a href="([^"]*)">${words}</a>`).exec(html)?.[1];
      expect(hrefOf('kitchen')).toBe('https://handbook.gitlab.com/handbook/kitchen/');
      const inside = html.slice(html.indexOf('</nav>'));
      for (const words of ['Chef', 'they']) {
        const href = new RegExp(`<a href="#([^"]*)">${words}</a>`).exec(inside)?.[1];
        expect(html, words).toContain(`id="${href}"`);
      }
      expect(html).not.toMatch(/<a href[^>]*>nothing/);
      expect(html).toContain('nothing');
    }
  });

  it('keeps the words of a link as words where no site is known', async () => {
    const { workspace } = memoryWorkspace({ [baker]: bakerPage });
    const linked = (await LinkedFamily.load(`${memoryRoot}/${baker}`, workspace))!;
    const family = { ...exportedFamily(linked, uri => uri), site: undefined };
    const html = exportedText([family], 'html');
    expect(html).toContain('kitchen');
    expect(html).not.toContain('href="/');
  });

  it('shows in full what each level amounts to, and says where it comes from', async () => {
    const html = await textOf('html', 'levels');
    const senior = html.slice(html.indexOf('>Senior Baker</h3>'), html.indexOf('Career Ladder'));
    expect(senior).toContain('Bake <strong>bread</strong>');
    expect(senior).toContain('inherited from Baker (Intermediate)');
    expect(senior).toContain('Knows the');
  });

  it('folds what is inherited in the matrix, and has the base once', async () => {
    const html = await textOf('html');
    expect(html).toMatch(/<details class="inherited"><summary>\+1 inherited from Baker \(Intermediate\)/);
    expect(html.split('Knows the').length - 1).toBe(1);
  });

  it('puts more levels than a sheet holds into further tables', async () => {
    const level = (n: number): string => `### Cook ${n}\n\n#### Job Grade\n\nThe Cook ${n} is a grade ${n}.\n`;
    const page = `---\ntitle: Cook\n---\n\n## Levels\n\n${[4, 5, 6, 7, 8, 9, 10].map(level).join('\n')}`;
    const [family] = await familiesOf({ [baker]: page }, baker);
    const html = exportedText([family!], 'html');
    const tables = html.split('<table').slice(1);
    expect(tables.map(table => table.match(/<th scope="col"/g)!.length)).toEqual([4, 3]);
  });
});

describe('an exported CSV', () => {
  it('has a row for each bullet that a level amounts to', async () => {
    const rows = rowsOf(await textOf('csv'));
    expect(Object.keys(rows[0]!)).toEqual([...bulletColumns]);
    expect(rows.map(row => [row.Level, row.Grade, row.Origin, row.From, row.Depth, row.Text])).toEqual([
      ['Baker (Intermediate)', '6', 'own', '', '1', 'Bake bread'],
      ['Baker (Intermediate)', '6', 'own', '', '2', 'and rolls'],
      ['Baker (Intermediate)', '6', 'base', '', '1', 'Knows the kitchen'],
      ['Senior Baker', '7', 'inherited', 'Baker (Intermediate)', '1', 'Bake bread'],
      ['Senior Baker', '7', 'inherited', 'Baker (Intermediate)', '2', 'and rolls'],
      ['Senior Baker', '7', 'own', '', '1', 'Teach, as they ask'],
      ['Senior Baker', '7', 'base', '', '1', 'Knows the kitchen'],
      ['', '', 'family', '', '1', 'Next comes the Chef, or nothing.'],
      ['Chef', '9', 'own', '', '1', 'Lead'],
    ]);
  });

  it('is what RFC 4180 says', () => {
    const rows = [
      ['a', 'b,c', 'd"e'],
      ['f\ng', '', ' h '],
    ];
    const text = csvText(rows);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(parse(text)).toEqual(rows);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '＠x', '\u0000=1'])('%j is no formula', cell => {
    expect(guarded(cell)).toBe(`'${cell}`);
  });

  it.each(['Bake', '1+1', "'=1", 'a = b', '', '7', '(=1'])('%j stays as it is', cell => {
    expect(guarded(cell)).toBe(cell);
  });
});

describe('an exported Markdown', () => {
  it('is a table with a column a level', async () => {
    const html = new MarkdownIt().render(await textOf('markdown'));
    expect(html).toContain('<h1>Kitchen</h1>');
    expect(html).toContain('<h2>Baker</h2>');
    const heads = [...html.matchAll(/<th>(.*?)<\/th>/g)].map(match => match[1]);
    expect(heads).toEqual(['', 'Base', 'Baker (Intermediate)', 'Senior Baker', '', 'Chef']);
    expect(html).toContain('+1 inherited from Baker (Intermediate)');
  });
});

describe('what a hostile page exports', () => {
  const hostile = `---
title: '=HYPERLINK("https://evil.example","x") </title><script>alert(1)</script>'
---

## <img src=x onerror=alert(1)> | Levels

### =cmd|' /C calc'!A0

#### Job Grade

The =cmd|' /C calc'!A0 is a [grade 7](javascript:alert(1)).

#### Responsibilities

- <script>alert(1)</script>=1+1
- [x](javascript:alert(1)) [y](data:text/html,x) [z](vbscript:x) [w](//evil.example/x)
- ![p](https://evil.example/p.png) <iframe src="https://evil.example"></iframe>
- a | b \\| c \`d | e\` <https://evil.example/"onmouseover="alert(1)>
- [q](https://good.example/?a=1&b="><script>alert(1)</script>)
- </td></table></style><style>*{display:none}</style>
- {{< raw "<script>alert(1)</script>" >}}
- ![a](link:0) [b](link:0)
`;

  it.each(['matrix', 'levels'] as const)('is HTML that holds no tag but ours and no address but the web’s: %s', async view => {
    const html = exportedText(await familiesOf({ [baker]: hostile }, baker), 'html', view);
    expect(html).toContain(`default-src 'none'`);
    const body = html.slice(html.indexOf('<body'));
    expect(body).not.toMatch(/<(?:script|img|iframe|style|object|link|base|form|input|svg)\b/i);
    expect(body).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
    expect(html.match(/<style/g)).toHaveLength(1);
    for (const [, href] of body.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^(?:https?:\/\/|mailto:|#)/);
    expect(await htmlProblems(html)).toEqual([]);
  });

  it('is CSV without a formula', async () => {
    const rows = parse(exportedText(await familiesOf({ [baker]: hostile }, baker), 'csv'));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uFF1D1'])(
    'a cell %j is guarded, and is not if that is asked for',
    cell => {
      expect(parse(csvText([[cell, 'x']]))).toEqual([[`'${cell}`, 'x']]);
      expect(parse(csvText([[cell, 'x']], { rawCells: true }))).toEqual([[cell, 'x']]);
    },
  );

  it('is Markdown that makes no tag, link or further cell', async () => {
    const text = exportedText(await familiesOf({ [baker]: hostile }, baker), 'markdown');
    const html = new MarkdownIt({ html: true, linkify: true }).render(text).replaceAll('<br>', '');
    expect([...new Set(html.match(/<[a-z]\w*/gi))].sort()).toEqual(['<h1', '<table', '<tbody', '<td', '<th', '<thead', '<tr']);
    const cells = html.split('<tr>').map(row => row.match(/<t[dh]>/g)?.length ?? 0);
    expect([...new Set(cells.slice(1))]).toHaveLength(1);
  });
});
