import * as l10n from '@vscode/l10n';
import { parseDocument } from 'yaml';
import { builtInProfiles, defaultProfile } from '../profile/builtIn.ts';
import type { DetectedLadders } from '../profile/detectedLadders.ts';
import { detectProfile, familyMatcher } from '../profile/detectProfile.ts';
import { globPath } from '../profile/globPath.ts';
import { mergeProfile } from '../profile/mergeProfile.ts';
import type { Profile } from '../profile/profile.ts';
import { profileTroubles } from '../profile/profileTroubles.ts';
import {
  type Configuration,
  type ConfigurationSource,
  type ConfigurationTrouble,
  configurationFile,
  overlaid,
} from './configuration.ts';

/** What reading a configuration takes from outside. */
export interface ConfigurationHost {
  readFile(uri: string): Promise<string | undefined>;
  /** Every file of the workspace: asked only where no profile is named. */
  listFiles(): Promise<readonly string[]>;
  /** The profile by which ladders among these files are read; undefined if there are none. */
  detectLadders?(
    files: readonly string[],
  ): Promise<{ readonly profile: Profile; readonly detected: DetectedLadders } | undefined>;
}

const BASELINE = '.job-family-baseline.json';

/**
 * The configuration of a workspace: the first of its folders with a `.job-family.yaml` decides. Never throws: what cannot
 * be read or used is told in `troubles`, and the rest counts as if it were not there.
 */
export async function loadConfiguration(
  folders: readonly string[],
  settings: ConfigurationSource,
  host: ConfigurationHost,
): Promise<Configuration> {
  const troubles: ConfigurationTrouble[] = [];
  let unreadable = false;
  const sources = new Map<string, 'configuration' | 'profile'>();
  for (const folder of folders) sources.set(within(folder, configurationFile), 'configuration');
  let root = folders[0];
  let written: ConfigurationSource = {};
  for (const folder of folders) {
    const uri = within(folder, configurationFile);
    const text = await host.readFile(uri);
    if (text === undefined) continue;
    root = folder;
    written = readSource(text, message => {
      unreadable = true;
      troubles.push({ uri, message, about: 'yaml' });
    });
    break;
  }
  const source = overlaid(written, settings);
  const told =
    (about: string): Tell =>
    (message, uri = within(root ?? '', configurationFile)) =>
      void troubles.push({ uri, message, about });
  const chosen = await chooseProfile(source, root, folders, host, sources, told('profile'));
  return {
    profile: changedProfile(chosen.profile, source, told('changes')),
    rules: { ...Object.fromEntries((chosen.profile.rulesOff ?? []).map(code => [code, 'off' as const])), ...source.rules },
    baseline: root === undefined ? undefined : within(root, source.baseline ?? BASELINE),
    detected: chosen.detected,
    sources,
    troubles,
    unreadable,
  };
}

/**
 * Returns the profile that a workspace's files speak for: a built-in one by its folders, else one of the ladders that are detected in them.
 * Without `detectLadders`, folders alone decide.
 */
async function profileOfFiles(
  files: readonly string[],
  folders: readonly string[],
  { detectLadders }: Pick<ConfigurationHost, 'detectLadders'>,
): Promise<ChosenProfile> {
  const profile = detectProfile(files, folders);
  const isKnown = profile === defaultProfile ? isFamilyThere(files, folders, profile) : profile.ownLadder === undefined;
  const found = isKnown ? undefined : await detectLadders?.(files);
  if (!found || profile.ownLadder === undefined) return found ?? { profile };
  // The folders that are known by their names count besides.
  const { families, notFamilies } = found.profile.pages;
  const pages = {
    ...found.profile.pages,
    families: [...profile.pages.families, ...families],
    notFamilies: [...profile.pages.notFamilies, ...notFamilies],
  };
  return { ...found, profile: { ...found.profile, pages } };
}

/** A profile, and what was detected if nothing names one. */
interface ChosenProfile {
  readonly profile: Profile;
  readonly detected?: DetectedLadders | undefined;
}

function isFamilyThere(files: readonly string[], folders: readonly string[], profile: Profile): boolean {
  const isFamily = familyMatcher(profile);
  return files.some(uri => isFamily(globPath(uri, folders)));
}

/** Notes something that cannot be used; in the configuration's own file where no other is named. */
type Tell = (message: string, uri?: string) => void;

async function chooseProfile(
  source: ConfigurationSource,
  root: string | undefined,
  folders: readonly string[],
  host: ConfigurationHost,
  sources: Map<string, 'configuration' | 'profile'>,
  told: Tell,
): Promise<ChosenProfile> {
  const name = source.profile;
  if (name === undefined || name === '') return profileOfFiles(await host.listFiles(), folders, source.overrides ? {} : host);
  const builtIn = builtInProfiles.get(name);
  if (builtIn) return { profile: builtIn };
  if (!/[./]/.test(name) || root === undefined) {
    told(
      l10n.t`There is no profile “${name}”. There are ${[...builtInProfiles.keys()].join(', ')}, and the path of a file of your own.`,
    );
    return { profile: defaultProfile };
  }
  const uri = within(root, name);
  sources.set(uri, 'profile');
  const text = await host.readFile(uri);
  if (text === undefined) {
    told(l10n.t`The profile ${name} cannot be read. Its path is meant from the folder of ${configurationFile}.`);
    return { profile: defaultProfile };
  }
  const file = readSource(text, message => told(message, uri)) as { readonly base?: unknown };
  const { base, ...changes } = file;
  const merged = mergeProfile(typeof base === 'string' ? builtInProfiles.get(base) : undefined, changes);
  const wrong = profileTroubles(merged);
  if (wrong.length === 0) return { profile: merged as Profile };
  told(l10n.t`The profile ${name} is not used: ${wrong[0]!}.`, uri);
  return { profile: defaultProfile };
}

/** The profile with the workspace's own changes, or without them where they would leave something that is no profile. */
function changedProfile(profile: Profile, { overrides, words }: ConfigurationSource, told: Tell): Profile {
  if (!overrides && !words) return profile;
  const changed = mergeProfile(mergeProfile(profile, overrides), words && { words });
  const wrong = profileTroubles(changed);
  if (wrong.length === 0) return changed as Profile;
  told(l10n.t`The changes to the profile are not used: ${wrong[0]!}.`);
  return profile;
}

/** What a YAML file says as a plain object; empty where it is none. */
function readSource(text: string, told: (message: string) => void): ConfigurationSource {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (document.errors.length > 0) {
    told(l10n.t`It is no valid YAML: ${document.errors[0]!.message}`);
    return {};
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as ConfigurationSource;
  } catch {
    told(l10n.t`It uses too many aliases to be read.`);
  }
  return {};
}

function within(folder: string, path: string): string {
  const parts = path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .map(encodeURIComponent);
  return [folder.replace(/\/$/, ''), ...parts].join('/');
}
