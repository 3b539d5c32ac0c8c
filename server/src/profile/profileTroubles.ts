import { validateProfile } from 'virtual:schemas';
import * as l10n from '@vscode/l10n';
import { valueAtPointer } from '../syntax/jsonPointer.ts';

/** What keeps a value from being a whole profile, in plain words; empty where nothing does. */
export function profileTroubles(value: unknown): readonly string[] {
  if (validateProfile(value)) return [];
  return (validateProfile.errors ?? []).map(({ instancePath, keyword, params }) => {
    const place = instancePath.slice(1).replaceAll('/', ' › ');
    switch (keyword) {
      case 'additionalProperties':
        return place === ''
          ? l10n.t`it has an unknown key “${String(params.additionalProperty)}”`
          : l10n.t`“${place}” has an unknown key “${String(params.additionalProperty)}”`;
      case 'required':
        return place === ''
          ? l10n.t`it has no “${String(params.missingProperty)}”`
          : l10n.t`“${place}” has no “${String(params.missingProperty)}”`;
      case 'type':
        return place === ''
          ? l10n.t`it must be of the type ${String(params.type)}`
          : l10n.t`“${place}” must be of the type ${String(params.type)}`;
      case 'format':
        return l10n.t`“${place}” is no regular expression: ${String(valueAtPointer(instancePath, value))}`;
      default:
        return place === '' ? l10n.t`it has a value that it cannot have` : l10n.t`“${place}” has a value that it cannot have`;
    }
  });
}
