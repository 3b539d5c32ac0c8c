import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { replacementsOf } from '../../rules/phrases.ts';
import { blocksWith, placed, type Wording } from '../../rules/wording.ts';
import { containsSpan } from '../../text/span.ts';
import { type CompletionPlace, replaceItem } from './place.ts';

/** On a word that hurts, is coded, or is of a fixed mindset: what to write for it. Nothing where the editor asks by itself. */
export function wordItems(place: CompletionPlace): CompletionItem[] {
  if (place.asked.byCharacter) return [];
  const { linked, family, lineSpan, offset } = place;
  const context = { page: family.page, profile: linked.profile, linked };
  const found = (['misused', 'companyTerms', 'coded', 'fixedMindset'] as const).flatMap(question =>
    blocksWith(question, context)
      .filter(({ span }) => span.start <= offset && offset <= span.end)
      .flatMap(block => advice(block.wording, question).map(match => ({ match, span: placed(block.span, match) })))
      .filter(({ span }) => span.start <= offset && offset <= span.end && containsSpan(lineSpan, span)),
  );
  const offered = found.flatMap(({ match, span }) => replacementsOf(match).map(instead => ({ match, span, instead })));
  return offered
    .filter(({ instead }, at) => offered.findIndex(other => other.instead === instead) === at)
    .map(({ match, span, instead }, order) =>
      replaceItem(place, span, {
        label: instead,
        kind: CompletionItemKind.Text,
        detail: l10n.t`Instead of “${match.written}”`,
        documentation: match.advice.reason ?? l10n.t`Write “${instead}” instead of “${match.written}”.`,
        template: instead,
        // What is there is another word than what is offered.
        filterText: match.written,
        sortText: `3${String(order).padStart(2, '0')}`,
      }),
    );
}

function advice(wording: Wording, question: 'misused' | 'companyTerms' | 'coded' | 'fixedMindset'): Wording['misused'] {
  return question === 'coded' ? wording.alternatives : wording[question];
}
