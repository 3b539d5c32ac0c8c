// @ts-check
// Job families for the generated workspace, in the shapes that real ones have: base sections and levels (template 1),
// a section a role (template 2, half of them with a grade table), and a single role.
import { capitalized, NOUNS, paragraph, sentence, skill, slug, task } from './text.mjs';

/** @typedef {import('./text.mjs').Random} Random */
/** @typedef {import('./text.mjs').Writer} Writer */

/**
 * @typedef {object} Level
 * @property {string} title
 * @property {number} grade
 */

/** @typedef {'levels' | 'roles' | 'single'} Shape */

/** @typedef {'grade-anchor' | 'unlinked-grade' | 'unknown-level' | 'extends-itself' | 'no-hiring-process' | 'placeholder'} Mistake */

/**
 * @typedef {object} Family
 * @property {string} path
 * @property {string} url
 * @property {string} title
 * @property {Shape} shape
 * @property {readonly Level[]} levels in ascending order
 * @property {readonly string[]} anchors what other pages may link to
 * @property {number} bytes about how large the page is to be
 * @property {Mistake | undefined} mistake
 */

export const DEPARTMENTS = [
  'engineering',
  'sales',
  'marketing',
  'finance',
  'product',
  'people-group',
  'customer-success',
  'security',
  'legal',
  'alliances',
  'support',
  'workplace',
];

const CALCULATOR = '/handbook/total-rewards/compensation/compensation-calculator/';
const GRADE_LINK = `${CALCULATOR}#gitlab-job-grades`;

const FIELDS = [
  'Accounts Berth Billing Brand Canal Cargo Catalogue Channel Chart Claims Content Contract Course Crew Data Delivery Demand',
  'Deposit Design Event Ferry Fleet Forecast Freight Gateway Harbour Import Incident Invoice Learning Library Licence Mooring',
  'Network Onboarding Partner Payroll Platform Pricing Privacy Procurement Programme Quality Release Research Revenue Risk Route',
  'Safety Schedule Search Season Service Signal Storage Survey Tariff Terminal Ticket Tide Timetable Training Translation Travel',
  'Treasury Vendor Weather Web Workshop',
]
  .join(' ')
  .split(' ');
const CALLINGS = [
  'Engineer',
  'Coordinator',
  'Planner',
  'Specialist',
  'Designer',
  'Partner',
  'Researcher',
  'Architect',
  'Writer',
  'Adviser',
];

/** As often as each is met. @type {readonly Shape[]} */
const SHAPES = ['levels', 'levels', 'levels', 'roles', 'roles', 'single'];

/** @type {readonly Mistake[]} */
const MISTAKES = ['grade-anchor', 'unlinked-grade', 'unknown-level', 'extends-itself', 'no-hiring-process', 'placeholder'];

/** @type {readonly ((level: string, section: string) => string)[]} */
const EXTENDS = [
  (level, section) => `Extends the ${level} ${section}`,
  (level, section) => `Extends that of the ${level} ${section}`,
  (level, section) => `Extends the ${section} of the [${level}](#${slug(level)})`,
  (level, section) => `All ${level} ${section} plus:`,
  (level, section) => `All of the ${section} of a ${level}, plus the following:`,
  (level, section) => `Same ${section} as the ${level} listed above and also:`,
  (level, section) => `Inherits all ${section} of the ${level}`,
  (level, section) => `In addition to the ${section} of the ${level}:`,
];

/**
 * Names, places, levels and sizes of all families, so that every page can link to every other.
 * @param {Random} random
 * @param {number} count
 * @returns {Family[]}
 */
export function planFamilies(random, count) {
  const names = shuffled(
    random,
    CALLINGS.flatMap(calling => FIELDS.map(field => `${field} ${calling}`)),
  );
  return Array.from({ length: count }, (_, index) => {
    // Past the names there are (some 500), names repeat with another word before them.
    const round = Math.floor(index / names.length);
    const role = round === 0 ? names[index] : `${capitalized(NOUNS[round % NOUNS.length])} ${names[index % names.length]}`;
    const department = DEPARTMENTS[Math.floor(random.next() ** 1.6 * DEPARTMENTS.length)];
    // The first family is the large one that benchmarks edit.
    const large = index === 0;
    /** @type {Shape} */
    const shape = large ? 'levels' : random.pick(SHAPES);
    const levels = shape === 'single' ? [{ title: role, grade: 6 }] : levelsOf(random, role, large);
    const url = `/job-families/${department}/${slug(role)}/`;
    return {
      path: `content${url.slice(0, -1)}${random.chance(0.15) ? '/_index' : ''}.md`,
      url,
      title: role,
      shape,
      levels,
      anchors:
        shape === 'single' ? ['responsibilities', 'requirements', 'career-ladder'] : levels.map(level => slug(level.title)),
      bytes: large ? 60_000 : Math.min(55_000, Math.max(2_500, 9_500 * Math.exp(0.65 * random.normal()))),
      mistake: !large && random.chance(0.15) ? random.pick(MISTAKES) : undefined,
    };
  });
}

