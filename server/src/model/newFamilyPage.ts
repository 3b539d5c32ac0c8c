import { canonicalName, type Profile, type SectionKind } from '../profile/profile.ts';
import { parsePage } from '../syntax/page.ts';
import { asYaml } from '../syntax/yamlText.ts';
import { buildJobFamily } from './buildJobFamily.ts';
import type { GradeLadder } from './gradeLadder.ts';
import type { JobFamily } from './jobFamily.ts';
import { type LevelName, readLevelName, trackOf } from './levelName.ts';
import {
  fillTemplate,
  gradeForName,
  gradeLink,
  gradeSentence,
  type HoleWriter,
  resourceSentence,
  sectionBody,
  sectionOrder,
} from './sectionTemplate.ts';

/**
 * The authoring guide's two templates. `levels`: what all levels share stands once, then the levels with a grade table; `roles`: each
 * level has every section of its own.
 */
export type FamilyTemplate = 'levels' | 'roles';

/** A level that a new page is to have. */
export interface PlannedLevel {
  readonly title: string;
  /** What the ladder gives a level of this name where it is not given. */
  readonly grade?: number | undefined;
}

/** What a new page is made of. */
export interface FamilyPlan {
  readonly title: string;
  readonly template: FamilyTemplate;
  /** Junior to senior. */
  readonly levels: readonly PlannedLevel[];
}

/** The guide asks for three to five: the fewest that are enough. */
const FEWEST_INDICATORS = 3;

/** The text of a new family's page, with holes for what only its author knows. It has no finding but those of its holes. */
export function newFamilyPage(plan: FamilyPlan, ladder: GradeLadder, profile: Profile, hole: HoleWriter): string {
  const writer = new PageWriter(plan, ladder, profile, hole);
  return `---\ntitle: ${asYaml(plan.title)}\n---\n\n${writer.sections().join('\n\n')}\n`;
}

class PageWriter {
  private readonly family: JobFamily;

  constructor(
    private readonly plan: FamilyPlan,
    private readonly ladder: GradeLadder,
    private readonly profile: Profile,
    private readonly hole: HoleWriter,
  ) {
    this.family = emptyFamily(plan.title, profile, ladder);
  }

  /** All that stands below the front matter, a paragraph or heading each. */
  sections(): string[] {
    const { plan, profile } = this;
    if (plan.template === 'roles') return plan.levels.flatMap((level, at) => this.level(level, at, 2));
    const name = (kind: SectionKind): string => canonicalName(profile, kind);
    const base = profile.baseSections.flatMap(kind => [`## ${name(kind)}`, this.body(kind, plan.title, undefined)]);
    const levels = [
      `## ${name('levels')}`,
      ...this.gradeTable(),
      ...plan.levels.flatMap((level, at) => this.level(level, at, 3)),
    ];
    const shared = profile.familySections
      .filter(kind => this.isWanted(kind))
      .flatMap(kind => [`## ${name(kind)}`, this.body(kind, plan.title, undefined)]);
    return [...base, ...levels, ...shared];
  }

  private level(level: PlannedLevel, at: number, depth: number): string[] {
    const { plan, profile } = this;
    const isOwn = (kind: SectionKind): boolean =>
      plan.template === 'roles' || kind === 'job-grade' || !profile.familySections.includes(kind);
    const kinds = sectionOrder.filter(kind => this.isWanted(kind) && isOwn(kind) && !(kind === 'job-grade' && this.hasTable));
    const below = this.below(at);
    return [
      `${'#'.repeat(depth)} ${level.title}`,
      fillTemplate(profile.levelIntroduction, { level: level.title }, this.hole),
      ...kinds.flatMap(kind => [
        `${'#'.repeat(depth + 1)} ${depth === 2 ? '' : `${level.title} `}${canonicalName(profile, kind)}`,
        kind === 'job-grade' ? this.grade(level) : this.levelBody(kind, level, below),
      ]),
    ];
  }

  /** What a new page has of the sections that a level may have. */
  private isWanted(kind: SectionKind): boolean {
    const { required, baseSections } = this.profile;
    return sectionOrder.includes(kind) && (required.sections.includes(kind) || baseSections.includes(kind));
  }

  private levelBody(kind: SectionKind, { title }: PlannedLevel, below: PlannedLevel | undefined): string {
    const { profile, hole } = this;
    // What must be there stands over the levels already.
    if (this.plan.template === 'levels' && profile.baseSections.includes(kind) && !below) {
      const template = profile.sections.find(section => section.kind === kind)?.template;
      if (template !== undefined) return fillTemplate(template, {}, hole);
    }
    return this.body(kind, title, below);
  }

  private body(kind: SectionKind, title: string, below: PlannedLevel | undefined): string {
    const text = sectionBody(this.family, title, kind, below, this.ladder, this.profile, this.hole);
    if (kind !== 'performance-indicators' || !text.startsWith('- ')) return text;
    return Array.from({ length: FEWEST_INDICATORS }, () => text).join('\n');
  }

  private get hasTable(): boolean {
    return this.plan.template === 'levels' && this.profile.grades.resource === undefined;
  }

  private grade(level: PlannedLevel): string {
    const elsewhere = resourceSentence(this.family, level.title, this.profile, this.hole);
    return elsewhere ?? gradeSentence(this.family, level.title, this.gradeNumber(level), this.profile);
  }

  private gradeTable(): string[] {
    const { profile, plan } = this;
    if (!this.hasTable) return [];
    const anchors = anchorsOf(plan, profile);
    const [title = 'Title'] = profile.grades.table.title;
    const [grade = 'Grade'] = profile.grades.table.grade;
    const rows = plan.levels.map(
      (level, at) => `| [${level.title}](#${anchors[at]}) | ${gradeLink(this.family, this.gradeNumber(level), profile)} |`,
    );
    return [[`| ${title} | ${grade} |`, '|---|---|', ...rows].join('\n')];
  }

  private gradeNumber({ title, grade }: PlannedLevel): string {
    const number = grade ?? gradeForName(this.family, readLevelName(title, this.profile), this.ladder, this.profile);
    return number === undefined ? this.hole(this.profile.grades.unknownNumber) : String(number);
  }

  /** The planned level that one takes over from: the nearest of lower rank before it in its track, else in any. */
  private below(at: number): PlannedLevel | undefined {
    const named = this.plan.levels.map(level => ({ level, name: readLevelName(level.title, this.profile) }));
    const own = named[at]!.name;
    const lower = named.slice(0, at).filter(({ name }) => name.seniority.rank < own.seniority.rank);
    const trackOfName = (name: LevelName) => trackOf(name, undefined, Number.POSITIVE_INFINITY, this.profile);
    const nearest = (of: typeof lower) => of.toSorted((a, b) => a.name.seniority.rank - b.name.seniority.rank).at(-1)?.level;
    return nearest(lower.filter(({ name }) => trackOfName(name) === trackOfName(own))) ?? nearest(lower);
  }
}

/** The page before anything is on it: it has no style of its own yet. */
export function emptyFamily(title: string, profile: Profile, ladder: GradeLadder): JobFamily {
  return buildJobFamily(parsePage(`---\ntitle: ${asYaml(title)}\n---\n`, undefined, profile.site.headingIds), profile, ladder);
}

/** The ids that the site gives the headings of planned levels, in order. */
function anchorsOf({ levels }: FamilyPlan, profile: Profile): readonly string[] {
  const text = levels.map(level => `### ${level.title}\n`).join('\n');
  return parsePage(text, undefined, profile.site.headingIds).headings.map(heading => heading.id);
}
