import type { EdgeKind } from './careerMap.ts';

/** Every text of the map that is not the pages' own, so that it can be said in another language. */
export interface MapStrings {
  readonly untitled: string;
  readonly noGrade: string;
  readonly thisFamily: string;
  /** Names the buttons that say how far the map reaches. */
  readonly scope: string;
  readonly asList: string;
  readonly noLinks: string;
  readonly alone: string;
  title(of: string): string;
  /** A map of one family over so many steps. */
  steps(count: number): string;
  department(name: string): string;
  grade(grade: number): string;
  description(families: number, links: number): string;
  edge(kind: EdgeKind): string;
  /** The other way round: said of the family that a link leads to. */
  edgeBack(kind: EdgeKind): string;
  leftOut(count: number): string;
}

export const englishMapStrings: MapStrings = {
  untitled: 'Untitled job family',
  noGrade: 'no grade',
  thisFamily: 'this family',
  scope: 'How far the map reaches',
  asList: 'As a list',
  noLinks: 'Leads nowhere, and no other family of this map leads here.',
  alone: 'No other job family is linked with this one: name the next ones in its Career Ladder section.',
  title: of => `Career map: ${of}`,
  steps: count => `${count} ${count === 1 ? 'step' : 'steps'} around`,
  department: name => `All of ${name}`,
  grade: grade => `Grade ${grade}`,
  description: (families, links) =>
    `${families} job ${families === 1 ? 'family' : 'families'} by grade, the highest above, with ${links} ${links === 1 ? 'link' : 'links'} between them. The same stands in the list.`,
  edge: kind => ({ next: 'leads to', 'reports-to': 'reports to', extends: 'extends' })[kind],
  edgeBack: kind => ({ next: 'comes after', 'reports-to': 'has reports from', extends: 'is extended by' })[kind],
  leftOut: count => `${count} more ${count === 1 ? 'family is' : 'families are'} not shown.`,
};
