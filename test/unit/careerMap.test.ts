import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CareerMap, EdgeKind, MapFamily } from '../../server/src/map/careerMap.ts';
import { BOX_WIDTH, mapLayout } from '../../server/src/map/mapLayout.ts';
import { svgDocument } from '../../server/src/map/svgDocument.ts';
import { wrapped } from '../../server/src/map/wrapped.ts';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { expectWellFormed } from '../support/wellFormed.ts';

const level = (title: string, grade: number, more = ''): string => `### ${title}

The ${title} is a grade ${grade}.
${more}
#### Job Grade

The ${title} is a grade ${grade}.

#### Responsibilities

- Works
`;
const path = (name: string, department = 'kitchen'): string => `content/job-families/${department}/${name}.md`;
const uri = (name: string, department?: string): string => `${memoryRoot}/${path(name, department)}`;
const files = {
  [path('baker')]: `---\ntitle: Baker\n---\n\n## Levels\n\n${level('Baker', 6, '\nThe Baker reports to the Head Chef.\n')}
${level('Senior Baker', 7, '\nThe Senior Baker reports to the Head Chef.\n')}
## Career Ladder\n\nNext comes the [Chef](/job-families/kitchen/chef/#head-chef), or the [Buyer](/job-families/stores/buyer/).\n`,
  [path('chef')]: `---\ntitle: Chef\n---\n\n## Levels\n\n${level('Chef', 9)}\n${level('Head Chef', 10)}`,
  [path('cook')]: `---\ntitle: Cook\n---\n\n## Levels\n\n${level('Cook', 6)}
#### Requirements\n\n- Extends the [Baker](/job-families/kitchen/baker/#baker) requirements\n`,
  [path('waiter')]: '---\ntitle: Waiter\n---\n\n## Job Grade\n\nThe Waiter has a grade.\n',
  [path('buyer', 'stores')]:
    `---\ntitle: Buyer\n---\n\n## Levels\n\n${level('Buyer', 7)}\n## Career Ladder\n\nThen the [Keeper](/job-families/stores/keeper/).\n`,
  [path('keeper', 'stores')]: `---\ntitle: Keeper\n---\n\n## Levels\n\n${level('Keeper', 8)}`,
};

function serviceOf(texts: Readonly<Record<string, string>>): LanguageService {
  return new LanguageService(new MemoryHost(new Map(Object.entries(texts))), { folders: [memoryRoot] });
}

const titlesOf = (map: CareerMap): string[] => map.families.map(family => family.title).sort();

function linesOf(map: CareerMap): string[] {
  const titleOf = (at: string): string => map.families.find(family => family.uri === at)!.title;
  return map.edges.map(
    edge => `${titleOf(edge.from)} [${edge.fromLevels.join()}] ${edge.kind} ${titleOf(edge.to)} [${edge.toLevels.join()}]`,
  );
}

describe('the career map', () => {
  let service: LanguageService;
  beforeAll(() => {
    service = serviceOf(files);
  });

  it('of a family has those that it leads to and those that lead to it, with the levels that say so', async () => {
    const map = (await service.careerMap([uri('baker')]))!;
    expect(map.title).toBe('Baker');
    expect(map.families.find(family => family.place === 'focus')?.title).toBe('Baker');
    expect(titlesOf(map)).toEqual(['Baker', 'Buyer', 'Chef', 'Cook']);
    expect(linesOf(map).sort()).toEqual([
      'Baker [] next Buyer []',
      'Baker [] next Chef [head-chef]',
      'Baker [baker,senior-baker] reports-to Chef [head-chef]',
      'Cook [cook] extends Baker [baker]',
    ]);
  });

  it('reaches as many steps as are wanted', async () => {
    expect(titlesOf((await service.careerMap([uri('keeper', 'stores')]))!)).toEqual(['Buyer', 'Keeper']);
    expect(titlesOf((await service.careerMap([uri('keeper', 'stores')], 2))!)).toEqual(['Baker', 'Buyer', 'Keeper']);
  });

  it('of a department has all of its families, and those elsewhere that they lead to', async () => {
    const map = (await service.careerMap(['baker', 'chef', 'cook', 'waiter'].map(name => uri(name))))!;
    expect(map.title).toBe('Kitchen');
    expect(map.families.filter(family => family.place === 'outside').map(family => family.title)).toEqual(['Buyer']);
    expect(titlesOf(map)).toEqual(['Baker', 'Buyer', 'Chef', 'Cook', 'Waiter']);
  });

  it('is none of a page that is no job family', async () => {
    expect(await service.careerMap([`${memoryRoot}/README.md`])).toBeUndefined();
  });

  it('goes with what is written now', async () => {
    const changing = serviceOf(files);
    changing.setDocument(uri('chef'), files[path('chef')]!.replaceAll('Head Chef', 'Kitchen Lead'));
    const map = (await changing.careerMap([uri('baker')]))!;
    expect(linesOf(map)).not.toContainEqual(expect.stringContaining('reports-to'));
  });

  it('stands by grade, the highest above, and no box covers another', async () => {
    const map = (await service.careerMap(['baker', 'chef', 'cook', 'waiter'].map(name => uri(name))))!;
    const { rows, boxes } = mapLayout(map);
    expect(rows.map(row => row.grade)).toEqual([10, 9, 7, 6, undefined]);
    for (const box of boxes)
      for (const { level: one, lines } of box.levels) {
        const row = rows.find(({ grade }) => grade === one.grade)!;
        for (const line of lines) {
          expect(line.y).toBeGreaterThan(row.y);
          expect(line.y).toBeLessThan(row.y + row.height);
        }
      }
    expectApart(boxes.map(({ x, y, height }) => ({ x, y, width: BOX_WIDTH, height })));
  });
});

