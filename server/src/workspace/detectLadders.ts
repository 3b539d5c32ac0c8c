import { buildHeadingTree } from '../model/headingTree.ts';
import { type LevelNames, levelNamesOf, plainName, type ReadLevelName } from '../model/readers/levelNames.ts';
import { commonTitle, type OpenLadder, readOpenLadder } from '../model/readers/openLadder.ts';
import { anyLadder } from '../profile/builtIn.ts';
import type { DetectedLadders } from '../profile/detectedLadders.ts';
import { globPath } from '../profile/globPath.ts';
import { escapeGlob } from '../profile/globs.ts';
import type { Profile } from '../profile/profile.ts';
import { frontMatterText } from '../syntax/frontMatter.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { titleOfFile } from './pageContexts.ts';
import { isYamlFile, parseFile } from './parsedFile.ts';
import { isPageFile } from './routes.ts';

/** So many files are read at most: those first whose path speaks of careers. */
const MAX_FILES = 1500;

/** Longer files are no ladders. */
const MAX_LENGTH = 400_000;

/** Of paths: what folders and files of ladders are called. */
const CAREER_PATH =
  /career|ladder|level(?!-up)|progression|competenc|growth|job[-_ ]?(?:famil|desc|title)|jobs\b|roles?\b|grades?\b|skill|matrix|matrices|framework|pathway|karriere|laufbahn|stufen|metier|métier/i;
const ROLE_PATH = /career|job|role|position|hiring|recruit|vacanc|opening|stellen|people/i;

/**
 * Looks at a workspace once, at no more than a bounded number of files, and says which are ladders by several signs together: labels or
 * titles of levels, requirements under them, words in the title and the path. Undefined if there is none.
 */
export async function detectLadders(
  uris: readonly string[],
  folders: readonly string[],
  readFile: (uri: string) => Promise<string | undefined>,
): Promise<DetectedLadders | undefined> {
  const profile = ownLadderProfile();
  if (!profile.ownLadder) return undefined;
  const names = levelNamesOf(profile.ownLadder);
  const notFamilies = new Set(profile.ownLadder.notFamilies);
  const files = uris
    .filter(uri => isPageFile(uri) || isYamlFile(uri))
    .map(uri => ({ uri, path: globPath(uri, folders) }))
    .filter(({ path }) => !/(?:^|\/)\./.test(path))
    .sort((a, b) => Number(CAREER_PATH.test(b.path)) - Number(CAREER_PATH.test(a.path)) || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_FILES);
  const looked: LookedAt[] = [];
  for (const { uri, path } of files) {
    const text = await readFile(uri);
    if (text !== undefined && text.length < MAX_LENGTH) looked.push(lookAt(uri, path, text, profile, names, notFamilies));
  }
  const pages = looked.filter(one => one.isLadder);
  const left = looked.filter(one => !one.isLadder && isPageFile(one.uri));
  const levelPages = [...byFolder(left)].flatMap(([folder, ofFolder]) => levelPagesIn(folder, ofFolder, looked));
  const taken = new Set(levelPages.flatMap(one => one.pages));
  const roles = [...byFolder(left.filter(one => !taken.has(one.path)))].flatMap(([folder, ofFolder]) =>
    rolePagesIn(folder, ofFolder),
  );
  const found = [...pages, ...roles];
  if (found.length === 0 && levelPages.length === 0) return undefined;
  const known = new Set([...found.map(one => one.path), ...taken]);
  return {
    pages: found.map(({ path, open }) => ({ path, form: open!.form })).sort((a, b) => (a.path < b.path ? -1 : 1)),
    levelPages,
    others: looked.filter(one => isPageFile(one.uri) && !known.has(one.path)).map(one => one.path),
  };
}

interface LookedAt {
  readonly uri: string;
  readonly path: string;
  readonly open: OpenLadder | undefined;
  readonly isLadder: boolean;
  /** True for files such as README. */
  readonly isNoFamily: boolean;
  readonly title: string | undefined;
  readonly name: ReadLevelName | undefined;
  readonly hasPoints: boolean;
  readonly isEmpty: boolean;
  /** The page's place among its neighbours, as its front matter says. */
  readonly order: number | undefined;
}

