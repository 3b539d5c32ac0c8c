import { describe, expect, it } from 'vitest';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { compilePattern } from '../../server/src/profile/patterns.ts';
import type { WordAdvice } from '../../server/src/profile/profile.ts';
import { type Match, matchesOf, PhraseList } from '../../server/src/rules/phrases.ts';

type Finder = (text: string) => readonly Match[];

const w = defaultProfile.words;

function wordsOf(patterns: readonly string[]): Finder {
  const compiled = patterns.map(pattern => compilePattern(pattern));
  return text => matchesOf(text, compiled);
}

function phrases(advice: readonly WordAdvice[], plurals: boolean): Finder {
  const list = new PhraseList(advice, plurals);
  return text => list.find(text);
}

/** Wordings as people write them: those that are told, and near ones that must not be. */
const tables: readonly { readonly what: string; readonly find: Finder; readonly told: string[]; readonly not: string[] }[] = [
  {
    what: 'years of experience',
    find: wordsOf(w.yearsOfExperience),
    told: [
      '5+ yrs of work',
      'over 5 years’ experience',
      '3 - 5 years of experience',
      'a minimum of eight (8) years in law',
      '5 plus years of sales',
      'five-plus years',
      '10-15+ years',
      'between 3 and 5 years of relevant experience',
      "5 years' experience",
      '1 year of experience',
      'one or more years',
      '2 to 3+ years',
      'Eight or more years in people',
      '7-10 years experience',
      '3+ consecutive years',
      'Minimum 5 years in sales',
      '5+ (five) years',
      'at least two years working remotely',
      '10 years of progressively responsible HR leadership',
      'More than 10 years of experience',
      '2 years as a manager',
      '1-2 years of SaaS experience',
      'three to five years of experience',
      '2-4 years’ experience',
      'at least 3 years',
      '15 years of experience or more',
    ],
    not: [
      '3-year roadmap',
      'over the next 3-5 years',
      '3+ year plan',
      'In 2019 the team',
      'within the last 5 years, we',
      'customers for over 10 years',
      'every 2 years',
      'twice a year',
      'fiscal year 2024 experience',
      'We have been remote for more than five years',
      'the first 2 years of employment',
      '$5 years',
      '100 years old',
      'years of experience',
      'reports for 2-3 quarters',
      'a 5 year plan for customer growth',
      'budget in FY22 and 12 months of savings',
    ],
  },
  {
    what: 'wording of a vacancy',
    find: wordsOf(w.vacancy),
    told: [
      'You will lead',
      "you'll",
      'As an editor, you would write',
      'an exciting opportunity',
      "We're hiring for",
      'we are seeking a',
      'GitLab is looking for a',
      'Join our growing team',
      'Come join us',
      'Our ideal candidate',
      'This is a unique opportunity to',
      'We are currently hiring',
      'apply now',
      'then this role is for you',
      'we’re looking for',
    ],
    not: [
      'If you would like to know more',
      'You will find the list here',
      'customers are looking for a tool',
      'people joining our team',
      'apply the values',
      'You share our values',
      'identify exciting opportunities',
      'as you would expect',
      'applicants',
      'seeking feedback',
      'Candidates who join our team',
    ],
  },
  {
    what: 'experience asked for',
    find: wordsOf(w.priorExperience),
    told: [
      'Experience with X',
      'Prior experience',
      '2 years related experience',
      'SaaS experience preferred',
      'experienced in sales',
      'Relevant experience required',
      'Experience working with customers',
    ],
    not: [
      'user experience',
      'experience is a plus',
      'Experience with X is a plus',
      'no experience required',
      'a positive experience for customers',
      'Degree or equivalent experience',
      'interest or experience in',
      'Experience or interest in X',
      'Experience with or knowledge of X',
      'Experience from internships or classes',
      'to experience joy',
      'customer experience',
      'the experience of others',
      'Customer-experience tools',
      'Exposure to X',
    ],
  },
  {
    what: 'misused words',
    find: phrases(w.misused, true),
    told: [
      'the master branch',
      'blacklists',
      'Master/slave',
      'sanity check',
      'a Guru',
      'hero',
      'guys',
      'dummy text',
      'rock stars',
      'master copy',
      'the master run on Monday',
      'manpower',
    ],
    not: [
      'Masters Degree',
      'Master’s in Business',
      "Bachelor's/Master's",
      'Bachelors or Masters in CS',
      'Masters preferred',
      'Master of Arts',
      'Certified Scrum Master',
      'Master Services Agreement',
      'master data',
      'Toastmaster',
      'mastery',
      'ability to master tools',
      'Masters or higher',
      'MBA or Masters',
      'webmaster',
      'Ticketmaster',
      'Scrum Masters',
      'GitLab Heroes',
      'hero image',
      'heroic',
      'masterful',
      "a master's degree",
      'Masters-level',
      'post-master’s',
      'Bachelor’s or Master’s degree',
      'headmaster',
      'masterclass',
      'a master oral storyteller',
      'Master communicator',
    ],
  },
];

for (const { what, find, told, not } of tables) {
  describe(what, () => {
    it.each(told)('told: %s', text => expect(find(text)).not.toEqual([]));
    it.each(not)('not told: %s', text => expect(find(text)).toEqual([]));
  });
}
