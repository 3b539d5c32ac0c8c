import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { ladderOfProfile } from '../../server/src/model/gradeLadder.ts';
import { gradeOf } from '../../server/src/model/jobFamily.ts';
import { levelSteps } from '../../server/src/model/levelSteps.ts';
import { type FamilyTemplate, newFamilyPage, type PlannedLevel } from '../../server/src/model/newFamilyPage.ts';
import { braceHole } from '../../server/src/model/sectionTemplate.ts';
import { builtInProfiles } from '../../server/src/profile/builtIn.ts';
import type { Profile } from '../../server/src/profile/profile.ts';
import { LanguageService } from '../../server/src/service.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const paths: Readonly<Record<string, string>> = {
  gitlab: 'content/job-families/kitchen/baker.md',
  'gitlab-library-2026': 'content/job-description-library/kitchen/baker.md',
  plain: 'job-families/kitchen/baker.md',
};

/** Ladders as people tick them: by the names of the profile's seniority. */
const ladders: readonly (readonly string[])[] = [
  ['Intermediate'],
  ['Senior'],
  ['Junior', 'Intermediate', 'Senior', 'Staff', 'Principal'],
  ['Intermediate', 'Senior', 'Manager', 'Senior Manager', 'Director'],
  ['Manager', 'Director', 'Vice President'],
  ['Senior', 'Manager'],
];

function planned(names: readonly string[], profile: Profile): readonly PlannedLevel[] {
  return levelSteps('Baker', 'Baker', profile)
    .filter(({ seniority }) => names.includes(seniority.name))
    .map(({ title }) => ({ title }));
}

const templates: readonly FamilyTemplate[] = ['levels', 'roles'];

describe.each([...builtInProfiles])('a new page of the profile %s', (name, profile) => {
  const ladder = ladderOfProfile(profile);
  const path = paths[name]!;

  it.each(templates.flatMap(template => ladders.map(names => [template, names.join(', '), names] as const)))(
    'of the template “%s” with %s has no finding but its holes',
    async (template, _, names) => {
      const levels = planned(names, profile);
      const text = newFamilyPage({ title: 'Baker', template, levels }, ladder, profile, braceHole);
      const files = new Map([[path, text], ...(name === 'plain' ? [] : [[gradePage.path, gradePage.text] as const])]);
      const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot], settings: { profile: name } });
      const found = await service.findings(`${memoryRoot}/${path}`);
      expect(
        found?.findings.filter(({ code }) => code !== 'unfilled-placeholder').map(one => `${one.code}: ${one.message}`),
      ).toEqual([]);
      expect(found?.findings.length).toBeGreaterThan(0);
    },
  );

  it.each(templates)(
    'of the template “%s” has the levels that were planned, each with its grade and below another one',
    template => {
      const levels = planned(['Junior', 'Intermediate', 'Senior'], profile);
      const text = newFamilyPage({ title: 'Baker', template, levels }, ladder, profile, braceHole);
      const family = buildJobFamily(parsePage(text, undefined, profile.site.headingIds), profile, ladder);
      expect(family.levels.map(level => level.title)).toEqual(levels.map(level => level.title));
      if (profile.grades.resource) expect(family.levels.every(level => level.gradeResource)).toBe(true);
      else expect(family.levels.every(level => gradeOf(level) !== undefined)).toBe(true);
      expect(
        family.levels.map(level => level.extends.map(({ target }) => target.type === 'level' && target.level.title)),
      ).toEqual([[], ['Junior Baker', 'Junior Baker'], ['Baker (Intermediate)', 'Baker (Intermediate)']]);
    },
  );
});

it('writes the grade that was asked for, and a hole where none is known', () => {
  const profile = builtInProfiles.get('gitlab')!;
  const ladder = ladderOfProfile(profile);
  const levels = [{ title: 'Senior Baker', grade: 3 }, { title: 'Chief Bread Officer and Friend' }];
  const text = newFamilyPage({ title: 'Baker: all "sorts"', template: 'roles', levels }, ladder, profile, braceHole);
  expect(text).toContain('The Senior Baker is a [grade 3](');
  expect(text).toContain('title: "Baker: all \\"sorts\\""\n');
});