function lookAt(
  uri: string,
  path: string,
  text: string,
  profile: Profile,
  names: LevelNames,
  notFamilies: ReadonlySet<string>,
): LookedAt {
  const page = parseFile(uri, text, undefined, profile.site.headingIds);
  const tree = buildHeadingTree(page, profile);
  const open = readOpenLadder(page, tree, profile, undefined);
  const file = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const isNoFamily = notFamilies.has(file.toLowerCase());
  const stated = frontMatterText(page.frontMatter, 'title') ?? page.headings.find(heading => heading.level === 1)?.text;
  const title = stated === undefined ? undefined : plainName(stated);
  const inFile = names.read(titleOfFile(file));
  const inTitle = title === undefined ? undefined : names.read(title);
  const name = inTitle && (inTitle.prefix !== undefined || inFile?.prefix === undefined) ? inTitle : inFile;
  return {
    uri,
    path,
    open,
    isLadder: open !== undefined && isLadder(open, page, path, isNoFamily, names),
    isNoFamily,
    title,
    name,
    hasPoints: page.blocks.some(block => block.type === 'list' || block.type === 'table'),
    isEmpty: text.trim() === '',
    order: orderOf(page),
  };
}

/** Weighs what speaks for a ladder. */
function isLadder(open: OpenLadder, page: PageSyntax, path: string, isNoFamily: boolean, names: LevelNames): boolean {
  const { levels, form } = open;
  if (form === 'role-page' || form === 'level-page' || levels.length < 2) return false;
  if (form === 'yaml') return true;
  const titled = levels.filter(level => level.name?.seniority !== undefined || level.name?.numeral !== undefined).length;
  const lettered = levels.filter(level => level.name?.prefix !== undefined).length;
  const title = page.headings[0]?.text ?? '';
  const hasFrame = names.professionOf(title) !== plainName(title);
  const isShared = shareSections(levels);
  // Severities and priorities have labels, too: some word must speak of careers, or the levels of people.
  if (!CAREER_PATH.test(path) && !hasFrame && !(titled >= 2 && (isShared || lettered >= 2))) return false;
  let signs = form === 'list' && lettered < 2 ? 0 : 1;
  if (titled >= 2) signs++;
  if (lettered >= 2) signs++;
  if (levels.length >= 3) signs++;
  if (CAREER_PATH.test(path)) signs++;
  if (hasFrame) signs++;
  if (levels.some(level => level.sections.length > 0) || page.blocks.some(block => block.type === 'list')) signs++;
  const role = new Set(names.words.role.map(name => name.toLowerCase()));
  const described = levels.filter(({ nodes }) =>
    nodes.some(node => node.children.some(child => role.has(child.heading.text.toLowerCase()))),
  );
  if (described.length >= 2 || isShared) signs++;
  if (form === 'role' && ROLE_PATH.test(path)) signs++;
  const isIndex = /(?:^|\/)_?index\.[a-z]+$/i.test(path);
  return signs >= (isNoFamily && !isIndex ? 5 : 4);
}

/** True if at least two levels have a section of the same name. */
function shareSections(levels: OpenLadder['levels']): boolean {
  const seen = new Set<string>();
  for (const { nodes } of levels) {
    const own = new Set(nodes.flatMap(node => node.children.map(child => child.heading.text.toLowerCase())));
    if ([...own].some(text => seen.has(text))) return true;
    for (const text of own) seen.add(text);
  }
  return false;
}

function byFolder(pages: readonly LookedAt[]): Map<string, LookedAt[]> {
  const folders = new Map<string, LookedAt[]>();
  for (const page of pages) {
    const folder = folderOf(page.path);
    const known = folders.get(folder);
    if (known) known.push(page);
    else folders.set(folder, [page]);
  }
  return folders;
}

