import type { Finding } from '../rules/finding.ts';
import { textOf } from '../text/span.ts';

/** What `.job-family-baseline.json` holds: for each page, by its path from the root, the findings that are not reported. */
export interface BaselineFile {
  readonly version: 1;
  readonly pages: Readonly<Record<string, readonly BaselineEntry[]>>;
}

export interface BaselineEntry {
  readonly code: string;
  /** Equal for the same finding wherever its line has moved to and whatever language it is said in. */
  readonly fingerprint: string;
  /** For people who read the file; nothing compares it. */
  readonly message: string;
}

/**
 * What tells a finding from others of its page, whatever line it stands on and whatever language it is said in: its code, what
 * it is about, and the text it marks, white space aside.
 */
export function fingerprintOf(finding: Finding, text: string): string {
  const marked = textOf(text, finding.span).replace(/\s+/g, ' ').trim();
  return hash(`${finding.code}\n${finding.about ?? ''}\n${marked}`);
}

/** The entries of a page's findings, in page order. */
export function baselineEntries(findings: readonly Finding[], text: string): BaselineEntry[] {
  return findings.map(finding => ({
    code: finding.code,
    fingerprint: fingerprintOf(finding, text),
    message: finding.message,
  }));
}

/** A page's findings split by its entries in the baseline; each entry keeps back one finding. */
export function splitByBaseline(
  findings: readonly Finding[],
  text: string,
  entries: readonly BaselineEntry[],
): { readonly reported: readonly Finding[]; readonly kept: readonly Finding[]; readonly gone: readonly BaselineEntry[] } {
  if (entries.length === 0) return { reported: findings, kept: [], gone: [] };
  const open = new Map<string, BaselineEntry[]>();
  for (const entry of entries) open.set(entry.fingerprint, [...(open.get(entry.fingerprint) ?? []), entry]);
  const reported: Finding[] = [];
  const kept: Finding[] = [];
  for (const finding of findings) (open.get(fingerprintOf(finding, text))?.pop() ? kept : reported).push(finding);
  return { reported, kept, gone: [...open.values()].flat() };
}

/** Reads the file; undefined where it is damaged or of another version. */
export function parseBaseline(text: string): BaselineFile | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isBaseline(value) ? value : undefined;
}

/** The file's text: pages in order, so that merging two branches stays easy. Pages without entries are left out. */
export function formatBaseline(pages: Readonly<Record<string, readonly BaselineEntry[]>>): string {
  const kept = Object.entries(pages).filter(([, entries]) => entries.length > 0);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const file: BaselineFile = { version: 1, pages: Object.fromEntries(kept) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

function isBaseline(value: unknown): value is BaselineFile {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.pages)) return false;
  return Object.values(value.pages).every(
    entries => Array.isArray(entries) && entries.every(entry => isRecord(entry) && typeof entry.fingerprint === 'string'),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** 64 bits of FNV-1a in two halves, as 16 hexadecimal digits: short, and alike on every machine. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 15), 0x01000193);
  }
  return [high, low].map(half => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