describe('its lines', () => {
  const grades = fc.uniqueArray(fc.integer({ min: 5, max: 12 }), { minLength: 1, maxLength: 4 });
  const maps = fc.array(grades, { minLength: 2, maxLength: 9 }).chain(ladders => {
    const one = fc.integer({ min: 0, max: ladders.length - 1 });
    const kind = fc.constantFrom<EdgeKind>('next', 'reports-to', 'extends');
    return fc.array(fc.tuple(one, one, kind), { maxLength: 8 }).map(links => mapOf(ladders, links));
  });

  it('pass behind no box, whatever families there are and whichever lead where', () => {
    fc.assert(
      fc.property(maps, map => {
        const { boxes, edges, width, height } = mapLayout(map);
        for (const { edge, path } of edges) {
          const others = boxes.filter(({ family: { uri } }) => uri !== edge.from && uri !== edge.to);
          for (const { x, y } of pointsOf(path)) {
            expect(x >= 0 && x <= width && y >= 0 && y <= height, path).toBe(true);
            const hidden = others.find(box => x > box.x && x < box.x + BOX_WIDTH && y > box.y && y < box.y + box.height);
            expect(hidden?.family.title, path).toBeUndefined();
          }
        }
      }),
    );
  });
});

function mapOf(ladders: readonly (readonly number[])[], links: readonly (readonly [number, number, EdgeKind])[]): CareerMap {
  const families = ladders.map(
    (grades, index): MapFamily => ({
      uri: `file:///${index}`,
      title: `Family ${index}`,
      department: undefined,
      address: undefined,
      levels: grades.map(grade => ({ title: `Level ${grade}`, anchor: `${grade}`, grade, track: 'management', line: 0 })),
      place: 'inside',
    }),
  );
  const edges = links
    .filter(([from, to]) => from !== to)
    .map(([from, to, kind]) => ({ kind, from: `file:///${from}`, to: `file:///${to}`, fromLevels: [], toLevels: [] }));
  return { title: 'All', families, edges, leftOut: 0 };
}

/** Points of a path of lines and curves, near enough to each other to meet every box that it passes behind. */
function pointsOf(path: string): { readonly x: number; readonly y: number }[] {
  let at = { x: 0, y: 0 };
  return [...path.matchAll(/([MLC]) ([^MLC]*)/g)].flatMap(([, command, numbers]) => {
    const values = numbers!
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const points = values.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: values[index + 1]! }] : []));
    const [from, end] = [at, points.at(-1)!];
    at = end;
    if (command === 'M') return [end];
    const [first, second] = command === 'C' ? [points[0]!, points[1]!] : [from, end];
    return Array.from({ length: 101 }, (_, piece) => piece / 100).map(t => {
      const on = (axis: 'x' | 'y'): number =>
        (1 - t) ** 3 * from[axis] + 3 * (1 - t) ** 2 * t * first[axis] + 3 * (1 - t) * t ** 2 * second[axis] + t ** 3 * end[axis];
      return { x: on('x'), y: on('y') };
    });
  });
}

function expectApart(boxes: readonly { x: number; y: number; width: number; height: number }[]): void {
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, JSON.stringify([a, b])).toBe(true);
    }
}

describe('its SVG', () => {
  const family = (title: string, place: MapFamily['place'] = 'inside'): MapFamily => ({
    uri: `file:///${encodeURIComponent(title)}`,
    title,
    department: undefined,
    address: '/job-families/x/',
    levels: [{ title: `Senior ${title}`, anchor: 'senior', grade: 7, track: 'individual-contributor', line: 3 }],
    place,
  });

  it('has a name, a description, text that is text, and links to the site', () => {
    const svg = svgDocument({ title: 'Baker', families: [family('Baker')], edges: [], leftOut: 0 }, 'https://site.example');
    expectWellFormed(svg);
    expect(svg).toMatch(/<title id="[^"]*">Career map: Baker<\/title>\s*<desc/);
    expect(svg).toContain('>Senior Baker</tspan>');
    expect(svg).toContain('href="https://site.example/job-families/x/#senior"');
  });

  it('tells the kinds of lines apart by dashes', () => {
    const [a, b] = [family('A'), family('B')];
    const edges = (['next', 'reports-to', 'extends'] as const).map(kind => ({
      kind,
      from: a.uri,
      to: b.uri,
      fromLevels: [],
      toLevels: [],
    }));
    const svg = svgDocument({ title: 'A', families: [a, b], edges, leftOut: 0 }, undefined);
    const dashes = [...svg.matchAll(/<path class="edge ([\w-]+)"[^>]*>/g)].map(
      match => /dasharray="([^"]*)"/.exec(match[0])?.[1],
    );
    expect(new Set(dashes).size).toBe(3);
    expect(svg).not.toContain('href');
  });

  it('shows what a hostile page says as words', () => {
    const bad = family('</title><script>alert(1)</script><a xlink:href="javascript:x">\u0000\u0008]]>');
    const svg = svgDocument({ title: bad.title, families: [bad], edges: [], leftOut: 0 }, 'https://site.example');
    expectWellFormed(svg);
    expect(svg).not.toMatch(/<script|xlink:href="/);
  });

  it('breaks long names between words, and words that are too long anywhere', () => {
    expect(wrapped('Senior Manager, Something Long', 14)).toEqual(['Senior', 'Manager,', 'Something Long']);
    expect(wrapped('Aaaaaaaaaa', 4)).toEqual(['Aaaa', 'aaaa', 'aa']);
    expect(wrapped('  ', 4)).toEqual(['']);
  });
});
