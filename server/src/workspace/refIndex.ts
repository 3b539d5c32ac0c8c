import { PagesByKey } from './pagesByKey.ts';

/**
 * Pages as Hugo's `ref` finds them: by their path below the content folder, or by a base name that only one page has. Case
 * does not count. Source: Hugo, hugolib/pagecollections.go, `getContentNode`.
 */
export class RefIndex {
  /** By key: two files with one key are one page to Hugo. */
  private readonly pages = new PagesByKey();
  private readonly keysByName = new PagesByKey();

  /** `isMade`: false for files that Hugo makes no page of. */
  constructor(private readonly isMade: (uri: string) => boolean) {}

  /** `contentPath`: below the content folder. */
  add(uri: string, contentPath: string): void {
    const key = keyOf(contentPath);
    this.pages.add(key, uri);
    this.keysByName.add(nameOf(key), key);
  }

  remove(uri: string, contentPath: string): void {
    const key = keyOf(contentPath);
    this.pages.remove(key, uri);
    if (!this.pages.has(key)) this.keysByName.remove(nameOf(key), key);
  }

  /** The page that a `ref` on the page with the path `from` means; undefined where it means none, or one of several. */
  find(ref: string, from: string | undefined): string | undefined {
    const path = ref.split('?')[0]!.trim().toLowerCase();
    if (path === '') return undefined;
    if (!path.startsWith('/') && from !== undefined) {
      const beside = this.at(joined(folderOf(from.toLowerCase(), path), path));
      if (beside !== undefined) return beside;
    }
    if (path.startsWith('.')) return undefined;
    const byPath = this.at(path);
    if (byPath !== undefined || !/^\/?[^/]+$/.test(path)) return byPath;
    const named = this.named(path);
    return named.length === 1 ? named[0] : undefined;
  }

  private at(path: string): string | undefined {
    // A slash at the end is an error to older Hugos and none to newer ones.
    const bare = path.replace(/^\/+|\/+$/g, '');
    const folder = /^(?:(.*)\/)?_index\.[^/.]*$/.exec(bare);
    if (folder) return this.shown(`${folder[1] ?? ''}/`);
    return this.shown(`${bare}/`) ?? this.shown(withoutEnding(bare).replace(/\/index$/, ''));
  }

  private shown(key: string): string | undefined {
    return this.pages.shown(key, this.isMade);
  }

  /** The pages of the base name that a ref gives, in order. */
  named(ref: string): readonly string[] {
    const name = withoutEnding(nameOf(ref.split('?')[0]!.trim().toLowerCase()));
    return this.keysByName.all(name).flatMap(key => this.shown(key) ?? []);
  }
}

/** Where a page stands for refs: its path without ending, a leaf bundle by its folder; the page of a list is its folder, with a slash. */
function keyOf(contentPath: string): string {
  const path = contentPath
    .toLowerCase()
    .replace(/\.(?:md|markdown)(?:\.erb)?$/, '')
    .replace(/\.html$/, '');
  const list = /^(?:(.*)\/)?_index$/.exec(path);
  return list ? `${list[1] ?? ''}/` : path.replace(/\/index$/, '');
}

function nameOf(key: string): string {
  return key.replace(/\/$/, '').split('/').at(-1)!;
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^/.]*$/, '');
}

/** The folder that a relative ref starts from. A leaf bundle stands where its folder does, unless the ref goes up by itself. */
function folderOf(contentPath: string, path: string): string {
  const folder = contentPath.split('/').slice(0, -1);
  if (/(?:^|\/)index\.[^/]*$/.test(contentPath) && !path.startsWith('..')) folder.pop();
  return folder.join('/');
}

function joined(folder: string, path: string): string {
  const segments = folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.filter(segment => segment !== '').join('/');
}
