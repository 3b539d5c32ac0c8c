import { describe, expect, it } from 'vitest';
import { runRules } from '../../server/src/rules/runRules.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';

const requirements = (...bullets: string[]): string =>
  `### Requirements\n\n${bullets.map(bullet => `- ${bullet}`).join('\n')}\n\n`;
const level = (name: string, grade: number, ...bullets: string[]): string =>
  `## ${name}\n\n### Job Grade\n\nThe ${name} is a grade ${grade}.\n\n${requirements(...bullets)}`;
const page = (title: string, ...parts: string[]): string => `---\ntitle: ${title}\n---\n\n${parts.join('')}`;

/** What the level of this title amounts to: inherited bullets in brackets. */
async function amounts(title: string, text: string, others: Record<string, string> = {}): Promise<string[]> {
  const linked = await linkFamily({ [path]: text, ...others });
  const found = linked.family.levels.find(one => one.title === title)!;
  const section = linked.effective(found, 'requirements');
  expect(section.ownCount + section.inheritedCount).toBe(section.bullets.length);
  expect(section.ownCount).toBe(section.bullets.filter(one => one.own).length);
  return section.bullets.map(one => (one.own ? one.bullet.text : `(${one.bullet.text})`));
}

describe('a level has', () => {
  it('what it takes over over several steps, in their order', async () => {
    const text = page(
      'Baker',
      level('Baker', 6, 'Flour'),
      level('Senior Baker', 7, 'Extends the Baker requirements', 'Yeast'),
      level('Staff Baker', 8, 'Extends the Senior Baker requirements', 'Salt'),
    );
    expect(await amounts('Staff Baker', text)).toEqual(['(Flour)', '(Yeast)', 'Salt']);
    expect(await amounts('Baker', text)).toEqual(['Flour']);
  });

  it('once what comes to it on two ways', async () => {
    const text = page(
      'Baker',
      level('Baker', 6, 'Flour'),
      level('Senior Baker', 7, 'Extends the Baker requirements', 'Yeast'),
      level('Staff Baker', 8, 'Extends either the [Baker](#baker) or the [Senior Baker](#senior-baker)', 'Salt'),
    );
    expect(await amounts('Staff Baker', text)).toEqual(['(Flour)', '(Yeast)', 'Salt']);
  });

  it('only itself, where it takes over from itself', async () => {
    expect(await amounts('Baker', page('Baker', level('Baker', 6, 'Extends the Baker requirements', 'Flour')))).toEqual([
      'Flour',
    ]);
  });

  it('all of a circle, from wherever in it', async () => {
    const ring = ['Baker', 'Senior Baker', 'Staff Baker'];
    const text = page(
      'Baker',
      ...ring.map((name, i) => level(name, 6 + i, `Extends the ${ring[(i + 1) % 3]} requirements`, `Skill ${i}`)),
    );
    for (const [i, name] of ring.entries()) {
      const found = await amounts(name, text);
      expect(found.at(-1)).toBe(`Skill ${i}`);
      expect(found.map(one => one.replace(/[()]/g, '')).sort()).toEqual(['Skill 0', 'Skill 1', 'Skill 2']);
    }
  });

  it('the sections over the levels as its own where it is the page, and as inherited ones where it is another', async () => {
    const text = page(
      'Baker',
      '### Job Grade\n\nThe Baker is a grade 6.\n\n',
      requirements('Flour'),
      level('Senior Baker', 7, 'Extends the Baker requirements', 'Yeast'),
    );
    expect(await amounts('Baker', text)).toEqual(['Flour']);
    expect(await amounts('Senior Baker', text)).toEqual(['(Flour)', 'Yeast']);
  });

  it('nothing of a section of another kind', async () => {
    const text = page(
      'Baker',
      level('Baker', 6, 'Flour'),
      '## Senior Baker\n\n### Job Grade\n\nThe Senior Baker is a grade 7.\n\n### Responsibilities\n\n- Extends the Baker responsibilities\n',
    );
    expect(await amounts('Senior Baker', text)).toEqual([]);
  });
});

describe('over pages a level has', () => {
  const cook = 'content/job-families/kitchen/cook.md';
  const cooks = page('Cook', `## Requirements\n\n- Fire\n\n`, level('Senior Cook', 7, 'Extends the Baker requirements', 'Knife'));

  it('the other page’s base and level, and ends where that page takes over from this one', async () => {
    const text = page(
      'Baker',
      level('Baker', 6, 'Extends the requirements of the [Senior Cook](/job-families/kitchen/cook/)', 'Flour'),
    );
    expect(await amounts('Baker', text, { [cook]: cooks })).toEqual(['(Fire)', '(Knife)', 'Flour']);
  });

  it.each([
    ['a URL', '/job-families/kitchen/cook/#requirements'],
    ['a ref', '{{< ref "cook#requirements" >}}'],
  ])('the other page’s base alone, where %s leads to it: and nobody calls that a mistake', async (_, link) => {
    const text = page('Baker', level('Baker', 6, `Extends the requirements of the [cooks](${link})`, 'Flour'));
    expect(await amounts('Baker', text, { [cook]: cooks })).toEqual(['(Fire)', 'Flour']);
    const codes = runRules(await linkFamily({ [path]: text, [cook]: cooks })).map(finding => finding.code);
    expect(codes).not.toContain('unknown-extended-level');
    expect(codes).not.toContain('missing-inherited-section');
  });

  it.each([
    ['a URL', '/job-families/kitchen/cook/', '/job-families/kitchen/cook/#senior-cook'],
    ['a ref', '{{< ref "cook" >}}', '{{< ref "cook#senior-cook" >}}'],
  ])('nothing of a level that the other page has not: the fix links to the one that is meant by %s', async (_, link, mended) => {
    const text = page('Baker', level('Baker', 6, `Extends the requirements of the [Senior Cok](${link})`, 'Flour'));
    const more = { [cook]: page('Cook', level('Senior Cook', 7, 'Knife'), level('Staff Cook', 8, 'Pots')) };
    const finding = runRules(await linkFamily({ [path]: text, ...more })).find(one => one.code === 'unknown-extended-level')!;
    const fixed = applySpanEdits(text, finding.fixes[0]!.edits);
    expect(fixed).toBe(text.replace(link, mended));
    expect(await amounts('Baker', fixed, more)).toEqual(['(Knife)', 'Flour']);
  });
});
