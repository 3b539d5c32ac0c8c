import { roleName } from '../../model/levelSteps.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { decode } from '../../workspace/routes.ts';
import type { CompletionHost } from './host.ts';

/** The values of front matter that the page or the workspace tells, by the name that the schema has for them; the likeliest first. */
export function frontMatterValues(name: string, linked: LinkedFamily, host: CompletionHost): readonly string[] {
  const { family, profile } = linked;
  const role = roleName(family, profile);
  switch (name) {
    case 'family-titles':
      return distinct([family.page.headings.find(heading => heading.level === 1)?.text, role, titleOfFile(linked.uri)]);
    case 'role-names':
      return distinct([role]);
    case 'own-urls':
      return distinct([linked.url]);
    case 'lost-urls':
      return linked.url === undefined ? [] : host.lostUrls(lastPart(linked.url));
    default:
      return [];
  }
}

/** The name of a file, or of its folder where it is the folder's page, in words: `senior-baker.md` is “Senior Baker”. */
export function titleOfFile(uri: string): string {
  const [folder = '', file = ''] = uri.split('/').slice(-2).map(decode);
  const name = /^(?:_?index|readme)\./i.test(file) ? folder : file;
  const words = name.replace(/(?:\.html)?\.(?:md|markdown)(?:\.erb)?$/i, '').split(/[-_\s]+/);
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/** The last part of a URL's path. */
export function lastPart(url: string): string {
  return url.split('/').findLast(part => part !== '') ?? '';
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.map(value => value?.trim() ?? '').filter(value => value !== ''))];
}
