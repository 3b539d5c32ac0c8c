import { validateProfile } from 'virtual:schemas';
import { valueAtPointer } from '../syntax/jsonPointer.ts';

/** What keeps a value from being a whole profile, in plain words; empty where nothing does. */
export function profileTroubles(value: unknown): readonly string[] {
  if (validateProfile(value)) return [];
  return (validateProfile.errors ?? []).map(({ instancePath, keyword, params }) => {
    const place = instancePath === '' ? 'it' : `“${instancePath.slice(1).replaceAll('/', ' › ')}”`;
    switch (keyword) {
      case 'additionalProperties':
        return `${place} has an unknown key “${params.additionalProperty}”`;
      case 'required':
        return `${place} has no “${params.missingProperty}”`;
      case 'type':
        return `${place} must be of the type ${String(params.type)}`;
      case 'format':
        return `${place} is no regular expression: ${String(valueAtPointer(instancePath, value))}`;
      default:
        return `${place} has a value that it cannot have`;
    }
  });
}
