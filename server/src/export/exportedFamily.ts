import { type LadderView, ladderView } from '../ladder/ladderView.ts';
import { type FamilyJson, familyJson } from '../ladder/modelJson.ts';
import { departmentOf } from '../workspace/department.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/** A job family as exports write it. Plain data: no page or workspace is needed to write it, and families of several may stand together. */
export interface ExportedFamily {
  readonly uri: string;
  /** As it is printed. */
  readonly path: string;
  /** `''` where the page has no title. */
  readonly title: string;
  /** The folder of families that it stands in, in a reader's words. */
  readonly department: string | undefined;
  /** The page's address on the site, from the root; undefined for a file of no site. */
  readonly address: string | undefined;
  /** Where the site itself is found, without a slash at its end; undefined where the profile knows no host. */
  readonly site: string | undefined;
  readonly view: LadderView;
  readonly model: FamilyJson;
}

/** A family for exports; findings are the author's concern and left out. `pathOf` turns a URI into the path that is printed. */
export function exportedFamily(linked: LinkedFamily, pathOf: (uri: string) => string): ExportedFamily {
  const host = linked.profile.site.hosts[0];
  return {
    uri: linked.uri,
    path: pathOf(linked.uri),
    title: linked.family.title,
    department: departmentOf(linked.url),
    address: linked.url,
    site: host === undefined ? undefined : `https://${host}`,
    view: ladderView(linked, []),
    model: familyJson(linked, pathOf),
  };
}