/**
 * @param {Writer} writer
 * @param {Family} family
 * @param {readonly Family[]} families
 * @param {readonly string[]} indicators links to performance indicators
 */
export function writeFamily(writer, family, families, indicators) {
  const sections = family.levels.length * 2 + (family.shape === 'levels' ? 2 : 0);
  const overhead = 1_700 + family.levels.length * (family.shape === 'roles' ? 900 : 480);
  const bullets = Math.min(24, Math.max(3, Math.round((family.bytes - overhead) / sections / 112)));
  const top = `---\ntitle: "${family.title}"\ndescription: "What a ${family.title} does, and how the work grows"\n---\n\n${paragraph(writer)}`;
  const page = new FamilyPage(writer, family, families, indicators, bullets);
  const body = page.body();
  const bottom = page.bottom();
  // What is missing to the wanted size is filled with specialties, as in the largest real pages.
  let specialties = '';
  while (family.shape !== 'single' && top.length + body.length + specialties.length + bottom.length < family.bytes * 0.93) {
    specialties += `${specialties === '' ? '\n## Specialties\n' : ''}${page.specialty()}`;
  }
  return top + body + specialties + bottom;
}

class FamilyPage {
  /**
   * @param {Writer} writer
   * @param {Family} family
   * @param {readonly Family[]} families
   * @param {readonly string[]} indicators
   * @param {number} bullets how many a section has, about
   */
  constructor(writer, family, families, indicators, bullets) {
    this.writer = writer;
    this.family = family;
    this.families = families;
    this.indicators = indicators;
    this.bullets = bullets;
    this.specialties = 0;
    this.usesRef = writer.random.chance(0.1);
  }

  body() {
    const { family } = this;
    switch (family.shape) {
      case 'single':
        return this.single();
      case 'levels':
        return `${this.section('## Responsibilities', [], task)}${this.section('## Requirements', ['Ability to use GitLab'], skill)}
## Levels
${family.levels.map((_, index) => this.level(index, 3, true)).join('')}`;
      case 'roles':
        return `${this.gradeTable()}${family.levels.map((_, index) => this.level(index, 2, false)).join('')}`;
    }
  }

  /** What stands once, after the levels; template 2 has it in each role already. */
  bottom() {
    if (this.family.shape === 'roles') {
      return '';
    }
    return this.closing(2);
  }

  single() {
    const { title } = this.family;
    const [level] = this.family.levels;
    return `
The ${title} reports to the ${this.superior()}.

## Job Grade

${this.gradeSentence(level)}
${this.section('## Responsibilities', [], task)}${this.section('## Requirements', ['Ability to use GitLab'], skill)}`;
  }

  /**
   * @param {number} index
   * @param {number} depth
   * @param {boolean} named whether section headings carry the level's name
   */
  level(index, depth, named) {
    const level = this.family.levels[index];
    const below = index > 0 ? this.family.levels[index - 1].title : undefined;
    const mark = '#'.repeat(depth);
    const prefix = `${mark}# ${named ? `${level.title} ` : ''}`;
    const manager = this.family.levels.find((other, place) => place > index && isManager(other));
    const reportsTo = manager === undefined ? this.superior() : `[${manager.title}](#${slug(manager.title)})`;
    const gitlab = named || below !== undefined ? [] : ['Ability to use GitLab'];
    return `
${mark} ${level.title}

The ${level.title} reports to the ${reportsTo}. ${sentence(this.writer)}

${prefix}Job Grade

${this.gradeSentence(level)}
${this.section(`${prefix}Responsibilities`, this.extends(level.title, below, 'responsibilities'), task)}${this.section(
  `${prefix}Requirements`,
  [...this.extends(level.title, below, 'requirements'), ...gitlab],
  skill,
)}${named ? '' : this.closing(depth + 1)}`;
  }

  /**
   * @param {string} title
   * @param {string | undefined} below
   * @param {string} section
   */
  extends(title, below, section) {
    if (below === undefined) {
      return [];
    }
    const { random } = this.writer;
    const target =
      this.family.mistake === 'extends-itself'
        ? title
        : this.family.mistake === 'unknown-level'
          ? `${below.slice(0, -2)}`
          : below;
    return [random.pick(EXTENDS)(target, section)];
  }