/** The families of a folder whose pages are one level each: by labels, or by seniority before a common noun. */
function levelPagesIn(folder: string, pages: readonly LookedAt[], all: readonly LookedAt[]): DetectedLadders['levelPages'] {
  const own = pages.filter(page => !page.isNoFamily);
  const named = own.filter(page => page.name !== undefined);
  const groups = new Map<string, LookedAt[]>();
  const marked = named.filter(page => page.name!.prefix !== undefined);
  if (marked.length >= 2) groups.set('', marked);
  else
    for (const page of named) {
      const key = page.name!.base.join(' ');
      groups.set(key, [...(groups.get(key) ?? []), page]);
    }
  const families = [...groups].filter(([, group]) => {
    const senior = group.filter(
      ({ name }) => name!.seniority !== undefined || name!.numeral !== undefined || name!.prefix !== undefined,
    );
    return group.length >= 2 && senior.length >= 1 && group.some(page => page.hasPoints) && senior.length * 2 >= group.length;
  });
  const count = families.reduce((sum, [, group]) => sum + group.length, 0);
  if (families.length === 0 || count * 2 < own.length) return [];
  const isRoles = families.every(([, group]) => group.filter(page => page.open?.form === 'role-page').length * 2 > group.length);
  if (isRoles) return [];
  // Titles of another noun, such as a manager's, belong to the folder's only family.
  const index = all.find(page => folderOf(page.path) === folder && /(?:^|\/)(?:_?index|readme)\.[a-z]+$/i.test(page.path));
  return families.map(([key, group]) => {
    const rest = families.length > 1 ? [] : own.filter(page => !group.includes(page) && page.name?.seniority !== undefined);
    const members = [...group, ...rest].sort(bySeniority).map(page => page.path);
    const common = commonTitle(group.map(page => ({ name: page.name })));
    const folderTitle = folder
      .replace(/^.*\//, '')
      .split(/[-_\s]+/)
      .map(word => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
    const indexTitle = families.length === 1 && key !== undefined ? index?.title : undefined;
    return { pages: members, title: indexTitle ?? (common === '' ? folderTitle : common) };
  });
}

/** From junior to senior: by the order in the front matter, else by number, else by words. */
function bySeniority(a: LookedAt, b: LookedAt): number {
  if (a.order !== undefined && b.order !== undefined && a.order !== b.order) return a.order - b.order;
  return heightOf(a) - heightOf(b);
}

function heightOf({ name }: LookedAt): number {
  return name?.number ?? (name?.seniority ?? 2) + (name?.numeral ?? 0) / 10;
}

function orderOf(page: PageSyntax): number | undefined {
  const entry = page.frontMatter?.entries.find(one =>
    /^(?:weight|order|rank|position|nav_order|sidebar_position)$/.test(one.key),
  );
  return typeof entry?.value === 'number' ? entry.value : undefined;
}

/** The pages of a folder that describe one role each. */
function rolePagesIn(folder: string, pages: readonly LookedAt[]): readonly LookedAt[] {
  const own = pages.filter(page => !page.isNoFamily && !page.isEmpty);
  const roles = own.filter(page => page.open?.form === 'role-page');
  return ROLE_PATH.test(folder) && roles.length * 2 >= own.length && roles.length >= 2 ? roles : [];
}

function folderOf(path: string): string {
  return path.includes('/') ? path.replace(/\/[^/]*$/, '') : '';
}

/** The profile by which detected ladders are read. */
export function profileOfLadders({ pages, levelPages, others }: DetectedLadders): Profile {
  const profile = ownLadderProfile();
  const found = [...pages.map(page => page.path), ...levelPages.flatMap(one => one.pages)];
  const folders = new Map<string, string[]>();
  for (const path of found) folders.set(folderOf(path), [...(folders.get(folderOf(path)) ?? []), path]);
  const families: string[] = [];
  const notFamilies: string[] = [];
  for (const [folder, paths] of folders) {
    const none = others.filter(path => folderOf(path) === folder);
    // A folder that holds hardly anything else is named as a whole, so that new pages count.
    const asFolder = folder !== '' && paths.every(path => path.endsWith('.md')) && none.length <= paths.length;
    families.push(...(asFolder ? [`${escapeGlob(folder)}/*.md`] : paths.map(escapeGlob)));
    if (asFolder) notFamilies.push(...none.map(escapeGlob));
  }
  return {
    ...profile,
    pages: {
      ...profile.pages,
      families: [...profile.pages.families, ...families],
      notFamilies: [...profile.pages.notFamilies, ...notFamilies],
      levelPages: levelPages.map(one => ({ ...one, pages: one.pages.map(escapeGlob) })),
    },
  };
}

function ownLadderProfile(): Profile {
  return anyLadder;
}
