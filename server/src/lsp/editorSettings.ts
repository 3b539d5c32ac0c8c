import type { EditorSettings } from '../linkedWorkspace.ts';
import { isPresetName } from '../rules/presets.ts';
import type { RuleSettings } from '../rules/ruleSettings.ts';

/** What of an editor's settings is set: what is empty there says nothing. */
export function readEditorSettings(value: unknown): EditorSettings {
  if (value === null || typeof value !== 'object') return {};
  const { profile, preset, rules, showBaselined, checkWorkspace, leaveAliasOnMove } = value as Readonly<Record<string, unknown>>;
  return {
    ...(typeof profile === 'string' && profile !== '' ? { profile } : {}),
    ...(isPresetName(preset) ? { preset } : {}),
    ...(rules !== null && typeof rules === 'object' && !Array.isArray(rules) ? { rules: rules as RuleSettings } : {}),
    ...(showBaselined === true ? { showBaselined } : {}),
    ...(checkWorkspace === false ? { checkWorkspace } : {}),
    ...(leaveAliasOnMove === 'always' || leaveAliasOnMove === 'never' ? { leaveAliasOnMove } : {}),
  };
}

/** The globs that an editor's `files.exclude` turns on. Those that ask for a neighbour of the file (`when`) say nothing of pages. */
export function readExclude(value: unknown): Pick<EditorSettings, 'exclude'> {
  if (value === null || typeof value !== 'object') return {};
  const exclude = Object.entries(value).flatMap(([glob, on]) => (on === true ? [glob] : []));
  return exclude.length === 0 ? {} : { exclude };
}
