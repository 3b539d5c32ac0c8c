import * as l10n from '@vscode/l10n';
import { defaultProfile, namedProfiles } from '../profile/builtIn.ts';
import type { DetectedLadders } from '../profile/detectedLadders.ts';
import { detectProfile, familyMatcher } from '../profile/detectProfile.ts';
import { globPath, partialSitePath } from '../profile/globPath.ts';
import { mergeProfile } from '../profile/mergeProfile.ts';
import type { Profile } from '../profile/profile.ts';
import { profileTroubles } from '../profile/profileTroubles.ts';
import { defaultPreset, isPresetName, presetNames, withPreset } from '../rules/presets.ts';
import { documentRules, rules } from '../rules/registry.ts';
import type { RuleSettings } from '../rules/ruleSettings.ts';
import { YamlDocument } from '../syntax/yamlDocument.ts';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';
import { type PathOptions, resolveInWorkspace } from '../workspace/workspacePath.ts';
import {
  type Configuration,
  type ConfigurationSource,
  type ConfigurationTrouble,
  configurationFile,
  overlaid,
} from './configuration.ts';

/** What reading a configuration takes from outside. */
export interface ConfigurationHost extends Pick<WorkspaceHost, 'realUri'> {
  readFile(uri: string): Promise<string | undefined>;
  /** Every file of the workspace: asked only if no profile is named. */
  listFiles(): Promise<readonly string[]>;
  /** The profile by which ladders among these files are read; undefined if there are none. */
  detectLadders?(
    files: readonly string[],
  ): Promise<{ readonly profile: Profile; readonly detected: DetectedLadders } | undefined>;
}

const BASELINE = '.job-family-baseline.json';

/** Larger files are not read. UTF-16 units. */
const MAX_LENGTH = 1_000_000;

/**
 * Returns the configuration of a workspace: the first of its folders with a `.job-family.yaml` decides. Never throws: what cannot be read or
 * used is in `troubles`, and the rest counts as if it were not there. `baselineFile`: URI of the baseline that the user named.
 */
