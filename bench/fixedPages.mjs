// @ts-check
// The pages of the generated workspace that families link to by name: grades, interview steps, performance indicators.
import { ADJECTIVES, capitalized, NOUNS, paragraph, sentence } from './text.mjs';

/** @typedef {import('./text.mjs').Random} Random */
/** @typedef {import('./families.mjs').Family} Family */

const CALCULATOR_PATH = 'content/handbook/total-rewards/compensation/compensation-calculator/_index.md';
export const FIXED_PATHS = [
  'content/handbook/_index.md',
  'content/handbook/hiring/_index.md',
  'content/handbook/hiring/interviewing.md',
  'content/handbook/company/performance-indicators.md',
  CALCULATOR_PATH,
];

export const INDICATORS = NOUNS.slice(0, 90).map(
  (noun, index) => `${capitalized(ADJECTIVES[index % ADJECTIVES.length])} ${noun} rate`,
);

/**
 * The pages that every job family links to, and each department's own.
 * @param {Random} random
 * @param {readonly Family[]} families
 */
export function fixedPages(random, families) {
  const writer = { random, link: () => '/handbook/' };
  const departments = [...new Set(families.map(({ url }) => url.split('/')[2]))];
  /**
   * @param {string} path
   * @param {string} title
   * @param {readonly string[]} parts
   */
  const page = (path, title, ...parts) => ({ path, text: `---\ntitle: "${title}"\n---\n\n${parts.join('\n')}` });
  /** @param {readonly string[]} titles */
  const described = titles => titles.map(title => `## ${title}\n\n${paragraph(writer)}`);
  return [
    page('content/handbook/_index.md', 'The Handbook', paragraph(writer)),
    page('content/handbook/hiring/_index.md', 'Hiring', paragraph(writer), ...described(['Vacancies', 'Offers'])),
    page(
      'content/handbook/hiring/interviewing.md',
      'Interviewing',
      ...described(['Screening call', 'Work sample', 'Panel conversation']),
    ),
    page('content/handbook/company/performance-indicators.md', 'Performance Indicators', ...described(INDICATORS)),
    page(CALCULATOR_PATH, 'The Compensation Calculator', `${sentence(writer)}\n`, LADDER),
    ...departments.map(department =>
      page(
        `content/job-families/${department}/_index.md`,
        `${capitalized(department.replaceAll('-', ' '))} Job Families`,
        families
          .filter(({ url }) => url.split('/')[2] === department)
          .map(({ title, url }) => `- [${title}](${url})\n`)
          .join(''),
      ),
    ),
  ];
}

const LADDER = `## Level Factor

### GitLab Job Grades

#### Job Grades

| Grade | Management | Individual Contributor |
|---|---|---|
| 15 | CEO | |
| 14 | EVP/CXO | |
| 12 | VP | Fellow |
| 11 | Senior Director | Senior Distinguished |
| 10 | Director | Distinguished <br> Senior Principal Product Manager |
| 9 | Senior Manager <br> Group Manager, Product | Principal <br> Principal Product Manager |
| 8 | Manager | Staff <br> Senior Product Manager <br> Consultant |
| 7 | | Senior <br> Product Manager |
| 6 | | Intermediate |
| 5 | | Junior <br> Associate |
| 4 | | Intern |

##### Sales/Sales Development

| Grade | Management | Individual Contributor |
|---|---|---|
| 12 | VP | |
| 11 | Senior Director | |
| 10 | Director | |
| 9 | Manager (Sales) <br> Senior Manager (Sales) | |
| 8 | Manager (SDR/BDR) <br> Associate Manager (Sales) | Alliance Business Development Manager <br> Enterprise |
| 7 | | Mid Market |
| 6 | | SMB |
| 5 | | SDR/BDR |

##### Customer Success

| Grade | Management | Individual Contributor |
|---|---|---|
| 12 | VP | Fellow |
| 11 | Senior Director | |
| 10 | Director | Distinguished |
| 9 | Senior Manager <br> Manager | Principal <br> Staff |
| 7 | | Senior |
| 6 | | Intermediate |
| 5 | | Junior <br> Associate |
| 4 | | Intern |
`;
