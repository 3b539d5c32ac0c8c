import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { linkFamily, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const titled = (text = ''): string => `---\ntitle: Page\n---\n\n${text}\n`;

function linkFindings(linked: LinkedFamily): Finding[] {
  return runRules(linked, {
    onRuleFailed: (_, error) => {
      throw error;
    },
  }).filter(finding => finding.code === 'broken-link');
}

/** What the fixes of a page's only broken link make of the link. */
async function offered(link: string, others: Record<string, string>): Promise<string[]> {
  const text = titled(link);
  const findings = linkFindings(await linkFamily({ [path]: text, ...others }));
  expect(findings).toHaveLength(1);
  return findings[0]!.fixes.map(fix => applySpanEdits(text, fix.edits).split('\n').at(-2)!);
}

describe('for a broken link is offered', () => {
  it('the heading of nearly that name', async () => {
    const others = { 'content/handbook/oven.md': titled('## Cleaning the oven') };
    expect(await offered('[x](/handbook/oven/#cleaning-the-ovens)', others)).toEqual(['[x](/handbook/oven/#cleaning-the-oven)']);
  });

  it('the page near by that has the heading', async () => {
    const others = {
      'content/handbook/kitchen/oven/_index.md': titled('## Heat'),
      'content/handbook/kitchen/oven/cleaning.md': titled('## Every evening'),
      'content/handbook/garden/shed.md': titled('## Every evening'),
    };
    expect(await offered('[x](/handbook/kitchen/oven/#every-evening)', others)).toEqual([
      '[x](/handbook/kitchen/oven/cleaning/#every-evening)',
    ]);
    expect(await offered('[x]({{< ref "/handbook/kitchen/oven#every-evening" >}})', others)).toEqual([
      '[x]({{< ref "/handbook/kitchen/oven/cleaning#every-evening" >}})',
    ]);
  });

  it('the heading on the page itself, and none where several pages have it', async () => {
    const oven = { 'content/handbook/kitchen/oven/_index.md': titled('## Heat') };
    expect(await offered('## Every evening\n\n[x](/handbook/kitchen/oven/#every-evening)', oven)).toEqual([
      '[x](#every-evening)',
    ]);
    const two = { 'content/handbook/kitchen/oven/cleaning.md': titled('## Every evening') };
    expect(await offered('## Every evening\n\n[x](/handbook/kitchen/oven/#every-evening)', { ...oven, ...two })).toEqual([]);
  });

  it('the page that had nearly that address, by the address it has now', async () => {
    const others = { 'content/handbook/kitchen/oven.md': '---\ntitle: Oven\naliases: [/handbook/kitchen/old-stove/]\n---\n' };
    expect(await offered('[x](/handbook/kitchen/old-stoves/)', others)).toEqual(['[x](/handbook/kitchen/oven/)']);
  });

  it('every page of a name that several have', async () => {
    const others = { 'content/handbook/kitchen/oven.md': titled(), 'content/handbook/garden/oven/_index.md': titled() };
    expect(await offered('[x]({{< ref "oven#heat" >}})', others)).toEqual([
      '[x]({{< ref "/handbook/garden/oven#heat" >}})',
      '[x]({{< ref "/handbook/kitchen/oven#heat" >}})',
    ]);
  });
});

describe('where only a part of the site is open', () => {
  const text = titled('## Own\n\n[a](/handbook/x/) [b](/handbook/y/#z) [c](../cook/) [d](#own) [e](#other)');

  async function messages(folders: readonly string[], file: string): Promise<(readonly [string, string])[]> {
    const uri = `${memoryRoot}/${file}`;
    const workspace = new Workspace(new MemoryHost(new Map([[file, text]])), defaultProfile, folders);
    workspace.setDocument(uri, text);
    const linked = await LinkedFamily.load(uri, workspace);
    return linkFindings(linked!).map(({ span, severity }) => [text.slice(span.start, span.end), severity] as const);
  }

  it('that is said once, and the links within the page are checked all the same', async () => {
    const once = [
      ['[a](/handbook/x/)', 'information'],
      ['[e](#other)', 'warning'],
    ];
    expect(await messages([`${memoryRoot}/content/job-families`], path)).toEqual(once);
    expect(await messages([`${memoryRoot}/content/job-families/kitchen`], path)).toEqual(once);
    expect(await messages([], path)).toEqual(once);
  });

  it('a part of which no page is here is said once; the others are checked', async () => {
    expect(await messages([memoryRoot], path)).toEqual([
      ['[a](/handbook/x/)', 'information'],
      ['[c](../cook/)', 'warning'],
      ['[e](#other)', 'warning'],
    ]);
  });
});

it('a page that gives itself another address is found there at once, and no longer where it was', async () => {
  const other = `${memoryRoot}/content/handbook/oven.md`;
  const text = titled('[x](/handbook/oven/) [y](/handbook/stove/)');
  const workspace = new Workspace(
    new MemoryHost(
      new Map([
        [path, text],
        ['content/handbook/oven.md', titled()],
      ]),
    ),
    defaultProfile,
    [memoryRoot],
  );
  const broken = async (): Promise<string[]> =>
    linkFindings((await LinkedFamily.load(`${memoryRoot}/${path}`, workspace))!).map(({ data }) => data!.url);
  expect(await broken()).toEqual(['/handbook/stove/']);
  workspace.setDocument(other, '---\ntitle: Oven\nslug: stove\n---\n');
  expect(await broken()).toEqual(['/handbook/oven/']);
  workspace.setDocument(other, '---\ntitle: Oven\nurl: /handbook/cooker/\n---\n');
  expect(await broken()).toEqual(['/handbook/oven/', '/handbook/stove/']);
  workspace.setDocument(other, '---\ntitle: Oven\n---\n');
  expect(await broken()).toEqual(['/handbook/stove/']);
});