  /**
   * @param {string} heading
   * @param {readonly string[]} first
   * @param {(writer: Writer) => string} bullet
   */
  section(heading, first, bullet) {
    const { random } = this.writer;
    const count = Math.max(2, this.bullets + random.integer(-1, 1));
    const own = Array.from({ length: count }, () => bullet(this.writer));
    const holes = this.family.mistake === 'placeholder' && random.chance(0.2) ? ['{add a bulleted list}'] : [];
    return `\n${heading}\n\n${[...first, ...own, ...holes].map(text => `- ${text}\n`).join('')}`;
  }

  /** @param {Level} level */
  gradeSentence(level) {
    const anchor = this.family.mistake === 'grade-anchor' ? GRADE_LINK.slice(0, -1) : GRADE_LINK;
    const link = this.usesRef ? '{{< ref "compensation-calculator#gitlab-job-grades" >}}' : anchor;
    const grade = this.family.mistake === 'unlinked-grade' ? `grade ${level.grade}` : `[grade ${level.grade}](${link})`;
    return `The ${level.title} is a ${grade}.`;
  }

  gradeTable() {
    if (!this.writer.random.chance(0.5)) {
      return '';
    }
    const rows = this.family.levels.map(
      level => `| [${level.title}](#${slug(level.title)}) | [Grade ${level.grade}](${GRADE_LINK}) |\n`,
    );
    return `\n## Job Grades\n\n| Title | Grade |\n|---|---|\n${rows.join('')}`;
  }

  specialty() {
    this.specialties++;
    // Numbered, since two specialties of one name would be a finding of their own.
    const name = `${capitalized(this.writer.random.pick(NOUNS))} ${this.specialties}`;
    return `\n### ${name}\n\n${paragraph(this.writer)}${this.section(`#### ${name} Responsibilities`, [], task)}${this.section(`#### ${name} Requirements`, [], skill)}`;
  }

  /** @param {number} depth */
  closing(depth) {
    const { random } = this.writer;
    const mark = '#'.repeat(depth);
    const first = random.integer(0, this.indicators.length - 5);
    const indicators = this.indicators.slice(first, first + random.integer(3, 5)).map(link => `- ${link}\n`);
    const next = random.pick(this.families);
    const hiring =
      this.family.mistake === 'no-hiring-process'
        ? ''
        : `
${mark} Hiring Process

- A [screening call](/handbook/hiring/interviewing/#screening-call) with a recruiter
- A [work sample](/handbook/hiring/interviewing/#work-sample)
- A conversation with the team

More about each step stands on the [hiring page](/handbook/hiring/).
`;
    return `
${mark} Performance Indicators

${indicators.join('')}
${mark} Career Ladder

The next step is the [${next.title}](${next.url}) job family.
${hiring}`;
  }

  superior() {
    const other = this.writer.random.pick(this.families);
    const level = other.levels[other.levels.length - 1];
    return `[${level.title}](${other.url}${other.shape === 'single' ? '' : `#${slug(level.title)}`})`;
  }
}

/** @param {Level} level */
const isManager = ({ title }) => /^(Manager|Senior Manager|Director|Senior Director), /.test(title);

/**
 * A run of neighbouring steps: most families begin near the bottom, half of them reach into management.
 * @param {Random} random
 * @param {string} role
 * @param {boolean} all
 * @returns {Level[]}
 */
function levelsOf(random, role, all) {
  const contributors = [
    { title: `Junior ${role}`, grade: 5 },
    { title: `${role} (Intermediate)`, grade: 6 },
    { title: `Senior ${role}`, grade: 7 },
    { title: `Staff ${role}`, grade: 8 },
    { title: `Principal ${role}`, grade: 9 },
  ];
  const managers = [
    { title: `Manager, ${role}s`, grade: 8 },
    { title: `Senior Manager, ${role}s`, grade: 9 },
    { title: `Director, ${role}s`, grade: 10 },
    { title: `Senior Director, ${role}s`, grade: 11 },
  ];
  if (all) {
    return [...contributors, ...managers];
  }
  const start = random.integer(0, 1);
  const steps = contributors.slice(start, start + random.integer(2, 4));
  return random.chance(0.5) ? [...steps, ...managers.slice(0, random.integer(1, 4))] : steps;
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} list
 */
function shuffled(random, list) {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index--) {
    const other = random.integer(0, index);
    [result[index], result[other]] = [result[other], result[index]];
  }
  return result;
}
