import { buildJobFamily } from '../model/buildJobFamily.ts';
import { exportsOfFamily } from '../model/familyExports.ts';
import { outlinePage } from '../syntax/outline.ts';
import { parsePage } from '../syntax/page.ts';
import type { PageReading, PageReadingOrder } from './workspaceHost.ts';

/** What others see of a page with this text. */
export function readPage(uri: string, text: string, { families, profile, ladder }: PageReadingOrder): PageReading {
  const outline = outlinePage(text, profile.site.headingIds);
  const exported = families.has(uri)
    ? exportsOfFamily(buildJobFamily(parsePage(text, undefined, profile.site.headingIds), profile, ladder), profile)
    : undefined;
  return { uri, outline, exported };
}
