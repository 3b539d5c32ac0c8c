import { ancestorsOf, type HeadingNode, type HeadingTree } from '../headingTree.ts';
import { keyOf, type OpenLevel } from './foundLevel.ts';
import type { LevelNames, ReadLevelName } from './levelNames.ts';

/** Headings next to each other: of one parent and one depth. */
interface Group {
  readonly parent: HeadingNode | undefined;
  readonly depth: number;
  readonly nodes: readonly HeadingNode[];
}

/** The levels that headings are, and by what they were recognized. */
export interface HeadingLevels {
  readonly levels: readonly OpenLevel[];
  /** `mark`: labels such as L3; `title`: words of seniority; `role`: sections of a role under each. */
  readonly form: 'mark' | 'title' | 'role';
}

/**
 * Finds the levels that headings are: those with labels, else those that words of seniority tell, else roles with their sections.
 * Undefined if fewer than two are found. `pageNames`: what the page calls itself.
 */
export function readHeadingLevels(tree: HeadingTree, pageNames: readonly string[], names: LevelNames): HeadingLevels | undefined {
  const finder = new HeadingLevelFinder(tree, pageNames, names);
  const marked = finder.markedLevels();
  if (marked.length > 0) return { levels: finder.made([...marked, ...finder.titledLevels(marked)]), form: 'mark' };
  const titled = finder.titledLevels([]);
  if (titled.length > 0) return { levels: finder.made(titled), form: 'title' };
  const roles = finder.roles();
  return roles.length > 0 ? { levels: finder.made(roles), form: 'role' } : undefined;
}

/** A page with more headings next to each other is no ladder; the work for one grows with its square. */
const MAX_LEVELS = 300;

/** At most this many steps may be missing between two numbers of one prefix. */
const MAX_GAP = 3;

