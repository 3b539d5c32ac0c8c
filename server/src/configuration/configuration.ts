import type { DetectedLadders } from '../profile/detectedLadders.ts';
import type { Profile } from '../profile/profile.ts';
import type { PresetName } from '../rules/presets.ts';
import type { RuleSettings } from '../rules/ruleSettings.ts';
import type { YamlPath } from '../syntax/yamlDocument.ts';

/** The name of the file at a workspace's root that says how its families are written and checked. */
export const configurationFile = '.job-family.yaml';

/** What `.job-family.yaml` may say, and an editor's settings over it: described by `schemas/config.schema.json`. */
export interface ConfigurationSource {
  /** Name of a profile that comes with the extension, or the path of one of the workspace, from its root. */
  readonly profile?: string;
  /** Changes to the profile, laid over it part by part. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** Changes to the profile's word lists: the same as `overrides.words`. */
  readonly words?: Readonly<Record<string, unknown>>;
  /** Which rules run and how severe they are, where `rules` does not say. */
  readonly preset?: PresetName;
  readonly rules?: RuleSettings;
  /** Path of the file with the findings that are not reported, from the root. */
  readonly baseline?: string;
}

/** Something that keeps a configuration from counting as it is written; `message` says what and what happens instead. */
export interface ConfigurationTrouble {
  readonly uri: string;
  readonly message: string;
  /** Which part of the configuration that is, in words of no language. */
  readonly about: string;
  /** Where in the document; its beginning if there is no such place. */
  readonly path?: YamlPath;
}

/** How the families of a workspace are read and checked. */
export interface Configuration {
  readonly profile: Profile;
  /** The preset's settings and the workspace's own. */
  readonly rules: RuleSettings;
  /** The ladders that were detected, if no profile is named and there are some. */
  readonly detected?: DetectedLadders | undefined;
  /** URI of the folder that the configuration is for; `undefined` for a workspace without a folder. */
  readonly root: string | undefined;
  /** URI of the baseline file, whether it exists or not; `undefined` without a folder, and if it would be outside of the workspace. */
  readonly baseline: string | undefined;
  /** Every file that the configuration was read from, or would be if it were there. */
  readonly sources: ReadonlyMap<string, 'configuration' | 'profile'>;
  readonly troubles: readonly ConfigurationTrouble[];
  /** True where one of its files is no YAML: then it is not what anybody meant. */
  readonly unreadable: boolean;
}

/** What an editor's settings or an option say, laid over what the file says. Rules are laid over one by one. */
export function overlaid(file: ConfigurationSource, settings: ConfigurationSource): ConfigurationSource {
  return { ...file, ...withoutUndefined(settings), rules: { ...file.rules, ...settings.rules } };
}

function withoutUndefined(source: ConfigurationSource): ConfigurationSource {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}
