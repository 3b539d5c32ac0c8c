import type { RuleSetting, RuleSettings } from './ruleSettings.ts';

/** Sets of rule settings that a workspace chooses from. Its own settings apply on top. */
export const presetNames = ['recommended', 'strict', 'pipeline'] as const;

export type PresetName = (typeof presetNames)[number];

export const defaultPreset: PresetName = 'recommended';

export function isPresetName(value: unknown): value is PresetName {
  return presetNames.some(name => name === value);
}

const ERROR: RuleSetting = { severity: 'error', ownSeverityOnly: true };

/** What differs from each rule's own defaults. `others`: what applies to a rule that is not listed. */
interface Preset {
  readonly rules: RuleSettings;
  readonly others?: RuleSetting;
}

const presets: Record<PresetName, Preset> = {
  // The rules' own defaults.
  recommended: { rules: {} },
  strict: {
    others: { report: 'each' },
    rules: {
      'missing-section': { report: 'each', careerLadder: true },
      'performance-indicator-unlinked': { report: 'each', some: true },
      'location-named': 'information',
      'vacancy-wording': { severity: 'warning', report: 'each' },
      'years-of-experience': { severity: 'warning', report: 'each' },
      'prior-experience-at-entry-grade': { severity: 'warning', report: 'each' },
      'gender-coded-language': { report: 'each', words: true },
      'broken-link': { partialFolder: false },
    },
  },
  // What fails the handbook's CI job and its site lint. Both know nothing but failing.
  pipeline: {
    others: 'off',
    rules: {
      'missing-job-grade': ERROR,
      'missing-section': ERROR,
      'missing-required-bullet': ERROR,
      'gendered-pronoun': ERROR,
      'misused-word': ERROR,
      'gender-coded-language': { severity: 'error', mode: 'gitlab' },
      'fixed-mindset-language': { severity: 'error', mode: 'gitlab' },
      'duplicate-heading': ERROR,
      'heading-skipped': ERROR,
      'absolute-site-link': ERROR,
      'broken-grade-anchor': ERROR,
      'broken-link': { severity: 'error', ownSeverityOnly: true, partialFolder: false },
      'catalogue-broken-url': ERROR,
      'invalid-catalogue': ERROR,
      'invalid-front-matter': ERROR,
      'merge-conflict-marker': ERROR,
      // About the checker itself: without them a broken configuration would pass in silence.
      'invalid-configuration': 'error',
      'invalid-profile': 'error',
    },
  },
};

/** Returns the settings of the rules with these codes under a preset, with a workspace's own settings on top. */
export function withPreset(name: PresetName, own: RuleSettings, codes: Iterable<string>): RuleSettings {
  const { rules, others } = presets[name];
  const merged: Record<string, RuleSetting> = { ...own };
  for (const code of codes) {
    const setting = combined(rules[code] ?? others, own[code]);
    if (setting !== undefined) merged[code] = setting;
  }
  return merged;
}

function combined(preset: RuleSetting | undefined, own: RuleSetting | undefined): RuleSetting | undefined {
  if (preset === undefined || own === undefined) return own ?? preset;
  return { ...asObject(preset), ...asObject(own) };
}

function asObject(setting: RuleSetting): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { severity: setting } : setting;
}
