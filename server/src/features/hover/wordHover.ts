import * as l10n from '@vscode/l10n';
import { type CountedWord, countedWords, wordModeOf } from '../../rules/countedWords.ts';
import { fixedMindsetLanguage } from '../../rules/fixedMindsetLanguage.ts';
import { genderCodedLanguage } from '../../rules/genderCodedLanguage.ts';
import { genderedPronoun } from '../../rules/genderedPronoun.ts';
import { misusedWord } from '../../rules/misusedWord.ts';
import { type AdviceMatch, replacementsOf } from '../../rules/phrases.ts';
import type { Rule } from '../../rules/rule.ts';
import { type RuleSettings, ruleRun } from '../../rules/ruleSettings.ts';
import { blocksWith, placed, type Question } from '../../rules/wording.ts';
import { type Span, touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { escapeMarkdown } from '../markdownText.ts';

/** A word of the page and what there is to say of it. */
export interface WordHover {
  readonly span: Span;
  readonly text: string;
}

/** The lists of words to avoid: who asks for them, and why they are avoided where the list itself gives no reason. */
const LISTS: readonly {
  readonly question: Question & ('misused' | 'companyTerms' | 'fixedMindset' | 'pronouns');
  readonly rule: Rule;
  why(): string;
}[] = [
  {
    question: 'misused',
    rule: misusedWord,
    why: () => l10n.t`It carries a history or a picture that shuts some readers out.`,
  },
  {
    question: 'companyTerms',
    rule: misusedWord,
    why: () => l10n.t`The company’s own list of words advises against it.`,
  },
  {
    question: 'fixedMindset',
    rule: fixedMindsetLanguage,
    why: () =>
      l10n.t`It praises what people are, as if nobody could learn it; readers who doubt themselves stop here. Say what they do.`,
  },
  {
    question: 'pronouns',
    rule: genderedPronoun,
    why: () => l10n.t`The level is for everybody, whatever their gender.`,
  },
];

/** What is said of a word that a list advises against, or that is masculine-coded, as far as its rule is not turned off. */
export function wordHoverAt(linked: LinkedFamily, offset: number, settings: RuleSettings): WordHover | undefined {
  const context = { page: linked.family.page, profile: linked.profile, linked, family: linked.family };
  for (const { question, rule, why } of LISTS) {
    if (!ruleRun(rule, settings)) continue;
    for (const block of blocksWith(question, context)) {
      const match = touches(block.span, offset)
        ? block.wording[question].find(one => touches(placed(block.span, one), offset))
        : undefined;
      if (match) return { span: placed(block.span, match), text: advisedText(match, why()) };
    }
  }
  const coded = ruleRun(genderCodedLanguage, settings);
  return coded && codedHover(countedWords(context, wordModeOf(String(coded.options.mode))), offset);
}

function advisedText(match: AdviceMatch, why: string): string {
  return [
    l10n.t`**“${escapeMarkdown(match.written)}”** is a word to avoid.`,
    '',
    escapeMarkdown(match.advice.reason ?? why),
    ...instead(match),
  ].join('\n');
}

function instead(match: AdviceMatch): string[] {
  const words = replacementsOf(match);
  return words.length === 0 ? [] : ['', l10n.t`Instead: ${words.map(word => `“${escapeMarkdown(word)}”`).join(', ')}`];
}

function codedHover(words: readonly CountedWord[], offset: number): WordHover | undefined {
  const found = words.find(({ span, word }) => word.coding === 'masculine' && touches(span, offset));
  if (!found) return undefined;
  const { block, span, word } = found;
  const count = (coding: string): number => words.filter(one => one.word.coding === coding).length;
  const match = block.wording.alternatives.find(one => one.start === word.start && one.end === word.end);
  const text = [
    l10n.t`**“${escapeMarkdown(word.word)}”** is masculine-coded.`,
    '',
    l10n.t`Advertisements for work that mostly men do hold such words more often, and women find the work less appealing for them. No single word is wrong: what counts is that feminine-coded ones outweigh them.`,
    ...(match ? instead(match) : []),
    '',
    l10n.t`On this page: ${masculineCount(count('masculine'))}, ${feminineCount(count('feminine'))}.`,
  ].join('\n');
  return { span, text };
}

function masculineCount(count: number): string {
  return count === 1 ? l10n.t`1 masculine-coded word` : l10n.t`${count} masculine-coded words`;
}

function feminineCount(count: number): string {
  return count === 1 ? l10n.t`1 feminine-coded word` : l10n.t`${count} feminine-coded words`;
}
