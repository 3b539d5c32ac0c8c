// What the sample handbook holds that the suites use. Whoever changes the sample changes this, and nothing else here.

/** The page that is full of mistakes on purpose, and what is wrong in it. */
export const pageOfMistakes = {
  path: 'content/job-families/customer-success/account-coordinator.md',
  title: 'Account Coordinator',
  misspeltHeading: 'Responsibilties',
  correctHeading: 'Responsibilities',
  /** A base that no level has, and the level that is meant. */
  misspeltBase: 'Junior Acount Coordinator',
  correctBase: 'Junior Account Coordinator',
  levels: ['Junior Account Coordinator', 'Senior Account Coordinator', 'Director, Account Coordination'],
} as const;

/** A page without a finding. */
export const tidyPage = {
  path: 'content/job-families/engineering/platform-engineer.md',
  /** A bullet that extends another level; that level, its heading, and a responsibility taken over by the bullet. */
  extendsBullet: 'Extends the Junior Platform Engineer responsibilities',
  extendedLevel: 'Junior Platform Engineer',
  extendedHeading: '### Junior Platform Engineer',
  takenOver: 'Solve small, well-described issues',
  /** The level that has that bullet. */
  extendingLevel: 'Platform Engineer (Intermediate)',
  /** A link to another page: its words, its destination, and what stands there. */
  link: {
    text: 'work sample',
    destination: '/handbook/hiring/interviewing/#work-sample',
    page: 'hiring/interviewing.md',
    heading: '## Work sample',
    beginning: 'A task from an ordinary week',
  },
  /** The grade of the level that is extended, how many of this page's bullets extend it, and the family's title. */
  extendedGrade: 5,
  extendedBy: 2,
  title: 'Platform Engineer',
  department: 'Engineering',
  /** What stands behind its last level, that level, the one that the ladder has above it, and its grade there. */
  behindLevels: '## Specialties',
  lastLevel: 'Staff Platform Engineer',
  nextLevel: 'Principal Platform Engineer',
  nextGrade: 9,
} as const;

/** Families that the handbook has not, one for each template, in a department that it has. */
export const newFamilies = [
  { template: 'levels', title: 'Harbour Baker', path: 'content/job-families/engineering/harbour-baker.md' },
  { template: 'roles', title: 'Harbour Pilot', path: 'content/job-families/engineering/harbour-pilot.md' },
] as const;
export const departmentOfNew = 'engineering';
/** The title of a family that the department has already. */
export const takenTitle = 'Platform Engineer';

/** A page of one level without a finding; its heading of the responsibilities, and that heading misspelt. */
export const pageOfOneLevel = {
  path: 'content/job-families/engineering/release-coordinator.md',
  heading: '## Responsibilities',
  misspeltHeading: '## Responsibilties',
} as const;

/** A real page, in the handbook only where the corpus stands beside the checkout. */
export const realPage = {
  path: 'content/job-families/sales/professional-services-manager.md',
  /** A requirements heading whose bullets lack the required one, in the words around it. */
  lackingRequirements: '### Requirements\n\n- Strong technical depth',
  requiredBullet: 'Ability to use GitLab',
  grade: 'Grade 12',
  vicePresident: 'Vice President of Professional Services',
  extendsBullet: 'Extends the Sr Director of PS requirements',
  inherited: 'Bachelor’s degree in Business',
} as const;

/** A page of levels: the heading of its highest individual contributor, and the level that the ladder has next. */
export const pageOfLevels = {
  path: 'content/job-families/customer-success/onboarding-specialist.md',
  title: 'Onboarding Specialist',
  highestContributor: '### Senior Onboarding Specialist\n',
  nextLevel: 'Staff Onboarding Specialist',
} as const;

/** A family that is split into one page a level: its page then, a level's page, and what that has by being on a page of its own. */
export const splitPage = {
  path: 'content/job-families/engineering/platform-engineer.md',
  levels: '## Levels\n',
  listPath: 'content/job-families/engineering/platform-engineer/_index.md',
  levelPath: 'content/job-families/engineering/platform-engineer/senior-platform-engineer.md',
  levelHeading: '## Senior Platform Engineer\n',
  levelUrl: '/job-families/engineering/platform-engineer/senior-platform-engineer/',
} as const;

/** A level that other pages link to: its page, its name and heading, another name, and a page that links to it by both anchors. */
export const linkedLevel = {
  path: 'content/job-families/engineering/engineering-management.md',
  heading: '## Manager, Engineering\n',
  name: 'Manager, Engineering',
  newName: 'Manager, Harbour Engineering',
  takenName: 'Senior Manager, Engineering',
  oldAnchor: '/engineering-management/#manager-engineering)',
  newAnchor: '/engineering-management/#manager-harbour-engineering)',
  linkedFrom: 'content/job-families/engineering/platform-engineer.md',
} as const;

/** A page that others link to, where it can be moved, and one of those with its link before and after. */
export const linkedPage = {
  path: 'content/handbook/engineering/releases.md',
  newPath: 'content/handbook/engineering/how-we-release.md',
  linkedFrom: 'content/job-families/engineering/release-coordinator.md',
  oldLink: '(/handbook/engineering/releases/#release-calendar)',
  newLink: '(/handbook/engineering/how-we-release/#release-calendar)',
} as const;
