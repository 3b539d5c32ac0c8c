import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configurationFile } from '../configuration/configuration.ts';
import { DiskHost } from '../disk/diskHost.ts';
import { detectProfile } from '../profile/detectProfile.ts';
import { LanguageService } from '../service.ts';
import { canonicalUri } from '../workspace/canonicalUri.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { UsageError } from './usageError.ts';
import { workspaceRootOf } from './workspaceRoot.ts';
import { writeOutput } from './writtenFile.ts';

/** `job-family init`: writes a configuration that names the profile which the folders speak for. */
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
  if (existsSync(path) && !force) {
    console.error(`${printed}: is there already. With --force it is replaced.`);
    return exitCode.usage;
  }
  const host = new DiskHost(message => console.note(message));
  const uri = canonicalUri(pathToFileURL(root).href);
  const { name } = detectProfile(await host.listFiles(uri), [uri]);
  if (!writeOutput(path, configurationText(name), cwd, console)) return exitCode.usage;
  const families = await new LanguageService(host, { folders: [uri] }).familyPages();
  console.note(
    families.length === 0
      ? `${printed}: written with the profile ${name}, by which no page here is a job family yet.`
      : `${printed}: written with the profile ${name}, by which ${families.length} ${families.length === 1 ? 'page is a job family' : 'pages are job families'}.`,
  );
  return exitCode.clean;
}

function configurationText(profile: string): string {
  return `# How the job families of this handbook are read and checked.
profile: ${profile}

# A rule is off, or has another severity: error, warning, information, hint. All rules: job-family rules
# rules:
#   location-named: off
#   years-of-experience: error

# Findings that are there already and are to be mended later: job-family check --write-baseline
# baseline: .job-family-baseline.json
`;
}
