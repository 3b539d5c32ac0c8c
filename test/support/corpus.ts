import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real pages, which is no part of the project: tests that need it skip aloud where it is not. */
export const corpusFolder = resolve(import.meta.dirname, '../../../shared/corpus');
export const handbookFolder = join(corpusFolder, 'handbook');
export const hasCorpus = existsSync(handbookFolder);

export function readCorpusJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(corpusFolder, name), 'utf8')) as T;
}

export function readHandbook(path: string): string {
  return readFileSync(join(handbookFolder, 'content', path), 'utf8');
}

/** How well `found` matches `truth`, both as bags of strings. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many were found. */
  readonly found: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export function scoreOf(found: readonly string[], truth: readonly string[]): Score {
  const open = new Map<string, number>();
  for (const one of truth) open.set(one, (open.get(one) ?? 0) + 1);
  const extra: string[] = [];
  let hits = 0;
  for (const one of found) {
    const left = open.get(one) ?? 0;
    if (left > 0) {
      hits++;
      open.set(one, left - 1);
    } else extra.push(one);
  }
  const missing = [...open].flatMap(([one, left]) => Array.from({ length: left }, () => one));
  const precision = found.length === 0 ? 1 : hits / found.length;
  const recall = truth.length === 0 ? 1 : hits / truth.length;
  return {
    precision,
    recall,
    found: found.length,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    missing,
    extra,
  };
}

export function describeScore(name: string, score: Score): string {
  return `${name}: precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}, F1 ${score.f1.toFixed(4)}`;
}
