import { lstatSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationFile } from '../configuration/configuration.ts';
import { DiskHost } from '../disk/diskHost.ts';
import { writeFileSafely } from '../disk/writeFile.ts';
import { anyLadder, defaultProfile } from '../profile/builtIn.ts';
import type { DetectedLadders } from '../profile/detectedLadders.ts';
import type { Profile } from '../profile/profile.ts';
import { LanguageService } from '../service.ts';
import { canonicalUri } from '../workspace/canonicalUri.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { UsageError } from './usageError.ts';
import { workspaceRootOf } from './workspaceRoot.ts';
import { writingTrouble } from './writtenFile.ts';

/** `job-family init`: says what was found, and writes a configuration that says the same. */
export async function writeConfiguration(
  { folder, force }: { readonly folder: string; readonly force: boolean },
  { cwd }: CliEnvironment,
  console: Console,
): Promise<number> {
  const absolute = resolve(cwd, folder);
  if (!statSync(absolute, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${folder}: there is no such folder.`);
  const root = workspaceRootOf(absolute);
  const path = join(root, configurationFile);
  const printed = relative(cwd, path) || path;
  if (lstatSync(path, { throwIfNoEntry: false }) && !force) {
    console.error(`${printed}: is there already. With --force it is replaced.`);
    return exitCode.usage;
  }
  const host = new DiskHost(message => console.note(message));
  const uri = canonicalUri(pathToFileURL(root).href);
  // What a file that is replaced says does not count.
  const bare = new DiskHost(message => console.note(message));
  bare.readFile = async one => (one.endsWith(`/${configurationFile}`) ? undefined : host.readFile(one));
  const service = new LanguageService(bare, { folders: [uri] });
  const chosen = await service.configuration();
  if (chosen.detected) for (const line of foundText(chosen.detected)) console.note(line);
  // Where nothing is found, nothing speaks for GitLab's way of writing either.
  const isDefault = chosen.profile === defaultProfile && (await service.familyPages()).length === 0;
  const profile = isDefault ? anyLadder : chosen.profile;
  const { name } = profile;
  try {
    writeFileSafely(path, configurationText(profile, chosen.detected !== undefined), root);
  } catch (error) {
    console.error(`${printed}: ${writingTrouble(error)}`);
    return exitCode.usage;
  }
  const families = await new LanguageService(host, { folders: [uri] }).familyPages();
  console.note(
    families.length === 0
      ? `${printed}: written with the profile ${name}, by which no page here is a job family yet.`
      : `${printed}: written with the profile ${name}, by which ${families.length} ${families.length === 1 ? 'page is a job family' : 'pages are job families'}.`,
  );
  return exitCode.clean;
}

const FORMS: Readonly<Record<string, string>> = {
  yaml: 'YAML',
  mark: 'headings with labels',
  title: 'headings with titles',
  role: 'headings of roles',
  table: 'columns or rows of a table',
  list: 'a table that lists them',
  'role-page': 'one role a page',
};

/** What was detected: a line for each form, and for each family whose levels are pages. */
function foundText({ pages, levelPages }: DetectedLadders): string[] {
  const byForm = new Map<string, string[]>();
  for (const { path, form } of pages) byForm.set(form, [...(byForm.get(form) ?? []), path]);
  return [
    ...[...byForm].map(([form, paths]) => `found levels as ${FORMS[form] ?? form}: ${paths.join(', ')}`),
    ...levelPages.map(({ title, pages: own }) => `found a level a page of “${title}”: ${own.join(', ')}`),
  ];
}

function configurationText(profile: Profile, isDetected: boolean): string {
  return `# How the job families of this repository are read and checked.
profile: ${profile.name}
${pagesText(profile, isDetected)}
# A rule is off, or has another severity: error, warning, information, hint. All rules: job-family rules
# rules:
#   location-named: off
#   years-of-experience: error

# Findings that are there already and are to be mended later: job-family check --write-baseline
# baseline: .job-family-baseline.json
`;
}

/** Which pages are families, as the configuration of a company's own ladder says it. */
function pagesText({ name, pages }: Profile, isDetected: boolean): string {
  if (name !== 'own-ladder') return '';
  const list = (key: string, globs: readonly string[]): string =>
    globs.length === 0 ? '' : `    ${key}:\n${globs.map(glob => `      - ${JSON.stringify(glob)}\n`).join('')}`;
  if (!isDetected)
    return `\n# No ladder was found. Name its pages from this folder:\n# overrides:\n#   pages:\n#     families: ["people/ladders/*.md"]\n`;
  const levelPages = (pages.levelPages ?? []).map(
    ({ title, pages: own }) => `      - title: ${JSON.stringify(title ?? '')}\n        pages: ${JSON.stringify(own)}\n`,
  );
  return `
overrides:
  pages:
    # Paths from this folder.
${list('families', pages.families)}${list('notFamilies', pages.notFamilies)}${levelPages.length === 0 ? '' : `    # Pages that are one level each, in ascending order.\n    levelPages:\n${levelPages.join('')}`}`;
}
