// @ts-check
// The notices of what is bundled: each package with its licence, as most licences ask for.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * Returns the text of the notices for the packages that are in the bundles. Throws if a package has no licence.
 *
 * @param {readonly string[]} inputs paths of the bundled files, relative to the project
 */
export function thirdPartyNotices(inputs) {
  const sections = bundledPackages(inputs).map(folder => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    const { name, version, license, homepage } = manifest;
    if (typeof license !== 'string') throw new Error(`${name} is bundled and names no licence.`);
    const link = homepage === undefined ? '' : `${homepage}\n`;
    return `${'-'.repeat(80)}\n${name} ${version}\nLicense: ${license}\n${link}\n${licenceText(folder, manifest)}\n`;
  });
  return `Job Families contains the following packages.\n\n${sections.join('\n')}`;
}

/**
 * Returns the folders of the packages that files belong to, in order of their names.
 *
 * @param {readonly string[]} inputs
 */
export function bundledPackages(inputs) {
  const folders = inputs.flatMap(
    input => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input.split(path.sep).join('/'))?.[0] ?? [],
  );
  return [...new Set(folders)].sort();
}

/**
 * Returns the licence that a package brings along, or else the text of the one that it names, with its author.
 *
 * @param {string} folder
 * @param {{ name: string, license: string, author?: string | { name?: string } }} manifest
 */
function licenceText(folder, { name, license, author }) {
  const files = readdirSync(path.join(root, folder)).filter(file =>
    /^(?:licen[cs]e|copying|thirdpartynotices|notice)/i.test(file),
  );
  const texts = files.map(file => readFileSync(path.join(root, folder, file), 'utf8').trim());
  if (texts.length > 0) return `${texts.join('\n\n')}\n`;
  const holder = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || holder === undefined) throw new Error(`${name} is bundled without the text of its licence.`);
  return readFileSync(path.join(root, 'LICENSE'), 'utf8').replace(
    /^Copyright .*$/m,
    `Copyright (c) ${holder.replace(/ <.*/, '')}`,
  );
}
