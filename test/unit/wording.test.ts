import { describe, expect, it } from 'vitest';
import { proseOfBlock, proseOfFrontMatter, type ShownProse } from '../../server/src/model/prose.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { mergeProfile } from '../../server/src/profile/mergeProfile.ts';
import type { Profile, WordAdvice } from '../../server/src/profile/profile.ts';
import { countedWords, type WordMode } from '../../server/src/rules/countedWords.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { PhraseList, replacementsOf } from '../../server/src/rules/phrases.ts';
import { quoted } from '../../server/src/rules/quoted.ts';
import type { RuleSettings } from '../../server/src/rules/ruleSettings.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { WordList } from '../../server/src/rules/wordList.ts';
import { type PageSyntax, parsePage } from '../../server/src/syntax/page.ts';
import { movedSpan } from '../../server/src/text/span.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { defaultPath } from '../support/fixture.ts';
import { linkFamily, memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';

const words = (text: string): string[] => new WordList(defaultProfile).find(text).map(({ coding, word }) => `${coding} ${word}`);

describe('coded words', () => {
  it('begin with a stem, whatever their case', () => {
    expect(words('Leadership by ANALYSIS; mislead')).toEqual(['masculine leadership', 'masculine analysis']);
  });
  it('count once where several stems of a list fit', () => {
    expect(words('interpersonal decisions')).toEqual(['feminine interpersonal', 'masculine decisions']);
  });
  it('are the parts of a word with hyphens, unless it begins with a stem that has one', () => {
    expect(words('data-driven, self-confident, co-operate')).toEqual([
      'masculine driven',
      'masculine self-confident',
      'feminine co-operate',
    ]);
  });
  it('may be a part of a role’s name', () => {
    const inName = (text: string): string[] =>
      new WordList(defaultProfile)
        .find(text)
        .filter(one => one.inRoleName)
        .map(one => one.word);
    expect(inName('They report to the Senior Support Editor and support the Director of Analytics')).toEqual([
      'support',
      'analytics',
    ]);
    expect(inName('Lead Sales teams. Lead the Individual Awards.')).toEqual([]);
  });
});

describe('what counts', () => {
  const page = `---
title: Support Editor
description: A leader
---

## Lead the Way

### Requirements

- Support **Edi**tors [challenge](/handbook/leadership/) leadership \`analysis\` <b title="lead">and</b> analyse {{< lead >}}
- Extends the Support Editor requirements

| Lead |
|---|
| Support |

> We support you
`;
  const counted = async (mode: WordMode, text = page): Promise<string[]> => {
    const linked = await linkFamily({ [defaultPath]: text });
    const { family, profile } = linked;
    return countedWords({ linked, family, profile, page: family.page }, mode)
      .filter(({ word }) => word.coding !== 'growth')
      .map(({ word, span }) => {
        expect(text.slice(span.start, span.end).toLowerCase()).toBe(word.word);
        return word.word;
      });
  };

  it('in body: paragraphs and bullets as a reader sees them, without names of roles and what takes over', async () => {
    expect(await counted('body')).toEqual(['support', 'challenge', 'analyse']);
    expect(await counted('body', page.replaceAll('\n', '\r\n'))).toEqual(['support', 'challenge', 'analyse']);
  });
  it('in body, no short form of a level’s name and no link to a role', async () => {
    expect(
      await counted(
        'body',
        '---\ntitle: News Challenger\n---\n\nMore than the Challenger, challengers: [Champions](/job-families/a/b/) champion.\n',
      ),
    ).toEqual(['challengers', 'champion']);
  });
  it('in gitlab: the whole text', async () => {
    const all = await counted('gitlab');
    expect(all).toContain('leader');
    expect(all).toContain('leadership');
    expect(all.filter(word => word === 'support')).toHaveLength(5);
    expect(await counted('gitlab', page.replaceAll('\n', '\r\n'))).toEqual(all);
  });
});

describe('prose', () => {
  const proseOf = (page: PageSyntax): ShownProse[] => [
    ...proseOfFrontMatter(page),
    ...page.parts.flatMap(({ start, part }) =>
      proseOfBlock({ source: page.text.slice(start), part }).map(one => ({ ...one, span: movedSpan(one.span, start) })),
    ),
  ];

  it('is as long as the source, with marks, code, tags and destinations blank', () => {
    const text = 'A **b** [c](d "e") `f` <i>g</i> \\* {{< h >}} https://i.example <!-- j -->\n';
    const page = parsePage(text);
    const [{ span, text: shown }] = proseOf(page) as [ShownProse];
    expect(shown).toHaveLength(span.end - span.start);
    expect(shown.replace(/\s+/g, ' ').trim()).toBe('A b c g *');
  });
  it('has what the site shows of the front matter, headings, cells and quotations as blocks of their own', () => {
    const page = parsePage(
      '---\ntitle: T\nlayout: x\n---\n# H\n\np\n\n- b\n  - c\n\n    d\n\n> q\n\n| e |\n|---|\n| f |\n\n    code\n',
    );
    expect(proseOf(page).map(({ kind, span }) => `${kind} ${page.text.slice(span.start, span.end)}`)).toEqual([
      'front matter T',
      'heading # H',
      'paragraph p',
      'paragraph b',
      'paragraph c',
      'paragraph d',
      'quotation q',
      'cell e',
      'cell f',
    ]);
  });
});

describe('advice', () => {
  it('may stand in one wording and not in the next', () => {
    const advice = { avoid: 'ink', useInstead: ['toner'], except: ['red ink', 'ink well', 'the red'] };
    const found = new PhraseList([advice], true).find('ink, red ink, ink, the red ink well, inks');
    expect(found.map(({ start }) => start)).toEqual([0, 14, 37]);
  });

  const replaced = (advice: WordAdvice, text: string): string[] =>
    new PhraseList([advice], true).find(text).flatMap(replacementsOf);

  it('keeps case and number', () => {
    const advice = { avoid: 'blacklist', useInstead: ['denylist'] };
    expect(replaced(advice, 'blacklist Blacklists BLACKLIST blacklister')).toEqual(['denylist', 'Denylists', 'DENYLIST']);
    expect(replaced({ avoid: 'Employee', useInstead: ['Team member'] }, 'employees')).toEqual(['team members']);
    expect(replaced({ avoid: 'Handbooker', useInstead: ['GitLab team member'] }, 'handbookers')).toEqual(['GitLab team members']);
    expect(replaced({ avoid: 'hero', useInstead: ['body', 'box'] }, 'heroes')).toEqual(['bodies', 'boxes']);
  });
  it('finds a phrase over a line end and leaves it where it is part of the right one', () => {
    expect(replaced({ avoid: 'sanity check', useInstead: ['check'] }, 'a sanity\n  check')).toEqual(['check']);
    expect(replaced({ avoid: 'metrics', useInstead: ['public metrics'] }, 'public metrics, metrics')).toEqual(['public metrics']);
  });
  it('takes the longer of two phrases at one place', () => {
    const found = new PhraseList(defaultProfile.words.pronouns, false).find('He or she / (s)he / his/hers; the, shear, hero');
    expect(found.map(match => match.written)).toEqual(['He or she', '(s)he', 'his/hers']);
  });
});

it('quotes each word once and no more than a few', () => {
  expect(quoted(['a'])).toBe('“a”');
  expect(quoted(['a', 'b', 'a'])).toBe('“a” and “b”');
  expect(quoted(['a', 'b', 'c', 'd'], 3)).toBe('“a”, “b”, “c” and 1 more');
});

describe('findings', () => {
  const pageOf = (bullets: string): string => `---\ntitle: Editor\n---\n\n## Requirements\n\n${bullets}\n`;
  const findings = async (
    code: string,
    bullets: string,
    setting: RuleSettings[string] = {},
    profile?: Profile,
  ): Promise<Finding[]> => {
    const { workspace } = memoryWorkspace({ [defaultPath]: pageOf(bullets) }, profile ? { profile } : {});
    const linked = await LinkedFamily.load(`${memoryRoot}/${defaultPath}`, workspace);
    return runRules(linked!, { settings: { [code]: setting } }).filter(finding => finding.code === code);
  };

  it('tell score, strength and words of a page, and each word faintly with what is neutral', async () => {
    const found = await findings('gender-coded-language', '- Driven, Driven, driven champions who compete\n- support', {
      words: true,
    });
    expect(found[0]).toMatchObject({ severity: 'information' });
    expect(found[0]!.message).toContain('strongly masculine-coded: 5 masculine-coded words to 1 feminine-coded (score -4)');
    expect(found[0]!.related).toHaveLength(6);
    expect(found.slice(1).map(finding => finding.severity)).toEqual(['hint', 'hint', 'hint', 'hint', 'hint']);
    expect(found[1]!.fixes.map(fix => fix.edits[0]!.newText)).toEqual(['Guided', 'Motivated']);
    expect(found.flatMap(finding => finding.fixes).some(fix => fix.preferred || fix.safe)).toBe(false);
    expect(await findings('gender-coded-language', '- champion\n- support')).toEqual([]);
    expect(await findings('gender-coded-language', '- Driven')).toHaveLength(1);
  });
  it('leave words that name the work itself out, except of the whole text', async () => {
    const page = '- Leading the analysis, an objective of leadership for an individual contributor';
    expect(await findings('gender-coded-language', page)).toEqual([]);
    expect(await findings('gender-coded-language', page, { mode: 'gitlab' })).toHaveLength(1);
    expect(await findings('gender-coded-language', '- Individual')).toHaveLength(1);
  });
  it('count headings in gitlab only', async () => {
    const page = '- Champion\n\n## Responsibilities\n\n- Edit';
    expect(await findings('gender-coded-language', page)).toHaveLength(1);
    expect(await findings('gender-coded-language', page, { mode: 'gitlab' })).toEqual([]);
  });
  it('follow the word lists of the workspace', async () => {
    const changes = {
      words: {
        masculineCoded: { add: ['ink'] },
        misused: { add: [{ avoid: 'scribble', useInstead: ['text'] }], remove: ['guru'] },
      },
    };
    const profile = mergeProfile(defaultProfile, changes) as Profile;
    expect(await findings('gender-coded-language', '- Inks', {}, profile)).toHaveLength(1);
    expect((await findings('misused-word', '- Scribbles of a guru', {}, profile)).map(one => one.message)).toEqual([
      'Write “Texts” instead of “Scribbles”.',
    ]);
  });
  it('offer “they” as the likely one only where the verb stays', async () => {
    const preferred = async (text: string): Promise<boolean[]> =>
      (await findings('gendered-pronoun', text)).map(finding => finding.fixes.some(fix => fix.preferred));
    expect(await preferred('- he/she should read')).toEqual([true]);
    expect(await preferred('- what he/she sees')).toEqual([false]);
    expect(await preferred('- he/she should read and writes letters')).toEqual([false]);
    expect(await preferred('- he/she should read and write letters')).toEqual([true]);
    expect(await preferred('- his text, as s/he’s told')).toEqual([false, false]);
    expect((await findings('gendered-pronoun', '- s/he’s told'))[0]!.fixes).toEqual([]);
  });
  it('mend the article with the word', async () => {
    const text = pageOf('- Be a ninja and an established guru, an expert');
    const found = await findings('misused-word', '- Be a ninja and an established guru, an expert');
    const edits = found.flatMap(finding => finding.fixes[0]!.edits);
    expect(applySpanEdits(text, edits)).toBe(pageOf('- Be an expert and an established expert, an expert'));
  });
  it('are lighter where the word is in the name of what is linked', async () => {
    const [named, free] = await findings(
      'misused-word',
      '- [Master list](/handbook/master-list/)\n- [Master list](/handbook/list/)',
    );
    expect([named!.severity, free!.severity]).toEqual(['information', 'warning']);
    expect([named!.fixes[0]!.preferred, free!.fixes[0]!.preferred]).toEqual([false, true]);
  });
  it('leave a number of years that cannot be taken away alone', async () => {
    const fixes = async (text: string): Promise<number> => (await findings('years-of-experience', text))[0]!.fixes.length;
    expect(await fixes('- 3+ years experience in a newsroom')).toBe(1);
    expect(await fixes('- 3+ years experience')).toBe(0);
    expect(await fixes('- **3+ years** of experience')).toBe(0);
    expect(await fixes('- 3+ years in a newsroom')).toBe(0);
    expect(await fixes('- Experience of 3+ years in a newsroom')).toBe(0);
    expect(await fixes('- 3+ years in newsroom experience')).toBe(0);
    expect(await fixes('- 3+ years of experience.')).toBe(0);
    expect(await fixes('- 3+ years of newsroom experience.')).toBe(1);
  });
});

it('no text takes long', () => {
  const hostile = [
    '5 '.repeat(20_000),
    'years '.repeat(20_000),
    '- '.repeat(20_000),
    'you '.repeat(20_000),
    'experience '.repeat(4_000),
    'A'.repeat(60_000),
    'or a '.repeat(15_000),
    `5 years ${'a '.repeat(20_000)}`,
    // A long comment or code is blank for the rules.
    `a${' '.repeat(60_000)}5 years of experience`,
    'master '.repeat(8_500),
    'a master '.repeat(6_500),
    'hero '.repeat(12_000),
    'experience-'.repeat(5_400),
    'he/'.repeat(20_000),
  ];
  for (const text of hostile) {
    const started = performance.now();
    for (const pattern of [
      ...defaultProfile.words.vacancy,
      ...defaultProfile.words.yearsOfExperience,
      ...defaultProfile.words.priorExperience,
      ...defaultProfile.words.misused.flatMap(advice => advice.except ?? []),
    ])
      for (const _ of text.matchAll(new RegExp(pattern, 'gi')));
    new PhraseList(defaultProfile.words.misused, true).find(text);
    new PhraseList(defaultProfile.words.pronouns, false).find(text);
    new WordList(defaultProfile).find(text);
    expect(performance.now() - started, text.slice(0, 20)).toBeLessThan(1000);
  }
});
