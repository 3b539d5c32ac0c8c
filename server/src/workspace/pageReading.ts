import { buildJobFamily } from '../model/buildJobFamily.ts';
import { exportsOfFamily } from '../model/familyExports.ts';
import { outlinePage } from '../syntax/outline.ts';
import { isYamlFile, parseFile } from './parsedFile.ts';
import type { PageReading, PageReadingOrder } from './workspaceHost.ts';

/** What others see of a page with this text. */
export function readPage(uri: string, text: string, { families, profile, ladder, contexts }: PageReadingOrder): PageReading {
  const outline = outlinePage(isYamlFile(uri) ? '' : text, profile.site.headingIds);
  const exported = families.has(uri)
    ? exportsOfFamily(
        buildJobFamily(parseFile(uri, text, undefined, profile.site.headingIds), profile, ladder, contexts.get(uri)),
        profile,
      )
    : undefined;
  return { uri, outline, exported };
}
