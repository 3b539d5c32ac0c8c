import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configurationFile } from '../configuration/configuration.ts';
import { builtInProfiles } from '../profile/builtIn.ts';

const MARKS = ['.git', '.hugolint.yaml', 'hugo.toml', 'hugo.yaml', 'config.toml', 'config.yaml', 'package.json'];

/**
 * The workspace that a folder belongs to: the nearest folder above it, itself included, that holds a `.job-family.yaml`; else
 * the nearest with a content folder and a mark of a site or repository; else the nearest with a content folder; else the
 * folder itself.
 */
export function workspaceRootOf(folder: string): string {
  const above = foldersFrom(folder);
  const contentRoots = [...new Set([...builtInProfiles.values()].flatMap(profile => profile.site.contentRoots))].filter(
    root => root !== '.',
  );
  const holdsOne = (names: readonly string[]) => (at: string) => names.some(name => existsSync(join(at, name)));
  const withContent = above.filter(holdsOne(contentRoots));
  return above.find(holdsOne([configurationFile])) ?? withContent.find(holdsOne(MARKS)) ?? withContent[0] ?? folder;
}

function foldersFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}
