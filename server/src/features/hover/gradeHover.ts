import * as l10n from '@vscode/l10n';
import { rowsOfGrade } from '../../model/gradeLadder.ts';
import type { GradeStatement } from '../../model/gradeStatement.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { andMore, escapeMarkdown, levelsCount } from '../markdownText.ts';
import { addressOf, type OtherPages } from '../otherPages.ts';
import { MOST_LISTED } from './hoverText.ts';

/** The rows of a grade in the ladder, and who in the workspace has it. */
export async function gradeText(linked: LinkedFamily, statement: GradeStatement, pages: OtherPages): Promise<string> {
  const families = await pages.families();
  const lines = [`**${l10n.t`Grade ${statement.grade}`}**`];
  const rows = rowsOfGrade(linked.ladder, statement.grade);
  if (rows.length === 0) lines.push('', l10n.t`The ladder has no such grade.`);
  else {
    lines.push('', `| ${l10n.t`Ladder`} | ${l10n.t`Management`} | ${l10n.t`Individual contributor`} |`, '|---|---|---|');
    for (const { section, row } of rows)
      lines.push(`| ${cell([section.title])} | ${cell(row.management)} | ${cell(row.individualContributor)} |`);
    if (linked.ladder.source === 'profile')
      lines.push('', `_${l10n.t`From the built-in ladder: the page with the grade tables is not in this workspace.`}_`);
  }
  const holders = families.flatMap(page =>
    page.exported.levels.filter(level => level.grade === statement.grade).map(level => ({ page, level })),
  );
  if (holders.length > 0) {
    lines.push('', holdersText(holders.length, new Set(holders.map(one => one.page.uri)).size), '');
    for (const { page, level } of holders.slice(0, MOST_LISTED)) {
      const address = addressOf(page.uri, level.anchor, await pages.outline(page.uri));
      const { title } = page.exported;
      const family = title !== level.title && title !== '' ? `, ${escapeMarkdown(title)}` : '';
      lines.push(`- [${escapeMarkdown(level.title)}](<${address}>)${family}`);
    }
    if (holders.length > MOST_LISTED) lines.push(`- ${andMore(holders.length - MOST_LISTED)}`);
  }
  return lines.join('\n');
}

function holdersText(levels: number, families: number): string {
  return families === 1 ? l10n.t`${levelsCount(levels)} in 1 family:` : l10n.t`${levelsCount(levels)} in ${families} families:`;
}

function cell(titles: readonly string[]): string {
  return titles.map(escapeMarkdown).join(', ') || ' ';
}
