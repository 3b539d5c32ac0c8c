import * as l10n from '@vscode/l10n';
import type { EdgeKind } from './careerMap.ts';

/** Every text of the map that is not the pages' own, in the editor's language. */
export type MapStrings = ReturnType<typeof mapStrings>;

/** Looks the texts up, once for a whole map. */
export function mapStrings() {
  return {
    untitled: l10n.t`Untitled job family`,
    noGrade: l10n.t`no grade`,
    thisFamily: l10n.t`this family`,
    /** Names the buttons that say how far the map reaches. */
    scope: l10n.t`How far the map reaches`,
    asList: l10n.t`As a list`,
    noLinks: l10n.t`Leads nowhere, and no other family of this map leads here.`,
    alone: l10n.t`No other job family is linked with this one: name the next ones in its Career Ladder section.`,
    title: (of: string): string => l10n.t`Career map: ${of}`,
    /** A map of one family over so many steps. */
    steps: (count: number): string => (count === 1 ? l10n.t`1 step around` : l10n.t`${count} steps around`),
    department: (name: string): string => l10n.t`All of ${name}`,
    grade: (grade: number): string => l10n.t`Grade ${grade}`,
    description: (families: number, links: number): string => {
      const [some, between] = [
        families === 1 ? l10n.t`1 job family` : l10n.t`${families} job families`,
        links === 1 ? l10n.t`1 link` : l10n.t`${links} links`,
      ];
      return l10n.t`${some} by grade, the highest above, with ${between} between them. The same stands in the list.`;
    },
    /** What a line of a kind means. */
    edge: (kind: EdgeKind): string =>
      ({ next: l10n.t`leads to`, 'reports-to': l10n.t`reports to`, extends: l10n.t`extends` })[kind],
    /** Said of the family that a link comes from. */
    edgeTo: (kind: EdgeKind, other: string): string =>
      ({
        next: l10n.t`leads to ${other}`,
        'reports-to': l10n.t`reports to ${other}`,
        extends: l10n.t`extends ${other}`,
      })[kind],
    /** The other way round: said of the family that it leads to. */
    edgeFrom: (kind: EdgeKind, other: string): string =>
      ({
        next: l10n.t`comes after ${other}`,
        'reports-to': l10n.t`has reports from ${other}`,
        extends: l10n.t`is extended by ${other}`,
      })[kind],
    leftOut: (count: number): string =>
      count === 1 ? l10n.t`1 more family is not shown.` : l10n.t`${count} more families are not shown.`,
  };
}
