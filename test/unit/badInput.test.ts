import { describe, expect, it } from 'vitest';
import { runRules } from '../../server/src/rules/runRules.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const level = (name: string): string =>
  `### ${name}\n\n#### Job Grade\n\nThe ${name} is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).\n\n#### Responsibilities\n\n- Bake\n\n`;

/** What is told of a page, and the levels that were read of it. A rule that throws fails the test. */
async function read(text: string, gradePage = true) {
  const linked = await linkFamily({ [path]: text }, { gradePage });
  const findings = runRules(linked, {
    onRuleFailed: (code, error) => {
      throw new Error(`${code}: ${String(error)}`);
    },
  });
  return { levels: linked.family.levels.map(one => one.title), codes: findings.map(finding => finding.code), findings };
}

describe('a page is still read, as far as it can be, with', () => {
  it('a front matter that is not closed', async () => {
    const { levels, codes } = await read(`---\ntitle: Baker\n\n## Levels\n\n${level('Senior Baker')}`);
    expect(levels).toEqual(['Senior Baker']);
    expect(codes).toContain('invalid-front-matter');
  });

  it('front matter that is no YAML', async () => {
    const { levels, codes } = await read(`---\ntitle: "Baker\n: x\n---\n\n## Levels\n\n${level('Senior Baker')}`);
    expect(levels).toEqual(['Senior Baker']);
    expect(codes).toContain('invalid-front-matter');
  });

  it('a fence that is never closed: what stands before it', async () => {
    expect(
      (await read(`---\ntitle: Baker\n---\n\n## Levels\n\n${level('Senior Baker')}\`\`\`\n${level('Staff Baker')}`)).levels,
    ).toEqual(['Senior Baker']);
  });

  it('conflict markers', async () => {
    const { levels, codes } = await read(
      `---\ntitle: Baker\n---\n\n## Levels\n\n<<<<<<< ours\n${level('Senior Baker')}=======\n${level('Staff Baker')}>>>>>>> theirs\n`,
    );
    expect(levels).toEqual(['Senior Baker', 'Staff Baker']);
    expect(codes.filter(code => code === 'merge-conflict-marker')).toHaveLength(1);
  });

  it('nothing in it', async () => {
    expect(await read('')).toEqual({ levels: [], codes: [], findings: [] });
  });

  it('lists and quotations nested beyond reason', async () => {
    const nested = Array.from({ length: 1_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
    expect(
      (await read(`---\ntitle: Baker\n---\n\n## Levels\n\n${level('Senior Baker')}${nested}\n\n${'> '.repeat(5_000)}x\n`)).levels,
    ).toEqual(['Senior Baker']);
  });

  it('five megabytes', async () => {
    const bullets = Array.from(
      { length: 1_000 },
      (_, i) => `- Bake bread number ${i} and carry it to the [oven](#oven-${i})`,
    ).join('\n');
    const text = `---\ntitle: Baker\n---\n\n## Levels\n\n${Array.from({ length: 80 }, (_, i) => `${level(`Senior Baker ${i}`)}${bullets}\n\n`).join('')}`;
    expect(text.length).toBeGreaterThan(4_500_000);
    expect((await read(text)).levels).toHaveLength(80);
  }, 120_000);
});

it('without the grade page one information is told, and no grade is called wrong', async () => {
  const { findings } = await read(
    `---\ntitle: Baker\n---\n\n## Levels\n\n${level('Senior Baker')}${level('Staff Baker')}`,
    false,
  );
  const ofGrades = findings.filter(finding => /grade/.test(finding.code) || finding.code === 'broken-link');
  expect(ofGrades.map(finding => [finding.code, finding.severity])).toEqual([['broken-grade-anchor', 'information']]);
});