class HeadingLevelFinder {
  private readonly groups: readonly Group[];
  private readonly read = new Map<HeadingNode, ReadLevelName | undefined>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly tree: HeadingTree,
    private readonly pageNames: readonly string[],
    private readonly names: LevelNames,
  ) {
    this.groups = groupsOf(tree).filter(group => group.nodes.length <= MAX_LEVELS);
    for (const node of tree.nodes) {
      const text = node.heading.text.toLowerCase();
      this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
      this.read.set(node, names.isForAll(node.heading.text) ? undefined : names.read(node.heading.text));
    }
  }

  /** The headings with labels, in page order. */
  markedLevels(): HeadingNode[] {
    const found = new Set<HeadingNode>();
    const prefixes = new Set<string>();
    for (const group of this.groups) {
      if (group.parent && isWithin(group.parent, found)) continue;
      const marked = group.nodes.filter(node => this.read.get(node)?.prefix !== undefined);
      if (marked.length < 2 || !this.risesByPrefix(marked)) continue;
      for (const node of marked) {
        found.add(node);
        prefixes.add(this.read.get(node)!.prefix!);
      }
    }
    if (found.size > MAX_LEVELS) return [];
    // A part may hold a single level of a ladder that others establish.
    for (const node of this.tree.nodes) {
      const name = this.read.get(node);
      if (found.has(node) || name?.prefix === undefined || (node.parent && isWithin(node.parent, found))) continue;
      const beside = [...found].some(one => one.heading.level === node.heading.level && one.parent !== node.parent);
      if (beside && (prefixes.has(name.prefix) || this.names.trackOfPart(node.parent?.heading.text ?? '') !== undefined))
        found.add(node);
    }
    return this.tree.nodes.filter(node => found.has(node));
  }

  private risesByPrefix(marked: readonly HeadingNode[]): boolean {
    const byPrefix = new Map<string, number[]>();
    for (const node of marked) {
      const { prefix, number } = this.read.get(node)!;
      byPrefix.set(prefix!, [...(byPrefix.get(prefix!) ?? []), number!]);
    }
    return [...byPrefix.values()].every(numbers => {
      const sorted = [...new Set(numbers)].sort((a, b) => a - b);
      return sorted.every((number, at) => at === 0 || number - sorted[at - 1]! <= MAX_GAP);
    });
  }

  /** The headings that words of seniority tell, in page order; beside `marked` ones if there are any. */
  titledLevels(marked: readonly HeadingNode[]): HeadingNode[] {
    const taken = new Set(marked);
    const above = new Set(marked.flatMap(ancestorsOf));
    const found = new Set<HeadingNode>();
    for (const group of this.groups) {
      if (group.parent && (isWithin(group.parent, taken) || isWithin(group.parent, found))) continue;
      if (group.nodes.some(node => taken.has(node) || above.has(node))) continue;
      if (marked.length > 0 && this.names.trackOfPart(group.parent?.heading.text ?? '') === undefined) continue;
      for (const node of this.titledIn(group, marked.length > 0)) found.add(node);
    }
    return found.size > MAX_LEVELS ? [] : this.tree.nodes.filter(node => found.has(node));
  }

  private titledIn({ nodes, parent }: Group, isBeside: boolean): readonly HeadingNode[] {
    // The sections of each level are no levels, whatever they are called.
    const eligible = nodes.filter(node => this.mayBeTitle(node, nodes));
    const senior = eligible.filter(node => isSenior(this.read.get(node)));
    if (!senior.some(node => this.read.get(node)!.seniority !== undefined || this.read.get(node)!.isRoman)) return [];
    const common = this.commonWords(eligible);
    const counted = eligible.filter(node => senior.includes(node) || this.sharesBase(node, common));
    const isBare = senior.filter(node => this.read.get(node)!.base.length === 0).length;
    if (counted.length < 2 || (common.size === 0 && isBare < 2 && !isBeside)) return [];
    if (common.size > 0 && isBare < 2 && counted.filter(node => this.sharesBase(node, common)).length < 2) return [];
    const [first, last] = [counted[0]!.index, counted.at(-1)!.index];
    const run = eligible.filter(node => node.index >= first && node.index <= last);
    const isUnderPart = parent !== undefined && this.names.trackOfPart(parent.heading.text) !== undefined;
    if (counted.length * 2 < (isUnderPart ? eligible.length : run.length)) return [];
    if (senior.length * 2 < counted.length) return [];
    const isMost = counted.length > 2 && counted.length * 2 >= nodes.length;
    if (!isUnderPart && !isMost && isBare < 3 && !this.isNamedElsewhere(common) && !this.hasAlikeSections(counted)) return [];
    const sections = new Set(counted.flatMap(node => node.children.map(child => child.heading.text.toLowerCase())));
    const isAlike = (node: HeadingNode): boolean => node.children.some(child => sections.has(child.heading.text.toLowerCase()));
    return run.filter(node => counted.includes(node) || isAlike(node));
  }

  private mayBeTitle(node: HeadingNode, group: readonly HeadingNode[]): boolean {
    const name = this.read.get(node);
    if (!name?.isTitle || node.section !== undefined || this.names.trackOfPart(node.heading.text) !== undefined) return false;
    // Standing more than once next to each other, it is a section of several levels, unless it says how senior somebody is.
    const text = node.heading.text.toLowerCase();
    return (
      isSenior(name) ||
      this.counts.get(text) === 1 ||
      group.filter(one => one.heading.text.toLowerCase() === text).length === 1 ||
      (name.base.length > 0 &&
        group.some(
          one => one !== node && isSenior(this.read.get(one)) && this.read.get(one)!.base.join(' ') === name.base.join(' '),
        ))
    );
  }

  /** The words, seniority aside, that at least two titles share: whole or as a part of a compound. */
  private commonWords(nodes: readonly HeadingNode[]): ReadonlySet<string> {
    const counts = new Map<string, number>();
    for (const node of nodes) for (const word of this.stemsOf(node)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return new Set([...counts].filter(([word, count]) => count > 1 && word.length > 2).map(([word]) => word));
  }

  private sharesBase(node: HeadingNode, common: ReadonlySet<string>): boolean {
    const base = this.stemsOf(node);
    const shared = [...base].filter(word => common.has(word)).length;
    return base.size < 5 && shared > 0 && base.size - shared < 2;
  }

  private stemsOf(node: HeadingNode): ReadonlySet<string> {
    return new Set(this.read.get(node)!.base.map(word => this.names.stemOf(word)));
  }

  private isNamedElsewhere(common: ReadonlySet<string>): boolean {
    const text = [...this.pageNames, ...this.tree.nodes.filter(node => node.heading.level === 1).map(node => node.heading.text)]
      .join(' ')
      .toLowerCase();
    return [...common].some(word => text.includes(word.slice(0, Math.max(4, word.length - 1))));
  }

  private hasAlikeSections(nodes: readonly HeadingNode[]): boolean {
    const seen = new Set<string>();
    for (const node of nodes)
      for (const text of new Set(node.children.map(child => child.heading.text.toLowerCase()))) {
        if (seen.has(text)) return true;
        seen.add(text);
      }
    return false;
  }

  /** Headings with sections of a role under each, such as Responsibilities. */
  roles(): HeadingNode[] {
    const isRole = new Set(this.names.words.role.map(name => name.toLowerCase()));
    const hasRole = (node: HeadingNode): boolean =>
      node.section === undefined &&
      node.children.some(child => child.section !== undefined || isRole.has(child.heading.text.toLowerCase()));
    for (const { nodes } of this.groups) {
      const roles = nodes.filter(node => hasRole(node) && this.read.get(node) !== undefined);
      if (roles.length > 1 && this.hasAlikeSections(roles)) return roles;
    }
    return [];
  }

  /** The headings as levels: those that name one level again are the same level. */
  made(nodes: readonly HeadingNode[]): OpenLevel[] {
    const byKey = new Map<string, OpenLevel & { nodes: HeadingNode[] }>();
    for (const node of nodes) {
      const name = this.read.get(node)!;
      const key = keyOf(name);
      const known = byKey.get(key) ?? this.repeated(name, byKey);
      if (known) {
        known.nodes.push(node);
        continue;
      }
      const track = this.trackAbove(node) ?? name.track ?? this.trackOfPrefix(name, nodes);
      const { title, label } = name;
      const { contentSpan, id } = node.heading;
      byKey.set(key, {
        title,
        label,
        name,
        track,
        nameSpan: contentSpan,
        nodes: [node],
        anchor: id,
        span: node.span,
        sections: [],
      });
    }
    return [...byKey.values()];
  }

  /** A level whose label is repeated without its title: "L2" after "L2: Baker". */
  private repeated(name: ReadLevelName, known: ReadonlyMap<string, OpenLevel & { nodes: HeadingNode[] }>) {
    if (name.label === undefined) return undefined;
    return [...known.values()].find(
      ({ label, name: other }) =>
        label === name.label && other?.prefix === name.prefix && isBare(other) !== isBare(name) && known.size > 1,
    );
  }

  private trackAbove(node: HeadingNode) {
    for (let above = node.parent; above; above = above.parent) {
      const track = this.names.trackOfPart(above.heading.text);
      if (track) return track;
    }
    return undefined;
  }

  /** "IC" and "M" say their track where both are there. */
  private trackOfPrefix({ prefix }: ReadLevelName, nodes: readonly HeadingNode[]) {
    if (prefix === 'IC') return 'individual-contributor' as const;
    const prefixes = new Set(nodes.map(node => this.read.get(node)?.prefix));
    return prefix === 'M' && prefixes.size > 1 ? ('management' as const) : undefined;
  }
}

function groupsOf(tree: HeadingTree): Group[] {
  const groups = new Map<HeadingNode | undefined, Map<number, HeadingNode[]>>();
  for (const node of tree.nodes) {
    const depths = groups.get(node.parent) ?? new Map<number, HeadingNode[]>();
    groups.set(node.parent, depths);
    const nodes = depths.get(node.heading.level);
    if (nodes) nodes.push(node);
    else depths.set(node.heading.level, [node]);
  }
  return [...groups].flatMap(([parent, depths]) => [...depths].map(([depth, nodes]) => ({ parent, depth, nodes })));
}

function isWithin(node: HeadingNode, found: ReadonlySet<HeadingNode>): boolean {
  for (let at: HeadingNode | undefined = node; at; at = at.parent) if (found.has(at)) return true;
  return false;
}

function isSenior(name: ReadLevelName | undefined): boolean {
  return name !== undefined && (name.seniority !== undefined || name.numeral !== undefined);
}

/** True for a name that is nothing but a label. */
function isBare(name: ReadLevelName | undefined): boolean {
  return name !== undefined && name.base.length === 0 && name.seniority === undefined;
}
