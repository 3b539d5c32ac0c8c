import { describe, expect, it } from 'vitest';
import { runRules } from '../../server/src/rules/runRules.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { readMisusedTerms } from '../../server/src/workspace/misusedTerms.ts';
import { defaultPath } from '../support/fixture.ts';
import { memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';

const read = (text: string): { terms: ReturnType<typeof readMisusedTerms>; logged: string[] } => {
  const logged: string[] = [];
  return { terms: readMisusedTerms(text, message => logged.push(message)), logged };
};

describe('a company’s own list', () => {
  it('is read with one word or several, and its reason in plain words', () => {
    const { terms, logged } = read(`
- avoid: Crunch
  use_instead: Push
  reason: See [the values](/handbook/values/).
- avoid: [Left, Right]
  use_instead: [Port, Starboard]
- avoid: [Up]
  use_instead:
    - "[Above](/handbook/above/)"
    - Skip this word
    - Any other word that fits what you mean.
`);
    expect(terms).toEqual([
      { avoid: 'Crunch', useInstead: ['Push'], reason: 'See the values.' },
      { avoid: 'Left', useInstead: ['Port'] },
      { avoid: 'Right', useInstead: ['Starboard'] },
      { avoid: 'Up', useInstead: ['Above'] },
    ]);
    expect(logged).toEqual([]);
  });
  it('says nothing of words that only one meaning is to be avoided of', () => {
    const { terms } = read(`
- avoid: They
  exclude_from_exports: true
- avoid: Technical
  avoid_footnote: [Of people]
- avoid: ["Print (of photographs)", Press or "print" of any kind]
`);
    expect(terms).toEqual([]);
  });
  it('is passed over where it is damaged, and that is logged', () => {
    for (const damaged of ['- avoid: [', 'avoid: Crunch', 'just text', '- {a: *b}']) {
      const { terms, logged } = read(damaged);
      expect(terms).toEqual([]);
      expect(logged, damaged).toHaveLength(1);
    }
    expect(read('- 5\n- avoid: Crunch\n')).toMatchObject({
      terms: [{ avoid: 'Crunch' }],
      logged: [expect.stringContaining('1 of its')],
    });
    expect(read('')).toEqual({ terms: [], logged: [] });
  });
});

it('counts in the workspace, and a change of it at once', async () => {
  const path = 'data/misused_terms.yml';
  const page = '---\ntitle: Editor\n---\n\nNo crunch, no blacklist, no haste.\n';
  const { host, workspace } = memoryWorkspace({ [defaultPath]: page, [path]: '- avoid: Crunch\n  use_instead: Push\n' });
  const told = async (): Promise<string[]> => {
    const linked = await LinkedFamily.load(`${memoryRoot}/${defaultPath}`, workspace);
    return runRules(linked!)
      .filter(finding => finding.code === 'misused-word')
      .map(finding => `${finding.severity} ${page.slice(finding.span.start, finding.span.end)}`);
  };
  expect(await told()).toEqual(['information crunch', 'warning blacklist']);
  host.files.set(path, '- avoid: Haste\n');
  await workspace.fileChanged(`${memoryRoot}/${path}`);
  expect(await told()).toEqual(['warning blacklist', 'information haste']);
  workspace.setDocument(`${memoryRoot}/${path}`, '- avoid: [');
  expect(await told()).toEqual(['warning blacklist']);
  expect(host.logged.at(-1)).toContain(path);
  await workspace.closeDocument(`${memoryRoot}/${path}`);
  expect(await told()).toEqual(['warning blacklist', 'information haste']);
  host.files.delete(path);
  await workspace.fileChanged(`${memoryRoot}/${path}`);
  expect(await told()).toEqual(['warning blacklist']);
});
