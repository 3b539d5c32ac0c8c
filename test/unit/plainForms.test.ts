import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

/** A page of the profile `plain`: its title, its levels with label and grade, and the codes of its findings. */
async function read(text: string, overrides = '') {
  const files = new Map([
    ['.job-family.yaml', `profile: plain\n${overrides}`],
    ['job-families/page.md', text],
  ]);
  const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
  const uri = `${memoryRoot}/job-families/page.md`;
  const { model } = (await service.exportedFamily(uri, () => 'page.md'))!;
  return {
    title: model.title,
    levels: model.levels.map(level => [level.label ?? null, level.title, level.grade]),
    sections: model.levels.map(level => level.sections.map(section => section.kind)),
    codes: (await service.findings(uri))!.findings.map(finding => finding.code),
  };
}

describe('a page of a company’s own form, with the profile plain', () => {
  it.each([
    ['### P1: Junior Cook\n\n- Peels\n\n### P2: Cook\n\n- Fries\n', ['P1', 'Junior Cook', 1], ['P2', 'Cook', 2]],
    ['## P1 – Junior Cook\n\n- Peels\n\n## P2 – Cook\n\n- Fries\n', ['P1', 'Junior Cook', 1], ['P2', 'Cook', 2]],
    ['## Junior Cook (P1)\n\n- Peels\n\n## Cook (P2)\n\n- Fries\n', ['P1', 'Junior Cook', 1], ['P2', 'Cook', 2]],
  ])('reads a grade in a heading as the configuration writes grades: %j', async (body, ...levels) => {
    const overrides = "overrides: { grades: { patterns: ['\\bP(?<number>\\d)\\b'] } }\n";
    expect((await read(`---\ntitle: Cook\n---\n\n${body}`, overrides)).levels).toEqual(levels);
  });

  it.each(['', '# Cook\n\n'])('reads the levels that a table lists, after %j', async h1 => {
    const table = '| Title | Grade |\n|---|---|\n| [Junior Cook](#junior-cook) | C1 |\n| [Senior Cook](#senior-cook) | C3 |\n';
    const page = await read(`---\ntitle: Cook\n---\n\n${h1}${table}\n## Junior Cook\n\n- Peels\n\n## Senior Cook\n\n- Seasons\n`);
    expect(page.levels).toEqual([
      ['C1', 'Junior Cook', null],
      ['C3', 'Senior Cook', null],
    ]);
    expect(page.codes).toEqual([]);
  });

  it('takes the first heading for the title, and each level’s sections for its own', async () => {
    const role = '### Responsibilities\n\n- Cooks\n\n### Requirements\n\n- Calm\n\n';
    const page = await read(`# Cook\n\n## Junior Cook\n\n${role}## Senior Cook\n\n${role.replace('Cooks', 'Teaches')}`);
    expect(page.title).toBe('Cook');
    expect(page.sections).toEqual([
      ['responsibilities', 'requirements'],
      ['responsibilities', 'requirements'],
    ]);
    expect(page.codes).not.toContain('missing-title');
  });

  it('reads one role a page, and asks for no grade', async () => {
    const page = await read('---\ntitle: Senior Cook\n---\n\n## Responsibilities\n\n- Cooks\n\n## Requirements\n\n- Calm\n');
    expect(page.levels).toEqual([[null, 'Senior Cook', null]]);
    expect(page.codes).toEqual([]);
  });

  it.each(['What is my level?', 'Why are our levels unlike others?', 'Is a senior cook a grade 3?'])(
    'takes no question for a level: %s',
    async question => {
      const page = await read(
        `---\ntitle: Guide\n---\n\n## ${question}\n\nA cook here is not the same as a grade 3 elsewhere.\n`,
      );
      expect(page.levels).toEqual([]);
      expect(page.codes).toEqual([]);
    },
  );

  it('takes the first heading for the title of a page with grade sections, too', async () => {
    const page = await read(
      '# Cook\n\n## Senior Cook\n\n### Job Grade\n\nThe Senior Cook is grade 4.\n\n### Requirements\n\n- Calm\n',
    );
    expect(page.title).toBe('Cook');
    expect(page.levels).toEqual([[null, 'Senior Cook', 4]]);
  });
});
