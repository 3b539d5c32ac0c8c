import type { Track } from '../../profile/profile.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import type { YamlDocument, YamlPath } from '../../syntax/yamlDocument.ts';
import type { Span } from '../../text/span.ts';
import type { OpenLevel, OpenSection } from './foundLevel.ts';
import type { LevelNames } from './levelNames.ts';

/** What YAML says of a ladder: a whole file or a page's front matter. */
export interface YamlLadder {
  readonly title: string | undefined;
  readonly titleSpan: Span | undefined;
  readonly levels: readonly OpenLevel[];
}

type YamlMap = Readonly<Record<string, unknown>>;

/** Keys that name an entry, that hold requirements, that say whose they are, and that say of what. */
const NAMES = ['title', 'name', 'label', 'id'];
const TEXTS = [
  'summary',
  'criteria',
  'criterion',
  'description',
  'text',
  'examples',
  'exampleCriteria',
  'expectations',
  'requirements',
  'items',
  'behaviors',
  'behaviours',
  'responsibilities',
  'skills',
];
const SUMMARIES = ['summary', 'criterion', 'text', 'description'];
const TOPICS = ['theme', 'area', 'topic', 'category', 'competency', 'domain', 'dimension', 'track', 'pillar'];

/** Further entries than this are no ladder's. */
const MAX_ENTRIES = 5000;

/**
 * Reads levels from YAML: a list `levels` of maps with a list whose entries name a level, levels that hold their requirements, or
 * topics whose entries name a level. Undefined if there is none of these.
 */
export function readYamlLadder(page: PageSyntax, names: LevelNames): YamlLadder | undefined {
  const yaml = page.frontMatter?.yaml;
  if (!yaml || !isMap(yaml.value)) return undefined;
  const reader = new YamlReader(yaml, names);
  const levels = reader.levels();
  if (levels.length < 2) return undefined;
  const key = ['title', 'name'].find(one => typeof (yaml.value as YamlMap)[one] === 'string');
  return {
    title: key && String((yaml.value as YamlMap)[key]).trim(),
    titleSpan: key ? yaml.valueSpan([key]) : undefined,
    levels,
  };
}

interface Building {
  readonly keys: ReadonlySet<string>;
  readonly title: string;
  readonly label: string | undefined;
  readonly track: Track | undefined;
  readonly span: Span;
  readonly sections: Map<string, { nameSpan: Span; items: Span[] }>;
}

class YamlReader {
  private readonly found: Building[] = [];
  private readonly topicNames = new Map<string, string>();
  private entries = 0;

  constructor(
    private readonly yaml: YamlDocument,
    private readonly names: LevelNames,
  ) {}

  levels(): OpenLevel[] {
    const root = this.yaml.value as YamlMap;
    this.readTopicNames(root);
    for (const key of ['levels', 'grades', 'ladder', 'steps', 'roles']) {
      const list = root[key];
      if (this.found.length === 0 && Array.isArray(list)) this.readLevelList(list, [key]);
      else if (this.found.length === 0 && isMap(list)) this.readLevelMap(list, [key]);
    }
    const isDeclared = this.found.length > 0;
    this.readEntries(root, [], undefined);
    // A list of names alone, as of a logger's levels, is no ladder.
    if (!this.found.some(level => level.sections.size > 0)) return [];
    const levels = isDeclared ? this.found : this.found.toSorted((a, b) => Number(a.label) - Number(b.label));
    return levels.map(level => this.made(level));
  }

  private readTopicNames(root: YamlMap): void {
    for (const list of Object.values(root))
      if (Array.isArray(list))
        for (const entry of list.slice(0, MAX_ENTRIES))
          if (isMap(entry) && (typeof entry.id === 'string' || typeof entry.key === 'string') && typeof entry.name === 'string')
            this.topicNames.set(String(entry.id ?? entry.key), entry.name);
  }

  private readLevelList(list: readonly unknown[], path: YamlPath): void {
    for (const [index, entry] of list.slice(0, MAX_ENTRIES).entries()) {
      if (!isMap(entry)) continue;
      const named = NAMES.filter(key => typeof entry[key] === 'string' || typeof entry[key] === 'number');
      const level = entry.level ?? entry.grade ?? entry.number;
      const own = named.length > 0 ? String(entry[named.find(key => key === 'title' || key === 'name') ?? named[0]!]) : undefined;
      const label = entry.label ?? entry.code ?? entry.short ?? level;
      if (own === undefined && level === undefined) continue;
      const keys = [...named.map(key => String(entry[key])), ...(level === undefined ? [] : [String(level)])];
      const at = [...path, index];
      this.add(keys, own ?? String(level), label === undefined ? undefined : String(label), this.yaml.valueSpan(at));
      this.readOwn(entry, at, this.found.at(-1)!);
    }
  }

