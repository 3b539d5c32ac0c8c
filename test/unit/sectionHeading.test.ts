import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { recogniseSection } from '../../server/src/model/sectionHeading.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const parse = (heading: string) => recogniseSection(heading, defaultProfile);

describe('a section heading', () => {
  // Heading, kinds, owner, and the name that it carries.
  it.each([
    ['Responsibilities', ['responsibilities'], 'none', undefined],
    ['Key Responsibilities', ['responsibilities'], 'none', undefined],
    ['Primary Job Responsibilities', ['responsibilities'], 'none', undefined],
    ['Roles and Responsibilities', ['responsibilities'], 'none', undefined],
    ['Senior Editor Responsibilities', ['responsibilities'], 'named', 'Senior Editor'],
    ['Senior Editor Key Responsibilities', ['responsibilities'], 'named', 'Senior Editor'],
    ['Responsibilities of the Senior Editor', ['responsibilities'], 'named', 'Senior Editor'],
    ['Responsibilities (Senior Editor)', ['responsibilities'], 'named', 'Senior Editor'],
    ['Responsibilities for Text roles', ['responsibilities'], 'named', 'Text'],
    ['Responsibilities: what you do', ['responsibilities'], 'none', undefined],
    ['Editor - Job Grade', ['job-grade'], 'named', 'Editor'],
    ['Director of Editing: Requirements', ['requirements'], 'named', 'Director of Editing'],
    ['Sr. Editor – Requirements', ['requirements'], 'named', 'Sr. Editor'],
    ['General Manager Requirements', ['requirements'], 'named', 'General Manager'],
    ['Base Requirements', ['requirements'], 'base', undefined],
    ['Base Requirements For All Roles', ['requirements'], 'all', undefined],
    ['General Requirements for Editor roles', ['requirements'], 'named', 'Editor'],
    ['Requirements Across All Levels', ['requirements'], 'all', undefined],
    ['Requirements for Every Position', ['requirements'], 'all', undefined],
    ['All Levels Requirements', ['requirements'], 'all', undefined],
    ['Required Skills', ['requirements'], 'none', undefined],
    ['Minimum Qualifications', ['requirements'], 'none', undefined],
    ['Requirements:', ['requirements'], 'none', undefined],
    ['Requirements Overview', ['requirements'], 'none', undefined],
    ['Performance Indicators (PI)', ['performance-indicators'], 'none', undefined],
    ['Performance Indicators - Poetry', ['performance-indicators'], 'named', 'Poetry'],
    ['Performance Indicators: Prose', ['performance-indicators'], 'named', 'Prose'],
    ['KPIs', ['performance-indicators'], 'none', undefined],
    ['Editor Hiring Process', ['hiring-process'], 'named', 'Editor'],
    ['Hiring Process for Poets', ['hiring-process'], 'named', 'Poets'],
    ['Interview Team', ['hiring-process'], 'none', undefined],
    ['Hiring Plan', ['hiring-process'], 'none', undefined],
    ['Job Level', ['job-grade'], 'none', undefined],
    ['Editor Grade Level', ['job-grade'], 'named', 'Editor'],
    ['Levels for Editors', ['levels'], 'named', 'Editors'],
    ['Levels of Editor roles', ['levels'], 'named', 'Editor'],
    ['Responsibilities and Requirements', ['responsibilities', 'requirements'], 'none', undefined],
    ['Requirements / Nice-to-haves', ['requirements', 'nice-to-haves'], 'none', undefined],
    ['Nice-to-have Requirements', ['nice-to-haves'], 'none', undefined],
    ['Specialist', ['specialties'], 'none', undefined],
  ])('%s', (heading, kinds, owner, qualifier) => {
    expect(parse(heading)).toMatchObject({ kinds, owner, qualifier, correction: undefined });
  });

  it.each([
    ['Editor Job Grade 8', 'Editor', 8],
    ['Editor - Job Grade 8', 'Editor', 8],
    ['Senior Editor Job Grade: grade 7', 'Senior Editor', 7],
    ['Senior Editor Job Grade is a grade 7', 'Senior Editor', 7],
    ['Senior Editor – Grade (7)', 'Senior Editor', 7],
    ['Job Grade 9', undefined, 9],
  ])('%s states a grade', (heading, qualifier, grade) => {
    expect(parse(heading)).toMatchObject({ kinds: ['job-grade'], qualifier, grade });
  });

  it.each([
    ['Press Specialist'],
    ['What you do'],
    ['Senior Editor'],
    ['Senior Level'],
    ['What is my level?'],
    ['Are there other levels?'],
    ['How we meet our requirements'],
    ['Why our grades are unlike those of others?'],
    ['Specializes'],
    ['Specialized in Poetry'],
    ['Requirements Engineer'],
    ['Responsible for Others'],
    ['Career Leader'],
    ['Growth Levers'],
    [''],
    ['Requirements '.repeat(50_000)],
    [`${' '.repeat(100_000)}Requirements`],
  ])('is not: %.40s', heading => {
    expect(parse(heading)).toBeUndefined();
  });

  it.each([
    ['Responsibilties', 'Responsibilities'],
    ['Senior Editor Responsibilites', 'Responsibilities'],
    ['Requirments', 'Requirements'],
    ['senior requirments', 'requirements'],
    ['Perfomance Indicators', 'Performance Indicators'],
    ['Editor Hiring Proccess', 'Hiring Process'],
    ['Carreer Ladder', 'Career Ladder'],
    ['Job Garde 7', 'Job Grade'],
  ])('%s is misspelled and counts', (heading, correction) => {
    expect(parse(heading)?.correction).toBe(correction);
  });

  it.each([['Career Paths'], ['Hiring Processes'], ['Editor Grade Levels'], ['Job Grade Level']])(
    '%s is another number and not misspelled',
    heading => {
      expect(parse(heading)).toMatchObject({ correction: undefined });
    },
  );
});

describe('a heading with "for"', () => {
  const kinds = (heading: string): readonly string[] | undefined =>
    buildJobFamily(
      parsePage(`---\ntitle: Poetry Editor\n---\n\n## ${heading}\n\n- Read\n\n## Editors in Paris\n`),
      defaultProfile,
    ).tree.nodes[0]!.section?.kinds;

  it.each([
    ['Requirements for Poetry'],
    ['Requirements for Paris'],
    ['Requirements for Directors'],
    ['Requirements for Prose roles'],
  ])('%s is a section: the page knows whose', heading => expect(kinds(heading)).toEqual(['requirements']));

  it.each([['Requirements for Success'], ['Responsibilities in Emergencies'], ['Requirements for a Green Card']])(
    '%s is none',
    heading => expect(kinds(heading)).toBeUndefined(),
  );
});
