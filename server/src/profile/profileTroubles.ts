import { validateProfile } from 'virtual:schemas';
import * as l10n from '@vscode/l10n';
import { valueAtPointer } from '../syntax/jsonPointer.ts';
import { patternsOf } from './builtInPatterns.ts';
import { globTrouble } from './globs.ts';
import { MAX_PROGRAMS, patternTrouble, programSize } from './patterns.ts';
import type { Profile } from './profile.ts';

/** What keeps a value from being a whole profile, in plain words; empty where nothing does. */
export function profileTroubles(value: unknown): readonly string[] {
  if (validateProfile(value)) {
    const sizes = patternsOf(value as Profile).map(programSize);
    return sizes.reduce((sum, size) => sum + size, 0) > MAX_PROGRAMS ? [l10n.t`its patterns are too complex together`] : [];
  }
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
      case 'format': {
        const written = String(valueAtPointer(instancePath, value));
        const reason = params.format === 'regex' ? patternTrouble(written) : globTrouble(written);
        return l10n.t`the pattern at “${place}” ${reason ?? ''}`;
      }
      default:
        return place === '' ? l10n.t`it has a value that it cannot have` : l10n.t`“${place}” has a value that it cannot have`;
    }
  });
}
