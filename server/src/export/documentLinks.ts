import { attributes } from '../ladder/html.ts';
import type { LinkAttributes } from '../ladder/markdownHtml.ts';
import type { LinkTarget } from '../ladder/richText.ts';
import type { ExportedFamily } from './exportedFamily.ts';

/** The ids of a document: of each family and of each of its levels, and where links between them lead. */
export class DocumentLinks {
  private readonly familyIds = new Map<ExportedFamily, string>();
  private readonly byUri = new Map<string, ExportedFamily>();

  constructor(families: readonly ExportedFamily[]) {
    const taken = new Set<string>();
    for (const family of families) {
      const base = `family-${idPart(family.address ?? family.path.replace(/\.md$/i, ''))}`;
      let id = base;
      for (let count = 2; taken.has(id); count++) id = `${base}_${count}`;
      taken.add(id);
      this.familyIds.set(family, id);
      this.byUri.set(family.uri, family);
    }
  }

  familyId(family: ExportedFamily): string {
    return this.familyIds.get(family)!;
  }

  /** `id`: the level's own, unique among those of its family. */
  levelId(family: ExportedFamily, id: string): string {
    return `${this.familyId(family)}--${id}`;
  }

  /** What the links of a family's texts lead to: a family or level of the document where it is one, else the site, else the web. */
  linksOf(family: ExportedFamily): LinkAttributes {
    return target => {
      const href = this.hrefOf(family, target);
      if (href !== undefined) return attributes({ href });
      return attributes({ title: target.type === 'missing' ? target.url : undefined });
    };
  }

  /** Undefined where a link leads nowhere that a reader of the document could go to. */
  hrefOf(family: ExportedFamily, target: LinkTarget): string | undefined {
    switch (target.type) {
      case 'place': {
        const other = this.byUri.get(target.place.uri ?? family.uri);
        return (other && this.idOn(other, target.anchor)) ?? onSite(family, target.address);
      }
      case 'web':
        return target.url;
      case 'none':
        return onSite(family, target.address);
      case 'missing':
        return undefined;
    }
  }

  private idOn(family: ExportedFamily, anchor: string | undefined): string | undefined {
    if (anchor === undefined) return `#${this.familyId(family)}`;
    const level = family.view.levels.find(one => one.anchor === anchor);
    return level && `#${this.levelId(family, level.id)}`;
  }
}

/** An address of the site, whole; undefined where the site's host is not known. */
export function onSite(family: ExportedFamily, address: string | undefined): string | undefined {
  return family.site === undefined || address === undefined ? undefined : `${family.site}${address}`;
}

function idPart(path: string): string {
  return path.replace(/[^\p{L}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '');
}