  /** `levels: { L1: { title: …, criteria: […] } }` */
  private readLevelMap(map: YamlMap, path: YamlPath): void {
    for (const [key, entry] of Object.entries(map).slice(0, MAX_ENTRIES)) {
      const at = [...path, key];
      const title = isMap(entry) ? NAMES.map(name => entry[name]).find(value => typeof value === 'string') : undefined;
      const mark = this.names.read(key);
      this.add([key], typeof title === 'string' ? title : key, mark?.label, this.yaml.keySpan(at) ?? this.yaml.valueSpan(at));
      if (isMap(entry)) this.readOwn(entry, at, this.found.at(-1)!);
      else this.addItems(this.found.at(-1)!, '', at, entry, at);
    }
  }

  private add(keys: readonly string[], text: string, label: string | undefined, span: Span | undefined): Building {
    const name = this.names.read(text);
    const isNumber = /^\d{1,2}\+?$/.test(text);
    const made: Building = {
      keys: new Set(keys),
      title: isNumber ? `${this.names.words.markWords[0]} ${text}` : (name?.title ?? text),
      label: label ?? name?.label ?? (isNumber ? text : undefined),
      track: name?.track,
      span: span ?? this.yaml.span,
      sections: new Map(),
    };
    this.found.push(made);
    return made;
  }

  /** What a level's own entry holds: lists under any key. */
  private readOwn(entry: YamlMap, path: YamlPath, level: Building): void {
    for (const [key, value] of Object.entries(entry)) {
      if (NAMES.includes(key) || key === 'level') continue;
      if (Array.isArray(value)) this.addItems(level, key, [...path, key], value, [...path, key]);
      else if (isMap(value))
        for (const [inner, one] of Object.entries(value))
          this.addItems(level, inner, [...path, key, inner], one, [...path, key, inner]);
      else if (TEXTS.includes(key)) this.addItems(level, '', [...path, key], value, [...path, key]);
    }
  }

  /** Finds the entries that name a level anywhere below: topics, competencies. */
  private readEntries(value: unknown, path: YamlPath, topic: string | undefined): void {
    if (path.length > 12 || this.entries > MAX_ENTRIES) return;
    if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) this.readEntries(entry, [...path, index], topic);
      return;
    }
    if (!isMap(value)) return;
    this.entries++;
    const { level } = value;
    const isNamed = typeof level === 'string' || typeof level === 'number';
    if (isNamed && path.length > 1 && !(path.length === 2 && ['levels', 'grades'].includes(String(path[0])))) {
      const found = this.found.find(one => one.keys.has(String(level))) ?? this.undeclared(level, path);
      if (!found) return;
      const own = TOPICS.map(key => value[key]).find(one => typeof one === 'string') as string | undefined;
      const name = own === undefined ? topic : (this.topicNames.get(own) ?? own);
      // A summary is the requirement; what is next to it explains it.
      const summary = SUMMARIES.find(key => typeof value[key] === 'string');
      for (const key of summary ? [summary] : TEXTS)
        if (key in value) this.addItems(found, name ?? '', [...path, key], value[key], path);
      return;
    }
    const name = typeof value.name === 'string' ? value.name : typeof value.title === 'string' ? value.title : topic;
    for (const [key, one] of Object.entries(value)) this.readEntries(one, [...path, key], path.length === 0 ? undefined : name);
  }

  private undeclared(level: string | number, path: YamlPath): Building | undefined {
    if (this.found.length > 0 && this.found.some(one => one.keys.size > 1)) return undefined;
    return this.add([String(level)], String(level), undefined, this.yaml.valueSpan([...path, 'level']));
  }

  private addItems(level: Building, name: string, path: YamlPath, value: unknown, namePath: YamlPath): void {
    const spans = this.leaves(value, path);
    if (spans.length === 0) return;
    const title = name === '' ? '' : name.charAt(0).toUpperCase() + name.slice(1);
    const known = level.sections.get(title);
    if (known) known.items.push(...spans);
    else level.sections.set(title, { nameSpan: this.yaml.keySpan(namePath) ?? level.span, items: spans });
  }

  /** Where the texts of a value are: each entry of a list, the criteria of a map. */
  private leaves(value: unknown, path: YamlPath): Span[] {
    if (path.length > 14) return [];
    if (Array.isArray(value)) return value.flatMap((entry, index) => this.leaves(entry, [...path, index]));
    if (isMap(value)) {
      const key = [...TEXTS, 'name', 'title'].find(one => one in value);
      return key === undefined ? [] : this.leaves(value[key], [...path, key]);
    }
    const span = typeof value === 'string' || typeof value === 'number' ? this.yaml.valueSpan(path) : undefined;
    return span ? [span] : [];
  }

  private made({ title, label, track, span, sections }: Building): OpenLevel {
    const name = this.names.read(title);
    return {
      title,
      label,
      name,
      track,
      nameSpan: span,
      nodes: [],
      anchor: '',
      span,
      sections: [...sections].map(([section, { nameSpan, items }]): OpenSection => ({ name: section, nameSpan, items })),
    };
  }
}

function isMap(value: unknown): value is YamlMap {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
