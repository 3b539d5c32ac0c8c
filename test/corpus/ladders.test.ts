import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import type { FamilyJson, LevelJson } from '../../server/src/ladder/modelJson.ts';
import { LanguageService } from '../../server/src/service.ts';
import { corpusFolder } from '../support/corpus.ts';

interface TruthLevel {
  readonly title: string;
  readonly label: string | null;
  readonly rank: number | null;
  readonly track: string | null;
  readonly items: number | null;
  readonly empty?: boolean;
}

interface Truth {
  readonly folder: string;
  readonly families: readonly {
    readonly path: string;
    readonly title: string;
    readonly pages?: readonly string[];
    readonly kind?: string;
    readonly levels: readonly TruthLevel[];
  }[];
  readonly notFamilies: readonly string[];
}

const folder = join(corpusFolder, 'ladders');
const hasLadders = existsSync(join(folder, 'truth'));
// Some organisations alone, by name: `LADDERS=one,two`.
const wanted = process.env.LADDERS?.split(',');

/** A name as the truth and the model are compared by. */
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[^\p{L}\p{N}&/ ().,+-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^level /, '');

const itemsOf = (level: LevelJson): number => level.sections.reduce((sum, section) => sum + section.items, 0);

describe.skipIf(!hasLadders)('ladders of other organisations, without configuration', () => {
  const counts = {
    levels: 0,
    seen: 0,
    found: 0,
    labels: 0,
    labelled: 0,
    tracks: 0,
    tracked: 0,
    items: 0,
    counted: 0,
    orders: 0,
    ordered: 0,
    titles: 0,
    families: 0,
    notFamilies: 0,
  };
  const made: string[] = [];
  const readOne = async (truth: Truth): Promise<string> => {
    const top = mkdtempSync(join(tmpdir(), 'ladders-'));
    made.push(top);
    const copy = join(top, 'w');
    cpSync(join(folder, truth.folder), copy, { recursive: true });
    rmSync(join(copy, 'SOURCE.md'), { force: true });
    const root = pathToFileURL(copy).href;
    const service = new LanguageService(new DiskHost(() => {}), { folders: [root] });
    const families: FamilyJson[] = [];
    for (const uri of await service.familyPages()) {
      const path = decodeURIComponent(uri.slice(root.length + 1));
      families.push((await service.exportedFamily(uri, () => path))!.model);
    }
    const before = { ...counts };
    const misses: string[] = [];
    const used = new Set<LevelJson>();
    for (const family of truth.families) {
      const paths = [...(family.pages ?? []), family.path];
      const here = families.filter(one => paths.includes(one.path));
      counts.families++;
      if (here.some(one => plain(one.title) === plain(family.title))) counts.titles++;
      const matched: { rank: number; wanted: TruthLevel }[] = [];
      for (const level of family.levels.filter(one => one.empty !== true)) {
        counts.levels++;
        const keys = [level.title, ...(level.label === null ? [] : [level.label, `${level.label} - ${level.title}`])].map(plain);
        const found = here.flatMap(one => one.levels).find(one => !used.has(one) && keys.includes(plain(one.title)));
        if (!found) continue;
        used.add(found);
        counts.seen++;
        if (level.label !== null) {
          counts.labelled++;
          if (plain(found.label) === plain(level.label)) counts.labels++;
          else misses.push(`label ${family.path} ${level.title}: ${found.label}`);
        }
        if (level.track !== null) {
          counts.tracked++;
          if (found.track === level.track) counts.tracks++;
          else misses.push(`track ${family.path} ${level.title}`);
        }
        if (level.items !== null) {
          counts.counted++;
          if (Math.abs(itemsOf(found) - level.items) <= 1) counts.items++;
          else misses.push(`items ${family.path} ${level.title}: ${itemsOf(found)} for ${level.items}`);
        }
        if (level.rank !== null && found.rank !== undefined) matched.push({ rank: found.rank, wanted: level });
      }
      for (const [index, one] of matched.entries())
        for (const other of matched.slice(index + 1)) {
          if (one.wanted.track !== other.wanted.track) continue;
          counts.ordered++;
          if (Math.sign(one.rank - other.rank) === Math.sign(one.wanted.rank! - other.wanted.rank!)) counts.orders++;
          else misses.push(`order ${family.path} ${one.wanted.title}, ${other.wanted.title}`);
        }
    }
    counts.found += families.reduce((sum, family) => sum + family.levels.length, 0);
    counts.notFamilies += families.filter(family => truth.notFamilies.includes(family.path)).length;
    const own = Object.fromEntries(
      Object.entries(counts).map(([key, value]) => [key, value - before[key as keyof typeof counts]]),
    );
    return `${truth.folder.padEnd(16)} ${JSON.stringify(own).replace(/["{}]/g, '').replaceAll(',', ' ')}${process.env.LADDERS_VERBOSE ? `\n${misses.join('\n')}` : ''}`;
  };

  beforeAll(async () => {
    if (!hasLadders) return;
    const lines: string[] = [];
    for (const file of readdirSync(join(folder, 'truth')).sort()) {
      const truth = JSON.parse(readFileSync(join(folder, 'truth', file), 'utf8')) as Truth;
      if (!wanted || wanted.includes(truth.folder)) lines.push(await readOne(truth));
    }
    console.log(lines.join('\n'));
  }, 120_000);
  afterAll(() => {
    for (const one of made) rmSync(one, { recursive: true, force: true });
  });

  it('takes no page that holds no ladder', () => {
    expect(counts.notFamilies).toBe(0);
  });

  it.each([
    ['levels found', () => [(2 * counts.seen) / (counts.found + counts.levels), 0.95]],
    ['labels', () => [counts.labels / counts.labelled, 0.95]],
    ['tracks', () => [counts.tracks / counts.tracked, 0.9]],
    ['order of levels', () => [counts.orders / counts.ordered, 0.95]],
    ['numbers of items, within one', () => [counts.items / counts.counted, 0.9]],
    ['titles of families', () => [counts.titles / counts.families, 0.8]],
  ] as const)('%s', (_, measured) => {
    const [score, floor] = measured();
    expect(score).toBeGreaterThanOrEqual(floor!);
  });
});
