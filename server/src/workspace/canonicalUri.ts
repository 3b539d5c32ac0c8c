/**
 * One spelling of a URI, so that two of the same file are the same key: editors and Node escape different characters, and
 * Windows drives come as `C:`, `c:` and `c%3A`. What cannot be decoded stays as it is.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri);
  if (!parts) return uri;
  const path = parts[2]!.split('/').map(canonicalSegment).join('/');
  return parts[1]!.toLowerCase() + path.replace(/^\/([A-Za-z])%3A(?=\/|$)/, (_, drive: string) => `/${drive.toLowerCase()}%3A`);
}

function canonicalSegment(segment: string): string {
  if (/^[\w.-]*$/.test(segment)) return segment;
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}
