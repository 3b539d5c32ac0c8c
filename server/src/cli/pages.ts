import { promises as fs, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DiskHost } from '../disk/diskHost.ts';
import { FileRefused, isReallyWithin } from '../disk/regularFile.ts';
import type { EditorSettings } from '../linkedWorkspace.ts';
import { LanguageService } from '../service.ts';
import { canonicalUri } from '../workspace/canonicalUri.ts';
import type { ChosenPages } from './arguments.ts';
import { changedFiles } from './changedFiles.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { workspaceRootOf } from './workspaceRoot.ts';

/** A job family, or YAML document beside them, that a path of the command line means, and the service of the workspace it is in. */
export interface FoundPage {
  readonly uri: string;
  readonly service: LanguageService;
  /** True for a YAML document: it is checked, and is no page. */
  readonly isDocument: boolean;
}

export interface FoundPages {
  readonly pages: readonly FoundPage[];
  /** True where a path does not exist or cannot be read. */
  readonly failed: boolean;
  /** What was looked for, if the paths lead to no job family at all; undefined if they lead to some. */
  readonly nothingFound: string | undefined;
  /** Rules and pages that failed: filled while the pages are checked. */
  readonly ruleFailures: string[];
}

/** The job families that the paths mean, in order and each once. What cannot be found or is none is said on the console. */
export async function findPages(
  { paths, changed, stdinFilename }: { readonly paths: readonly string[] } & Partial<ChosenPages>,
  environment: CliEnvironment,
  console: Console,
  settings: EditorSettings = {},
): Promise<FoundPages> {
  const services = new Map<string, LanguageService>();
  const ruleFailures: string[] = [];
  const serviceFor = (folder: string): LanguageService => {
    const root = uriOf(workspaceRootOf(folder));
    let service = services.get(root);
    if (!service) {
      service = new LanguageService(new DiskHost(message => console.note(message)), {
        folders: [root],
        settings,
        onRuleFailed: message => ruleFailures.push(message),
        // Every page is read once and looked at once: none is worth letting go.
        mostWhole: Number.POSITIVE_INFINITY,
      });
      services.set(root, service);
    }
    return service;
  };
  const { cwd } = environment;
  if (stdinFilename !== undefined) {
    const page = await pageFromInput(stdinFilename, environment, serviceFor, console);
    return { pages: page ? [page] : [], failed: false, nothingFound: undefined, ruleFailures };
  }
  const pages = new Map<string, FoundPage>();
  let failed = false;
  const empty: string[] = [];
  let hasPages = false;
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const absolute = resolve(cwd, path);
    const found = await pagesAt(absolute, path, serviceFor, console);
    if (found === undefined) failed = true;
    else if (typeof found === 'string') empty.push(found);
    else hasPages ||= found.length > 0;
    if (found === undefined || typeof found === 'string') continue;
    const wanted = changed === undefined || found.length === 0 ? undefined : await changedFiles(folderAt(absolute), changed);
    for (const page of found)
      if (!pages.has(page.uri) && (wanted === undefined || wanted.has(fileURLToPath(page.uri)))) pages.set(page.uri, page);
  }
  if (hasPages || failed) for (const message of empty) console.note(message);
  const nothingFound = hasPages || failed || empty.length === 0 ? undefined : empty.join('\n');
  return { pages: [...pages.values()], failed, nothingFound, ruleFailures };
}

/** The pages at a path; what was looked for if a folder has no job family; undefined if the path cannot be read. */
async function pagesAt(
  absolute: string,
  written: string,
  serviceFor: (folder: string) => LanguageService,
  console: Console,
): Promise<readonly FoundPage[] | string | undefined> {
  let isFolder: boolean;
  try {
    const stat = await fs.stat(absolute);
    isFolder = stat.isDirectory();
    if (isFolder) await fs.readdir(absolute);
    else if (!stat.isFile()) throw new FileRefused('not a regular file');
    else if (!isReallyWithin(absolute, workspaceRootOf(dirname(absolute))))
      throw new FileRefused('a link to a file outside of the workspace');
    else await fs.access(absolute, fs.constants.R_OK);
  } catch (error) {
    console.error(`${written}: ${readingTrouble(error)}`);
    return undefined;
  }
  const service = serviceFor(isFolder ? absolute : dirname(absolute));
  if (isFolder) {
    const { profile, sources } = await service.configuration();
    const folder = `${uriOf(absolute).replace(/\/$/, '')}/`;
    const below = (uris: readonly string[], isDocument: boolean): FoundPage[] =>
      uris.filter(uri => uri.startsWith(folder)).map(uri => ({ uri, service, isDocument }));
    const pages = [...below(await service.familyPages(), false), ...below(await service.documents(), true)];
    // The configuration's own files are checked too, but are nothing that somebody looks for.
    if (pages.some(page => !sources.has(page.uri))) return pages;
    return `${written}: no job family found. Looked for ${profile.pages.families.join(', ')}.`;
  }
  const page = await pageOrNote(uriOf(absolute), written, service, console);
  return page ? [page] : [];
}

/** Returns why a path cannot be read, as a clause without a subject. */
function readingTrouble(error: unknown): string {
  if (error instanceof FileRefused) return `not read: ${error.message}`;
  switch ((error as { code?: string }).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no such file or folder';
    case 'EACCES':
      return 'not read: permission denied';
    default:
      return `not read: ${(error as { code?: string }).code ?? 'unknown reason'}`;
  }
}

/** The page whose text comes by standard input, in the workspace that it would stand in. */
async function pageFromInput(
  path: string,
  environment: CliEnvironment,
  serviceFor: (folder: string) => LanguageService,
  console: Console,
): Promise<FoundPage | undefined> {
  const absolute = resolve(environment.cwd, path);
  const service = serviceFor(dirname(absolute));
  service.setDocument(uriOf(absolute), await environment.stdin());
  return pageOrNote(uriOf(absolute), path, service, console);
}

async function pageOrNote(
  uri: string,
  written: string,
  service: LanguageService,
  console: Console,
): Promise<FoundPage | undefined> {
  if (await service.isFamily(uri)) return { uri, service, isDocument: false };
  if (await service.isDocument(uri)) return { uri, service, isDocument: true };
  const { pages: where } = (await service.configuration()).profile;
  console.note(
    `${written}: is no job family, so it is passed over. A page is one by its folder (${where.families[0]})${where.layouts.length === 0 ? '' : ` or by \`layout: ${where.layouts[0]}\` in its front matter`}.`,
  );
  return undefined;
}

/** A page's path as it is printed: relative to the folder the program ran in, with `/`. */
export function printedPath(uri: string, cwd: string): string {
  const path = relative(cwd, fileURLToPath(uri)).split(sep).join('/');
  return path === '' ? '.' : path;
}

/** The folder that git is asked about. */
function folderAt(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path);
}

function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}
