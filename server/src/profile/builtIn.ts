import gitlab from '../../../profiles/gitlab.yaml';
import type { Profile } from './profile.ts';

/** The profiles that come with the extension, by name. A test validates each against `schemas/profile.schema.json`. */
export const builtInProfiles: Readonly<Record<string, Profile>> = { gitlab: gitlab as Profile };

/** The profile that a workspace has where it names none. */
export const defaultProfile: Profile = builtInProfiles.gitlab!;
