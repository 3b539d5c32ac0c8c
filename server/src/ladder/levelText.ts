import * as l10n from '@vscode/l10n';
import { gradeOf, type Level } from '../model/jobFamily.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { type EffectivePoint, effectiveText, type PointOrigin } from './effectiveText.ts';
import { ladderStrings } from './strings.ts';

/**
 * What a level amounts to as markdown, to be read or compared line by line. Over the points of a level, its own ones too, stands
 * whose they are: so what one level takes over from another reads the same in both, and a difference shows what is new.
 */
export function levelText(linked: LinkedFamily, level: Level): string {
  const { track, gradeNumber, noGrade } = ladderStrings();
  const grade = gradeOf(level)?.grade;
  const parts = [
    `# ${level.title}`,
    `${track(level.track)}, ${grade === undefined ? noGrade : gradeNumber(grade)}`,
    ...effectiveText(linked, level).flatMap(section => [
      `## ${section.title}`,
      ...groupsOf(section.points).flatMap(points => [`### ${originName(points[0]!.origin, level, linked)}`, pointsText(points)]),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function originName(origin: PointOrigin, level: Level, linked: LinkedFamily): string {
  const family = origin.family ?? linked.family.title;
  switch (origin.type) {
    case 'own':
      return level.title;
    case 'level':
      return origin.family === undefined ? `${origin.level}` : `${origin.level}, ${family}`;
    case 'base':
      return l10n.t`Base, ${family}`;
    case 'family':
      return l10n.t`Whole family, ${family}`;
  }
}

/** Points that follow each other and come from the same place. */
function groupsOf(points: readonly EffectivePoint[]): EffectivePoint[][] {
  const groups: EffectivePoint[][] = [];
  for (const point of points) {
    const group = groups.at(-1);
    if (group?.[0] && sameOrigin(group[0].origin, point.origin)) group.push(point);
    else groups.push([point]);
  }
  return groups;
}

function sameOrigin(a: PointOrigin, b: PointOrigin): boolean {
  return a.type === b.type && a.level === b.level && a.family === b.family;
}

/** Bullets stand line by line, other blocks with an empty line around them. */
function pointsText(points: readonly EffectivePoint[]): string {
  return points.reduce((text, point, index) => {
    const before = points[index - 1];
    if (!before) return point.written;
    return `${text}${before.type === 'bullet' && point.type === 'bullet' ? '\n' : '\n\n'}${point.written}`;
  }, '');
}
