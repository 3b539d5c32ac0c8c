/**
 * A number from 0 to 2³² − 1 that is the same for the same text, and hardly ever for another (FNV-1a over UTF-16 units). For
 * telling whether something has changed; no protection against anybody who wants two texts to look alike.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
