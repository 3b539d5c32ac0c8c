import type { HeadingIdStyle } from '../syntax/headingIds.ts';
import { type PageSyntax, parsePage, parseYamlPage } from '../syntax/page.ts';

/** Parses a file by its name: YAML as a page that is nothing but front matter, all others as markdown. Never throws. */
export function parseFile(uri: string, text: string, previous: PageSyntax | undefined, idStyle: HeadingIdStyle): PageSyntax {
  return isYamlFile(uri) ? parseYamlPage(text, idStyle) : parsePage(text, previous, idStyle);
}

/** True for a file that may be a ladder in YAML. */
export function isYamlFile(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}
