import * as l10n from '@vscode/l10n';
import { readLevelName } from '../model/levelName.ts';
import { levelSteps, roleName } from '../model/levelSteps.ts';
import { emptyFamily, newFamilyPage } from '../model/newFamilyPage.ts';
import { gradeForName } from '../model/sectionTemplate.ts';
import type { Profile } from '../profile/profile.ts';
import { decode } from '../workspace/routes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { finishTemplate, hole } from './completion/snippet.ts';
import { slugOf } from './fileName.ts';
import type { NewFamilyParams, NewFamilyResult, NewFamilyStep } from './newFamilyTerms.ts';

/** So many pages are looked at for the address that their grades lead to. */
const MOST_LOOKED_AT = 20;

/** What a new family can be by what is decided of it so far, and its page once all is. */
export async function newFamily(asked: NewFamilyParams, workspace: Workspace): Promise<NewFamilyResult> {
  await workspace.loadLadder();
  const { profile } = workspace;
  const folder = familiesFolder(workspace, asked.near);
  const title = asked.title?.trim() ?? '';
  const nearDepartment = asked.near === undefined ? undefined : departmentOf(`${asked.near}/`, folder);
  const choices: NewFamilyResult = {
    departments: departmentsIn(folder, workspace),
    ...(nearDepartment === undefined ? {} : { nearDepartment }),
    steps: title === '' ? [] : stepsFor(title, workspace),
  };
  if (asked.title === undefined || asked.department === undefined) return choices;
  if (title === '') return { ...choices, trouble: l10n.t`A job family needs a title.` };
  const file = slugOf(title);
  if (file === '')
    return { ...choices, trouble: l10n.t`The title has no letter from a to z and no digit, of which a file name could be made.` };
  const department = asked.department
    .split(/[/\\]/)
    .map(slugOf)
    .filter(part => part !== '');
  const uri = [folder, ...department, `${file}.md`].join('/');
  const path = pathOf(uri, workspace);
  if (!workspace.index.isFamilyPath(uri))
    return {
      ...choices,
      trouble: l10n.t`“${path}” would be no job family: the profile “${profile.name}” wants them in the folder of a department.`,
    };
  for (const taken of [uri, uri.replace(/\.md$/, '/_index.md')])
    if (await workspace.loadText(taken))
      return { ...choices, trouble: l10n.t`“${pathOf(taken, workspace)}” exists already. Choose another title.` };
  const { template, levels } = asked;
  if (template === undefined || levels === undefined) return { ...choices, page: { uri, path } };
  if (levels.length === 0) return { ...choices, trouble: l10n.t`A job family has at least one level.` };
  const text = newFamilyPage({ title, template, levels }, workspace.ladder, await withResource(workspace), hole);
  return { ...choices, page: { uri, path, snippet: finishTemplate(text, true, true).text } };
}

function stepsFor(title: string, { profile, ladder }: Workspace): readonly NewFamilyStep[] {
  const family = emptyFamily(title, profile, ladder);
  const role = roleName(family, profile);
  return levelSteps(role, role, profile).flatMap(step => {
    const grade = gradeForName(family, readLevelName(step.title, profile), ladder, profile);
    return grade === undefined
      ? []
      : [
          {
            title: step.title,
            grade,
            track: step.seniority.track ?? 'individual-contributor',
            usual: step.seniority.unmarked === true,
          },
        ];
  });
}

/**
 * URI of the folder that families stand in, without a slash at the end: the one that most pages of the workspace speak for, of
 * those that hold `near` where some do; where there is none yet, the one that the profile names first.
 */
function familiesFolder(workspace: Workspace, near: string | undefined): string {
  const names = workspace.profile.pages.families.map(glob => encodeURI(fixedPart(glob)));
  const counts = new Map<string, number>();
  for (const page of workspace.familyPages())
    for (const name of names) {
      const at = page.indexOf(`/${name}/`);
      if (name === '' || at < 0) continue;
      const folder = page.slice(0, at + 1 + name.length);
      const isNear = near !== undefined && `${near}/`.startsWith(`${folder}/`);
      counts.set(folder, (counts.get(folder) ?? 0) + (isNear ? MANY : 1));
      break;
    }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const root = (workspace.folders.find(folder => near?.startsWith(folder)) ?? workspace.folders[0] ?? '').replace(/\/$/, '');
  return most?.[0] ?? [root, names[0] ?? ''].filter(part => part !== '').join('/');
}

/** More than pages of any folder. */
const MANY = 1_000_000;

/** The folders that a glob names before its first wildcard, what may stand before them left out. */
function fixedPart(glob: string): string {
  const parts = glob.replace(/^\*\*\//, '').split('/');
  const first = parts.findIndex(part => /[*?{[]/.test(part));
  return parts.slice(0, first < 0 ? -1 : first).join('/');
}

function departmentsIn(folder: string, workspace: Workspace): readonly string[] {
  const found = new Set<string>();
  for (const page of workspace.index.pages) {
    const department = departmentOf(page, folder);
    if (department !== undefined) found.add(department);
  }
  return [...found].sort();
}

/** The first folder of a path below that of the families; undefined for one that is in none. */
function departmentOf(uri: string, folder: string): string | undefined {
  if (!uri.startsWith(`${folder}/`)) return undefined;
  const department = /^([^/]+)\//.exec(uri.slice(folder.length + 1))?.[1];
  return department === undefined ? undefined : decode(department);
}

function pathOf(uri: string, { folders }: Workspace): string {
  const folder = folders.map(one => one.replace(/\/$/, '')).find(one => uri.startsWith(`${one}/`));
  return decode(folder === undefined ? uri : uri.slice(folder.length + 1));
}

/** The profile with the address of its grade resource that other families link to, where it has none itself. */
async function withResource(workspace: Workspace): Promise<Profile> {
  const { profile } = workspace;
  const { resource } = profile.grades;
  if (!resource || resource.url !== undefined) return profile;
  for (const uri of workspace.familyPages().slice(0, MOST_LOOKED_AT)) {
    if (!(await workspace.loadText(uri))) continue;
    const url = workspace.family(uri)?.levels.flatMap(level => level.gradeResource?.link?.destination ?? [])[0];
    if (url !== undefined) return { ...profile, grades: { ...profile.grades, resource: { ...resource, url } } };
  }
  return profile;
}
