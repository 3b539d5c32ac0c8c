import { parseDocument } from 'yaml';
import type { WordAdvice } from '../profile/profile.ts';

/**
 * The words that a company's own list (`data/misused_terms.yml` of GitLab's handbook) advises against: a list of entries with
 * `avoid` and `use_instead`, each a text or several, and `reason`. Left out is what cannot be looked for by its letters:
 * entries that hold for one meaning only (`avoid_footnote`, words in brackets) and those that the list itself keeps out of
 * checks (`exclude_from_exports`). Damage is logged, and what can be read counts; never throws.
 */
export function readMisusedTerms(text: string, log: (message: string) => void): WordAdvice[] {
  let entries: unknown;
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      log(`is no valid YAML and is passed over: ${error.message.split('\n')[0]}`);
      return [];
    }
    entries = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    log(`cannot be read and is passed over: ${error}`);
    return [];
  }
  if (entries === null || entries === undefined) return [];
  if (!Array.isArray(entries)) {
    log('is no list of words and is passed over.');
    return [];
  }
  const damaged = entries.filter(entry => !isRecord(entry) || textsOf(entry.avoid).length === 0).length;
  if (damaged > 0) log(`${damaged} of its entries say not what to avoid and are passed over.`);
  return entries.flatMap(entry => (isRecord(entry) ? adviceOf(entry) : []));
}

function adviceOf(entry: Readonly<Record<string, unknown>>): WordAdvice[] {
  if (entry.exclude_from_exports === true || textsOf(entry.avoid_footnote).length > 0) return [];
  const instead = textsOf(entry.use_instead);
  const avoided = textsOf(entry.avoid);
  const reason = typeof entry.reason === 'string' ? plain(entry.reason) : '';
  return avoided.filter(isLiteral).map((avoid, index) => {
    // Lists of one length belong together entry by entry: whitelist and blacklist, allowlist and denylist.
    const paired = avoided.length > 1 && instead.length === avoided.length && avoided.every(isLiteral);
    const useInstead = (paired ? [instead[index]!] : instead).map(plain).filter(isReplacement);
    return { avoid, useInstead, ...(reason === '' ? {} : { reason }) };
  });
}

/** The texts of a value that is one or a list of them. */
function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap(one =>
    typeof one === 'string' && one.trim() !== '' ? [one.trim()] : [],
  );
}

/** True for words that can be looked for as they stand: no remark in brackets or quotes, and no whole sentence. */
function isLiteral(term: string): boolean {
  return !/[()"“”[\]{}]/.test(term) && term.split(/\s+/).length <= 4;
}

/** True for words that can be put in the place of others, as against a remark on what to write. */
function isReplacement(term: string): boolean {
  return (
    /^[\p{L}\d][\p{L}\d .'’&-]*$/u.test(term) &&
    !/[.!?]$/.test(term) &&
    !/\bor\b|\bskip\b/i.test(term) &&
    term.split(/\s+/).length <= 4
  );
}

/** Markdown's links as the words a reader sees, in one line. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
