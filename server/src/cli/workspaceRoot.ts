import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Profile } from '../profile/profile.ts';

const MARKS = [
  '.job-family.yaml',
  '.git',
  '.hugolint.yaml',
  'hugo.toml',
  'hugo.yaml',
  'config.toml',
  'config.yaml',
  'package.json',
];

/**
 * The workspace that a folder belongs to: the nearest folder above it, itself included, that holds a content folder and
 * bears a mark of a site or repository; else the nearest that holds a content folder; else the folder itself.
 */
export function workspaceRootOf(folder: string, profile: Profile): string {
  let holdsContent: string | undefined;
  for (let at = folder; ; at = dirname(at)) {
    if (profile.site.contentRoots.some(root => existsSync(join(at, root)))) {
      if (MARKS.some(mark => existsSync(join(at, mark)))) return at;
      holdsContent ??= at;
    }
    if (dirname(at) === at) return holdsContent ?? folder;
  }
}
