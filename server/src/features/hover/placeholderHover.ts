import * as l10n from '@vscode/l10n';
import { levelAt } from '../../model/jobFamily.ts';
import { placeholdersOf } from '../../model/placeholders.ts';
import { gradeForName } from '../../model/sectionTemplate.ts';
import { compilePattern } from '../../profile/patterns.ts';
import type { Profile } from '../../profile/profile.ts';
import { type Span, textOf, touches } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { escapeMarkdown } from '../markdownText.ts';

/** The hole of a template that an offset stands in; undefined where in none. */
export function placeholderAt({ family: { page }, profile }: LinkedFamily, offset: number): Span | undefined {
  const unfilled = placeholdersOf(page, profile).find(span => touches(span, offset));
  if (unfilled) return unfilled;
  const line = page.lines.lineAt(offset);
  const start = page.lines.lineStart(line);
  const text = page.lines.lineText(line);
  const own = templateHoles(profile).flatMap(hole => {
    const at = text.indexOf(hole);
    return at < 0 ? [] : [{ start: start + at, end: start + at + hole.length }];
  });
  return own.find(span => touches(span, offset));
}

/** What belongs into a hole. */
export function placeholderText({ family, ladder, profile }: LinkedFamily, span: Span): string {
  const hole = textOf(family.page.text, span);
  const advice = profile.placeholderAdvice?.find(({ pattern }) => compilePattern(pattern).test(hole))?.advice;
  const lines = [
    `**${l10n.t`A hole of the template`}**`,
    '',
    advice === undefined ? l10n.t`Write here what the words in braces ask for.` : escapeMarkdown(advice),
  ];
  const level = levelAt(family, span.start);
  if (level?.node) {
    const grade = /grade/i.test(hole) ? gradeForName(family, level.name, ladder, profile) : undefined;
    lines.push(
      '',
      grade === undefined
        ? l10n.t`Here: the level ${escapeMarkdown(level.title)}.`
        : l10n.t`Here: the level ${escapeMarkdown(level.title)}, by its name a grade ${grade}.`,
    );
  }
  lines.push('', l10n.t`Where nothing belongs here, take the whole line out.`);
  return lines.join('\n');
}

/** The holes of what completions and fixes write, by which they are known where a client does not fill in snippets. */
function templateHoles({ sections, levelIntroduction }: Profile): readonly string[] {
  const templates = [...sections.flatMap(section => section.template ?? []), levelIntroduction];
  return templates.flatMap(template => template.match(/\{[^{}\n]+\}/g) ?? []).filter(hole => hole !== '{level}');
}
