import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import { disableOnLine, disableOnPage } from '../rules/disableFixes.ts';
import type { Finding, Fix } from '../rules/finding.ts';
import { fixesTogether } from '../rules/fixAll.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import { type DiagnosticOptions, diagnosticOf } from './diagnostics.ts';

/** The kind of the action that makes every safe fix of a page, also on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.jobFamily`;

/**
 * The quick fixes of the findings that touch a range, the likeliest first; behind them, for each rule among these findings,
 * the fixes of all of its findings on the page together, and the comments that turn it off. `page`: what comments
 * are put into; none for a document that is no page.
 */
export function codeActionsFor(
  findings: readonly Finding[],
  lines: LineIndex,
  page: PageSyntax | undefined,
  uri: string,
  range: Range,
  options: DiagnosticOptions,
): CodeAction[] {
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  const touched = findings.filter(finding => finding.span.start <= end && start <= finding.span.end);
  const action = (
    title: string,
    edits: readonly SpanEdit[],
    concerned: readonly Finding[],
    isPreferred: boolean,
  ): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: concerned.map(finding => diagnosticOf(finding, lines, uri, options)),
    isPreferred,
    edit: { changes: { [uri]: textEdits(edits, lines) } },
  });
  const own = touched.flatMap(finding => finding.fixes.map(fix => action(fix.title, fix.edits, [finding], fix.preferred)));
  const beside = [...new Set(touched.map(finding => finding.code))].flatMap(code => {
    const ofCode = findings.filter(finding => finding.code === code);
    const [first] = touched.filter(finding => finding.code === code);
    const together = fixesTogether(ofCode, isPreferred);
    const fixAll =
      together.length > 1
        ? [
            action(
              l10n.t`Fix all ${together.length} findings of “${code}” on this page`,
              together.flatMap(fix => fix.edits),
              ofCode,
              false,
            ),
          ]
        : [];
    const disable = page ? [disableOnLine(page, first!), disableOnPage(page, first!)].filter(fix => fix !== undefined) : [];
    return [...fixAll, ...disable.map(fix => action(fix.title, fix.edits, [first!], false))];
  });
  return [...own.sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred)), ...beside];
}

/** The action that makes these edits as one. */
export function fixAllAction(edits: readonly SpanEdit[], lines: LineIndex, uri: string): CodeAction {
  return {
    title: l10n.t`Fix all that needs no second look`,
    kind: fixAllKind,
    edit: { changes: { [uri]: textEdits(edits, lines) } },
  };
}

function textEdits(edits: readonly SpanEdit[], lines: LineIndex): TextEdit[] {
  return edits.map(edit => ({ range: lines.rangeOf(edit.span), newText: edit.newText }));
}

function isPreferred(fix: Fix): boolean {
  return fix.preferred;
}
