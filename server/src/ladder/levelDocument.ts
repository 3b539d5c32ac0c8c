/** The scheme of the read-only documents that hold what a level amounts to. */
export const levelDocumentScheme = 'job-family-level';

/** The URI of a level's document: its path is for people and for what goes by the ending, its query says which level it is. */
export function levelDocumentUri(title: string, uri: string, anchor: string): string {
  const name = title.replace(/[\\/]+/g, ' ').trim() || 'level';
  return `${levelDocumentScheme}:/${encodeURIComponent(name)}.md?${encodeURIComponent(JSON.stringify([uri, anchor]))}`;
}

/** The page and the anchor of the level that a document is of; undefined where the URI is none of ours. */
export function readLevelDocumentUri(document: string): { readonly uri: string; readonly anchor: string } | undefined {
  const query = new RegExp(`^${levelDocumentScheme}:[^?]*\\?([^#]*)`).exec(document)?.[1];
  if (query === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(decodeURIComponent(query));
    if (!Array.isArray(read)) return undefined;
    const [uri, anchor] = read as readonly unknown[];
    return typeof uri === 'string' && typeof anchor === 'string' ? { uri, anchor } : undefined;
  } catch {
    return undefined;
  }
}
