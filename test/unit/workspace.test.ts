import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { gradePage, MemoryHost, memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;
const page = (level: string): string => `---\ntitle: Baker\n---\n\n## ${level}\n\n### Job Grade\n\nThe ${level} is a grade 7.\n`;

const titles = async (workspace: Workspace, of = uri): Promise<string[] | undefined> =>
  (await LinkedFamily.load(of, workspace))?.family.levels.map(level => level.title);

describe('an open document', () => {
  it('stands over the file, until it is closed', async () => {
    const { host, workspace } = memoryWorkspace({ [path]: page('Baker') });
    workspace.setDocument(uri, page('Senior Baker'));
    expect(await titles(workspace)).toEqual(['Senior Baker']);
    host.files.set(path, page('Staff Baker'));
    await workspace.fileChanged(uri);
    expect(await titles(workspace)).toEqual(['Senior Baker']);
    await workspace.closeDocument(uri);
    expect(await titles(workspace)).toEqual(['Staff Baker']);
  });

  it('that is on no disk is a page while it is open', async () => {
    const { workspace } = memoryWorkspace({});
    workspace.setDocument(uri, page('Baker'));
    await workspace.loadListing();
    expect(workspace.index.pageAt('/job-families/kitchen/baker/')).toBe(uri);
    expect(workspace.familyPages()).toEqual([uri]);
    await workspace.closeDocument(uri);
    expect(workspace.index.pageAt('/job-families/kitchen/baker/')).toBeUndefined();
    expect(await titles(workspace)).toBeUndefined();
  });

  it('gives the site the aliases it has now', async () => {
    const { workspace } = memoryWorkspace({ [path]: page('Baker') });
    await workspace.loadListing();
    workspace.setDocument(uri, page('Baker').replace('---\n', '---\naliases: [/bakers/]\n'));
    expect(workspace.index.pageAt('/bakers/')).toBe(uri);
    await workspace.closeDocument(uri);
    expect(workspace.index.pageAt('/bakers/')).toBeUndefined();
  });
});

describe('a file', () => {
  it('that is created, changed and deleted is known as it is now', async () => {
    const { host, workspace } = memoryWorkspace({});
    await workspace.loadListing();
    expect(workspace.familyPages()).toEqual([]);

    host.files.set(path, page('Baker'));
    await workspace.fileChanged(uri);
    expect(workspace.familyPages()).toEqual([uri]);
    expect(await titles(workspace)).toEqual(['Baker']);

    host.files.set(path, page('Senior Baker'));
    await workspace.fileChanged(uri);
    expect(await titles(workspace)).toEqual(['Senior Baker']);

    host.files.delete(path);
    await workspace.fileChanged(uri);
    expect(workspace.familyPages()).toEqual([]);
    expect(await titles(workspace)).toBeUndefined();
  });

  it('that changes while it is read is known as it is afterwards', async () => {
    const slow = new SlowHost(new Map([[path, page('Baker')]]));
    const workspace = new Workspace(slow, defaultProfile, [memoryRoot]);
    const loading = workspace.loadText(uri);
    slow.files.set(path, page('Senior Baker'));
    const changing = workspace.fileChanged(uri);
    slow.release();
    await Promise.all([loading, changing]);
    slow.release();
    expect(await titles(workspace)).toEqual(['Senior Baker']);
  });

  it('that is opened while its deletion is looked at stays a page', async () => {
    const slow = new SlowHost(new Map());
    const workspace = new Workspace(slow, defaultProfile, [memoryRoot]);
    const changing = workspace.fileChanged(uri);
    workspace.setDocument(uri, page('Baker'));
    slow.release();
    await changing;
    expect(workspace.familyPages()).toEqual([uri]);
  });

  it('is read once, however often it is asked for', async () => {
    const { host, workspace } = memoryWorkspace({ [path]: page('Baker') });
    await titles(workspace);
    await titles(workspace);
    expect(host.reads.filter(read => read === uri)).toHaveLength(1);
  });
});

describe('a page is a job family', () => {
  const elsewhere = 'content/handbook/bakers.md';
  it.each([
    ['that says so in its front matter', '---\nlayout: job_family_page\n---\n', true],
    ['that says so behind a byte order mark', '\uFEFF---\nlayout: job_family_page\n---\n', true],
    ['but not one with another layout', '---\nlayout: page\n---\n', false],
    ['but not one that only speaks of it', 'layout: job_family_page\n', false],
  ])('%s', async (_, text, expected) => {
    const { workspace } = memoryWorkspace({ [elsewhere]: text });
    await workspace.loadText(`${memoryRoot}/${elsewhere}`);
    expect(workspace.isFamily(`${memoryRoot}/${elsewhere}`)).toBe(expected);
  });
});

describe('the grade ladder', () => {
  it('is the grade page’s, follows its edits, and is the profile’s where the page is gone', async () => {
    const { host, workspace } = memoryWorkspace({ [path]: page('Baker') });
    const fellows = async (): Promise<number | undefined> => {
      await workspace.loadLadder();
      return workspace.ladder.sections[0]!.rows.find(row => row.individualContributor.includes('Fellow'))?.grade;
    };
    const grades = `${memoryRoot}/${gradePage.path}`;
    expect(await fellows()).toBe(12);
    workspace.setDocument(grades, gradePage.text.replace('| 12 |', '| 13 |'));
    expect(await fellows()).toBe(13);
    host.files.delete(gradePage.path);
    await workspace.closeDocument(grades);
    expect(await fellows()).toBe(12);
    expect(workspace.ladder.source).toBe('profile');
  });
});

/** A disk that answers when it is told to, with what the file held when it was asked. */
class SlowHost extends MemoryHost {
  private waiting: (() => void)[] = [];

  override async readFile(file: string): Promise<string | undefined> {
    const text = await super.readFile(file);
    if (file === uri && this.held) await new Promise<void>(resolve => this.waiting.push(resolve));
    return text;
  }

  private held = true;

  /** Answers what waits, and from then on at once. */
  release(): void {
    this.held = false;
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }
}
