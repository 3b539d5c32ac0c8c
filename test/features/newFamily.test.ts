import { describe, expect, it } from 'vitest';
import type { NewFamilyParams, NewFamilyResult } from '../../server/src/lsp/messages.ts';
import { LanguageService } from '../../server/src/service.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const files = {
  'content/job-families/kitchen/cook.md': '---\ntitle: Cook\n---\n',
  'content/job-families/front-desk/_index.md': '---\ntitle: Front Desk\n---\n',
  'content/job-families/kitchen/sous-chef/_index.md': '---\ntitle: Sous-chef\n---\n',
  [gradePage.path]: gradePage.text,
};

const ask = (params: NewFamilyParams, of: Readonly<Record<string, string>> = files): Promise<NewFamilyResult> =>
  new LanguageService(new MemoryHost(new Map(Object.entries(of))), { folders: [memoryRoot] }).newFamily(params);

describe('a new family', () => {
  it('goes into a department that exists, the one that was clicked on first', async () => {
    const near = `${memoryRoot}/content/job-families/kitchen`;
    expect(await ask({ near })).toEqual({ departments: ['front-desk', 'kitchen'], nearDepartment: 'kitchen', steps: [] });
    expect((await ask({ near: `${near}/cook.md` })).nearDepartment).toBe('kitchen');
    expect((await ask({ near: `${memoryRoot}/content` })).nearDepartment).toBeUndefined();
  });

  it('has the steps of the ladder for its title, with their grades', async () => {
    const { steps } = await ask({ title: 'Senior Baker' });
    expect(steps.slice(0, 3)).toEqual([
      { title: 'Intern Baker', grade: 4, track: 'individual-contributor', usual: false },
      { title: 'Junior Baker', grade: 5, track: 'individual-contributor', usual: false },
      { title: 'Baker (Intermediate)', grade: 6, track: 'individual-contributor', usual: true },
    ]);
    expect(steps).toContainEqual({ title: 'Manager, Baker', grade: 8, track: 'management', usual: false });
    expect(steps.some(step => step.title.includes('CEO'))).toBe(false);
  });

  it('has a file that is named as the site names its files, in a new department too', async () => {
    const page = async (department: string, title: string): Promise<string | undefined> =>
      (await ask({ department, title })).page?.path;
    expect(await page('kitchen', 'Crème & Bread Baker')).toBe('content/job-families/kitchen/creme-and-bread-baker.md');
    expect(await page('People Group', 'Baker')).toBe('content/job-families/people-group/baker.md');
    expect(await page('../../etc', 'Baker')).toBe('content/job-families/etc/baker.md');
  });

  it('says why there can be no page', async () => {
    const trouble = async (department: string, title: string): Promise<string | undefined> =>
      (await ask({ department, title, template: 'levels', levels: [] })).trouble;
    expect(await trouble('kitchen', '  ')).toBe('A job family needs a title.');
    expect(await trouble('kitchen', 'Cook')).toBe('“content/job-families/kitchen/cook.md” exists already. Choose another title.');
    expect(await trouble('kitchen', 'Sous Chef')).toContain('sous-chef/_index.md” exists already');
    expect(await trouble('', 'Baker')).toContain('in the folder of a department');
    expect(await trouble('kitchen', '!?')).toContain('no letter');
    expect(await trouble('kitchen', 'Baker')).toBe('A job family has at least one level.');
  });

  it('is a snippet whose holes stand in braces, numbered as Tab goes through them', async () => {
    const { page } = await ask({
      department: 'kitchen',
      title: 'Baker',
      template: 'roles',
      levels: [{ title: 'Senior Baker', grade: 7 }],
    });
    expect(page!.snippet).toContain('The Senior Baker reports to the ${1:{add the position it reports to\\}}.');
    expect(page!.snippet).toContain('- ${2:{add a responsibility of this level\\}}');
  });

  it('goes where the profile wants it in a workspace that has none yet', async () => {
    expect((await ask({ department: 'kitchen', title: 'Baker' }, {})).page?.uri).toBe(
      `${memoryRoot}/content/job-families/kitchen/baker.md`,
    );
    const plain = { 'job-families/kitchen/cook.md': '# Cook\n' };
    expect((await ask({ department: 'bakery', title: 'Baker' }, plain)).page?.path).toBe('job-families/bakery/baker.md');
  });

  it('links its grades to where the other families of the workspace do', async () => {
    const library = {
      'content/job-description-library/kitchen/cook.md':
        '---\ntitle: Cook\n---\n\n## Cook\n\n### Job Level\n\nThe Cook is outlined in the [Job Levels](https://sheets.example/levels) resource.\n',
    };
    const asked = { department: 'kitchen', title: 'Baker', template: 'levels', levels: [{ title: 'Senior Baker' }] } as const;
    expect((await ask(asked, library)).page?.snippet).toContain('in the [Job Levels](https://sheets.example/levels) resource.');
  });
});
