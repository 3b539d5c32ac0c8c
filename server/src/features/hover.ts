import type { Hover } from 'vscode-languageserver-types';
import { rowsOfGrade } from '../model/gradeLadder.ts';
import type { GradeStatement } from '../model/gradeStatement.ts';
import { type ExtendsReference, gradeOf, type JobFamily, type Level, ownBullets } from '../model/jobFamily.ts';
import { canonicalName } from '../profile/profile.ts';
import { frontMatterSchema } from '../schema/schemas.ts';
import { type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { counted, escapeMarkdown } from './markdownText.ts';
import { schemaHover } from './schema/schemaHover.ts';
import type { ListedFamily } from './workspaceSymbols.ts';

/** How many names or bullets a hover lists before it says how many more there are. */
const MOST_LISTED = 12;

/** What a hover may ask beyond its own page. */
export interface HoverHost {
  /** Every job family of the workspace; reads them where they are not read yet. */
  allFamilies(): Promise<readonly ListedFamily[]>;
}

/**
 * What stands behind the words at an offset: a grade (its rows in the ladder and who has it), a level's heading (grade,
 * track, own and inherited bullets), an Extends bullet (what is inherited) or a key of the front matter. Undefined where there is nothing to say.
 */
export async function hoverAt(linked: LinkedFamily, offset: number, host: HoverHost): Promise<Hover | undefined> {
  const yaml = linked.family.page.frontMatter?.yaml;
  if (yaml && touches(yaml.span, offset)) return schemaHover(yaml, frontMatterSchema.schema, offset);
  const grade = gradeStatements(linked.family).find(statement => touches(statement.link?.span ?? statement.span, offset));
  if (grade) return asHover(linked, grade.link?.span ?? grade.span, await gradeText(linked, grade, await host.allFamilies()));
  for (const level of linked.family.levels) {
    if (level.node && touches(level.nameSpan, offset)) return asHover(linked, level.nameSpan, levelText(linked, level));
    const reference = level.extends.find(one => touches(one.span, offset));
    if (reference) return asHover(linked, reference.span, extendsText(linked, level, reference));
  }
  return undefined;
}

function asHover(linked: LinkedFamily, span: Span, value: string): Hover {
  return { contents: { kind: 'markdown', value }, range: linked.family.page.lines.rangeOf(span) };
}

/** Every place of a page that states a grade. */
export function gradeStatements(family: JobFamily): GradeStatement[] {
  return [...family.levels.flatMap(level => level.grade ?? []), ...family.gradeRows.flatMap(row => row.grade ?? [])];
}

async function gradeText(linked: LinkedFamily, statement: GradeStatement, families: readonly ListedFamily[]): Promise<string> {
  const lines = [`**Grade ${statement.grade}**`];
  const rows = rowsOfGrade(linked.ladder, statement.grade);
  if (rows.length === 0) lines.push('', 'The ladder has no such grade.');
  else {
    lines.push('', '| Ladder | Management | Individual contributor |', '|---|---|---|');
    for (const { section, row } of rows)
      lines.push(`| ${cell([section.title])} | ${cell(row.management)} | ${cell(row.individualContributor)} |`);
    if (linked.ladder.source === 'profile')
      lines.push('', '_From the built-in ladder: the page with the grade tables is not in this workspace._');
  }
  const holders = families.flatMap(page =>
    page.exported.levels.filter(level => level.grade === statement.grade).map(level => ({ page, level })),
  );
  if (holders.length > 0) {
    lines.push(
      '',
      `${counted(holders.length, 'level')} in ${counted(new Set(holders.map(one => one.page.uri)).size, 'family', 'families')}:`,
      '',
    );
    for (const { page, level } of holders.slice(0, MOST_LISTED)) {
      const place = level.anchor === '' ? page.uri : `${page.uri}#${level.anchor}`;
      const { title } = page.exported;
      const family = title !== level.title && title !== '' ? `, ${escapeMarkdown(title)}` : '';
      lines.push(`- [${escapeMarkdown(level.title)}](<${place}>)${family}`);
    }
    if (holders.length > MOST_LISTED) lines.push(`- … and ${holders.length - MOST_LISTED} more`);
  }
  return lines.join('\n');
}

function cell(titles: readonly string[]): string {
  return titles.map(escapeMarkdown).join(', ') || ' ';
}

function levelText(linked: LinkedFamily, level: Level): string {
  const grade = gradeOf(level);
  const track = level.track === 'management' ? 'management' : 'individual contributor';
  const lines = [`**${escapeMarkdown(level.title)}**`, '', `${grade ? `Grade ${grade.grade}` : 'No grade'} · ${track}`, ''];
  for (const kind of linked.profile.extendableSections) {
    const { ownCount, inheritedCount, exists } = linked.effective(level, kind);
    lines.push(`- ${canonicalName(linked.profile, kind)}: ${exists ? `${ownCount} own, ${inheritedCount} inherited` : 'none'}`);
  }
  for (const section of level.sections) {
    if (section.kind === 'performance-indicators')
      lines.push(`- ${canonicalName(linked.profile, section.kind)}: ${ownBullets(section).length}`);
  }
  return lines.join('\n');
}

function extendsText(linked: LinkedFamily, level: Level, reference: ExtendsReference): string {
  const target = linked.resolveExtends(reference);
  if (!target) {
    const name = 'name' in reference.target ? reference.target.name : '';
    return `No level “${escapeMarkdown(name)}” is known, so nothing is inherited here.`;
  }
  const place = target.uri === linked.uri ? '' : `, in ${escapeMarkdown(target.family.title)}`;
  const lines = [
    `Takes over from **${target.level ? escapeMarkdown(target.level.title) : 'the sections over the levels'}**${place}`,
  ];
  for (const kind of reference.kinds) {
    const inherited = linked.effective(level, kind).bullets.filter(bullet => !bullet.own);
    lines.push('', `${canonicalName(linked.profile, kind)}: ${counted(inherited.length, 'inherited bullet')}`, '');
    for (const { bullet } of inherited.slice(0, MOST_LISTED)) lines.push(`- ${escapeMarkdown(bullet.text.replace(/\s+/g, ' '))}`);
    if (inherited.length > MOST_LISTED) lines.push(`- … and ${inherited.length - MOST_LISTED} more`);
  }
  return lines.join('\n');
}
