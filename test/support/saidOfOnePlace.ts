import type { Finding } from '../../server/src/rules/finding.ts';

/** The messages of a page's findings that say different things and would be one to a baseline: same rule, place and `about`. */
export function saidOfOnePlace(findings: readonly Finding[]): string[][] {
  const messages = new Map<string, Set<string>>();
  for (const { code, span, about, message } of findings) {
    const key = `${code} ${span.start}-${span.end} ${about ?? ''}`;
    messages.set(key, (messages.get(key) ?? new Set()).add(message));
  }
  return [...messages.values()].filter(ofOne => ofOne.size > 1).map(ofOne => [...ofOne]);
}