export async function loadConfiguration(
  folders: readonly string[],
  settings: ConfigurationSource,
  host: ConfigurationHost,
  baselineFile?: string,
): Promise<Configuration> {
  const loader = new Loader(folders, host);
  const source = overlaid(await loader.readConfiguration(), usableParts({ ...settings }));
  const chosen = await loader.chooseProfile(source);
  const profile = loader.changedProfile(chosen.profile, source);
  await loader.checkPaths(profile);
  const { root, sources, troubles, unreadable } = loader;
  return {
    profile,
    rules: loader.rulesOf(source, chosen.profile),
    detected: chosen.detected,
    root,
    baseline: baselineFile ?? (await loader.baselineUri(source)),
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
  return files.some(
    uri => isFamily(globPath(uri, folders)) || isFamily(partialSitePath(uri, folders, profile.site.contentRoots) ?? ''),
  );
}

class Loader {
  readonly troubles: ConfigurationTrouble[] = [];
  readonly sources = new Map<string, 'configuration' | 'profile'>();
  unreadable = false;
  root: string | undefined;

  constructor(
    private readonly folders: readonly string[],
    private readonly host: ConfigurationHost,
  ) {
    this.root = folders[0];
    for (const folder of folders) this.sources.set(configurationUri(folder), 'configuration');
  }

  async readConfiguration(): Promise<ConfigurationSource> {
    for (const folder of this.folders) {
      const uri = configurationUri(folder);
      const text = await this.read(uri, await this.resolve(configurationFile, folder), 'configuration');
      if (text === undefined) continue;
      this.root = folder;
      return usableParts(this.parse(text, uri, 'yaml', () => (this.unreadable = true)));
    }
    return {};
  }

  async chooseProfile({ profile: name, overrides }: ConfigurationSource): Promise<ChosenProfile> {
    if (name === undefined || name === '')
      return profileOfFiles(await this.host.listFiles(), this.folders, overrides ? {} : this.host);
    const builtIn = namedProfiles.get(name);
    if (builtIn) return { profile: builtIn };
    if (!/[./]/.test(name) || this.root === undefined) {
      this.report(
        l10n.t`There is no profile “${name}”. There are ${[...namedProfiles.keys()].join(', ')}, and the path of a file of your own.`,
        'profile',
        ['profile'],
      );
      return { profile: defaultProfile };
    }
    const uri = await this.resolve(name, this.root, { nodeModules: true });
    if (uri === undefined) {
      this.report(l10n.t`The profile ${name} is outside of the workspace and is not used.`, 'profile', ['profile']);
      return { profile: defaultProfile };
    }
    this.sources.set(uri, 'profile');
    const text = await this.read(uri, uri, 'profile');
    if (text === undefined) {
      this.report(
        l10n.t`The profile ${name} cannot be read. Its path is relative to the folder of ${configurationFile}.`,
        'profile',
        ['profile'],
      );
      return { profile: defaultProfile };
    }
    const { base, ...changes } = this.parse(text, uri, 'profile');
    const merged = mergeProfile(typeof base === 'string' ? namedProfiles.get(base) : undefined, changes);
    const [trouble] = profileTroubles(merged);
    if (trouble === undefined) return { profile: merged as Profile };
    this.troubles.push({ uri, message: l10n.t`The profile ${name} is not used: ${trouble}.`, about: 'profile' });
    return { profile: defaultProfile };
  }

  /** The preset's settings with the workspace's own; those of the default preset if the one that is named does not exist. */
  rulesOf({ preset = defaultPreset, rules: own = {} }: ConfigurationSource, { rulesOff = [] }: Profile): RuleSettings {
    if (!isPresetName(preset))
      this.report(l10n.t`Unknown preset “${String(preset)}”. Use ${presetNames.join(', ')}.`, 'preset', ['preset']);
    const codes = [...rules, ...documentRules].map(({ code }) => code);
    // What the profile turns off stays off unless a preset or a setting of the workspace's own asks for it.
    const off = preset === defaultPreset ? Object.fromEntries(rulesOff.map(code => [code, 'off' as const])) : {};
    return withPreset(isPresetName(preset) ? preset : defaultPreset, { ...off, ...own }, codes);
  }

  /** The profile with the workspace's own changes, or without them if they leave something that is not a profile. */
  changedProfile(profile: Profile, { overrides, words }: ConfigurationSource): Profile {
    if (!overrides && !words) return profile;
    const changed = mergeProfile(mergeProfile(profile, overrides), words && { words });
    const [trouble] = profileTroubles(changed);
    if (trouble === undefined) return changed as Profile;
    this.report(l10n.t`The changes to the profile are not used: ${trouble}.`, 'changes');
    return profile;
  }

  /** Reports the paths of a profile that lead out of the workspace. They are not read (`CompanyLists`). */
  async checkPaths({ site: { lintFile, misusedTermsFiles = [] } }: Profile): Promise<void> {
    if (this.root === undefined) return;
    for (const path of [...(lintFile === undefined ? [] : [lintFile]), ...misusedTermsFiles])
      if ((await this.resolve(path, this.root)) === undefined)
        this.report(l10n.t`The file ${path} is outside of the workspace and is not read.`, 'paths');
  }

  /** URI of the baseline, whether it exists or not; `undefined` if it may not be read or there is no folder. */
  async baselineUri({ baseline }: ConfigurationSource): Promise<string | undefined> {
    if (this.root === undefined) return undefined;
    const uri = await this.resolve(baseline ?? BASELINE, this.root);
    if (uri === undefined)
      this.report(
        l10n.t`The baseline ${baseline ?? BASELINE} is outside of the workspace and is neither read nor written.`,
        'baseline',
        baseline === undefined ? undefined : ['baseline'],
      );
    return uri;
  }

  private resolve(path: string, folder: string, options?: PathOptions): Promise<string | undefined> {
    return resolveInWorkspace(path, folder, this.folders, this.host, options);
  }

  private async read(uri: string, resolved: string | undefined, about: string): Promise<string | undefined> {
    if (resolved === undefined) {
      this.troubles.push({ uri, message: l10n.t`This file is a link out of the workspace and is not read.`, about });
      return undefined;
    }
    const text = await this.host.readFile(resolved);
    if (text === undefined || text.length <= MAX_LENGTH) return text;
    this.troubles.push({ uri, message: l10n.t`This file is too large and is not read.`, about });
    return undefined;
  }

  /** The keys of a YAML file; empty if it has none or cannot be read. */
  private parse(text: string, uri: string, about: string, onError?: () => void): Readonly<Record<string, unknown>> {
    const { value, errors } = new YamlDocument(text);
    if (errors[0]) {
      onError?.();
      this.troubles.push({ uri, message: l10n.t`It is no valid YAML: ${errors[0].message}`, about });
      return {};
    }
    return isRecord(value) ? value : {};
  }

  /** Notes something that cannot be used in the configuration's own file. */
  private report(message: string, about: string, path?: readonly string[]): void {
    const uri = configurationUri(this.root ?? '');
    this.troubles.push({ uri, message, about, ...(path ? { path } : {}) });
  }
}

/** The values that have the type they must have. The rule `invalid-configuration` reports the others. */
function usableParts({
  profile,
  preset,
  overrides,
  words,
  rules: ownRules,
  baseline,
}: Readonly<Record<string, unknown>>): ConfigurationSource {
  return {
    ...(typeof profile === 'string' ? { profile } : {}),
    ...(isRecord(overrides) ? { overrides } : {}),
    ...(isRecord(words) ? { words } : {}),
    ...(typeof preset === 'string' ? { preset: preset as NonNullable<ConfigurationSource['preset']> } : {}),
    ...(isRecord(ownRules) ? { rules: ownRules as RuleSettings } : {}),
    ...(typeof baseline === 'string' && baseline !== '' ? { baseline } : {}),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function configurationUri(folder: string): string {
  return `${folder.replace(/\/$/, '')}/${configurationFile}`;
}
