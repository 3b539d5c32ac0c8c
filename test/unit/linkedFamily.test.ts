import { describe, expect, it } from 'vitest';
import { linkFamily } from '../support/memoryWorkspace.ts';

const family = (title: string, level: string, body = '- Bake'): string =>
  `---\ntitle: ${title}\n---\n\n## Levels\n\n### ${level}\n\n#### Job Grade\n\nThe ${level} is a grade 7.\n\n#### Responsibilities\n\n${body}\n`;

async function resolved(bullet: string, others: Record<string, string>): Promise<string | undefined> {
  const linked = await linkFamily({
    'content/job-families/kitchen/baker.md': family('Baker', 'Senior Baker', `- ${bullet}`),
    ...others,
  });
  const target = linked.resolveExtends(linked.family.levels[0]!.extends[0]!);
  return target && `${target.uri.split('/').at(-1)}#${target.level?.anchor ?? ''}`;
}

describe('a level that is named and not on the page', () => {
  it.each([
    ['Extends the Senior Cook responsibilities', 'Senior Cook', 'cook.md#senior-cook'],
    ['Extends the Sr. Cook responsibilities', 'Senior Cook', 'cook.md#senior-cook'],
    ['Extends the Senior Cook responsibilities', 'Sr. Cook', 'cook.md#sr-cook'],
    ['Extends the VP, Bakeries responsibilities', 'Vice President of Bakeries', 'cook.md#vice-president-of-bakeries'],
  ])('%s: is that of the one other page that has %s', async (bullet, level, expected) => {
    expect(await resolved(bullet, { 'content/job-families/kitchen/cook.md': family('Cook', level) })).toBe(expected);
  });

  it('is none where several pages have it, or where it is only alike', async () => {
    const twice = {
      'content/job-families/kitchen/cook.md': family('Cook', 'Senior Cook'),
      'content/job-families/inn/cook.md': family('Cook', 'Senior Cook'),
    };
    expect(await resolved('Extends the Senior Cook responsibilities', twice)).toBeUndefined();
    expect(
      await resolved('Extends the Cook responsibilities', {
        'content/job-families/kitchen/cook.md': family('Cook', 'Senior Cook'),
      }),
    ).toBeUndefined();
  });
});

describe('a link to another page', () => {
  const cook = { 'content/job-families/kitchen/cook.md': family('Cook', 'Senior Cook') };

  it.each([
    [
      'by its anchor',
      'Extends the responsibilities of the [cook](/job-families/kitchen/cook/#senior-cook)',
      'cook.md#senior-cook',
    ],
    [
      'by the anchor of a section',
      'Extends the responsibilities of the [cook](/job-families/kitchen/cook/#responsibilities)',
      'cook.md#senior-cook',
    ],
    ['by its words', 'Extends the responsibilities of the [Senior Cook](/job-families/kitchen/cook/)', 'cook.md#senior-cook'],
    ['by a ref', 'Extends the responsibilities of the [Senior Cook]({{< ref "cook#senior-cook" >}})', 'cook.md#senior-cook'],
    ['not where the page is missing', 'Extends the responsibilities of the [Chef](/job-families/kitchen/chef/)', undefined],
  ])('finds the level %s', async (_, bullet, expected) => {
    expect(await resolved(bullet, cook)).toBe(expected);
  });

  it('counts what the other page’s level has among the inherited bullets', async () => {
    const linked = await linkFamily({
      'content/job-families/kitchen/baker.md': family(
        'Baker',
        'Senior Baker',
        '- Extends the responsibilities of the [cook](/job-families/kitchen/cook/#senior-cook)\n- Knead',
      ),
      ...cook,
    });
    const section = linked.effective(linked.family.levels[0]!, 'responsibilities');
    expect(section.bullets.map(one => [one.bullet.text, one.own])).toEqual([
      ['Bake', false],
      ['Knead', true],
    ]);
  });
});
