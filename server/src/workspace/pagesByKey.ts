/** Pages by a key that mostly only one of them has. */
export class PagesByKey {
  /** One page stands by itself: a set for each would be most of what a large site's index takes. */
  private readonly found = new Map<string, string | Set<string>>();

  add(key: string, uri: string): void {
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, uri);
    else if (typeof known !== 'string') known.add(uri);
    else if (known !== uri) this.found.set(key, new Set([known, uri]));
  }

  remove(key: string, uri: string): void {
    const known = this.found.get(key);
    if (known === undefined) return;
    if (typeof known === 'string') {
      if (known === uri) this.found.delete(key);
      return;
    }
    known.delete(uri);
    if (known.size === 1) this.found.set(key, [...known][0]!);
  }

  has(key: string): boolean {
    return this.found.has(key);
  }

  keys(): Iterable<string> {
    return this.found.keys();
  }

  /** All pages of a key, in order. */
  all(key: string): readonly string[] {
    const known = this.found.get(key);
    if (known === undefined) return [];
    return typeof known === 'string' ? [known] : [...known].sort();
  }

  /**
   * Of the pages of a key the one that Hugo shows: a folder's own page before a file beside the folder, then the last in the
   * order of their paths. `isMade` is false for files that Hugo makes no page of.
   */
  shown(key: string, isMade: (uri: string) => boolean): string | undefined {
    const known = this.found.get(key);
    if (known === undefined) return undefined;
    if (typeof known === 'string') return isMade(known) ? known : undefined;
    let shown: string | undefined;
    for (const uri of known) if (isMade(uri) && (shown === undefined || comesBefore(shown, uri))) shown = uri;
    return shown;
  }
}

function comesBefore(uri: string, other: string): boolean {
  return isIndex(uri) === isIndex(other) ? uri < other : isIndex(other);
}

function isIndex(uri: string): boolean {
  return /\/_?index\.[^/]*$/.test(uri);
}
