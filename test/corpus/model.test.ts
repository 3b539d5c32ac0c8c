import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { type FamilyJson, familyJson } from '../../server/src/ladder/modelJson.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { describeScore, handbookFolder, hasCorpus, readCorpusJson, scoreOf } from '../support/corpus.ts';

interface TruthLevel {
  readonly title: string;
  readonly anchor: string;
  readonly line: number;
  readonly grade: number | null;
  readonly track: string | null;
  readonly sections: readonly { readonly kind: string; readonly line: number; readonly items: number }[];
  readonly extends: readonly {
    readonly section: string;
    readonly line: number;
    readonly path: string | null;
    readonly anchor: string | null;
  }[];
}

interface Truth {
  readonly families: readonly {
    readonly path: string;
    readonly levels: readonly TruthLevel[];
    readonly base: readonly { readonly kind: string; readonly line: number; readonly items: number }[];
  }[];
}

describe.skipIf(!hasCorpus)('model of the real pages', () => {
  let truth: Truth;
  const found = new Map<string, FamilyJson>();
  const bases = new Map<string, string[]>();

  beforeAll(async () => {
    if (!hasCorpus) return;
    truth = readCorpusJson<Truth>('truth.json');
    const folder = pathToFileURL(handbookFolder).href;
    const workspace = new Workspace(new DiskHost(() => {}), defaultProfile, [folder]);
    for (const { path } of truth.families) {
      const linked = (await LinkedFamily.load(`${folder}/${path}`, workspace))!;
      found.set(
        path,
        familyJson(linked, uri => uri.slice(folder.length + 1)),
      );
      bases.set(
        path,
        linked.family.base.map(
          section => `${path}:${linked.family.page.lines.lineAt(section.heading.span.start) + 1} ${section.kind}`,
        ),
      );
    }
  });

  const compare = (name: string, floor: number, read: (level: TruthLevel, path: string) => readonly string[]): void => {
    it(`${name}: F1 at least ${floor}`, () => {
      const wanted = truth.families.flatMap(family => family.levels.flatMap(level => read(level, family.path)));
      const ours = truth.families.flatMap(family => found.get(family.path)!.levels.flatMap(level => read(level, family.path)));
      const score = scoreOf(ours, wanted);
      console.log(describeScore(name, score), { missing: score.missing, extra: score.extra });
      expect(score.f1).toBeGreaterThanOrEqual(floor);
    });
  };

  compare('levels', 0.99, (level, path) => [`${path}#${level.anchor} ${level.title}`]);
  compare('grades', 0.99, (level, path) => [`${path}#${level.anchor} ${level.grade}`]);
  compare('tracks', 0.99, (level, path) => (path.includes('chief-of-staff') ? [] : [`${path}#${level.anchor} ${level.track}`]));
  compare('sections', 0.99, (level, path) =>
    level.sections.map(section => `${path}#${level.anchor} ${section.kind}@${section.line}`),
  );
  compare('bullets', 0.99, (level, path) =>
    level.sections.map(section => `${path}#${level.anchor} ${section.kind}@${section.line}: ${section.items}`),
  );
  compare('extends', 0.98, (level, path) =>
    level.extends.map(edge => `${path}#${level.anchor} ${edge.section}@${edge.line} -> ${edge.path}#${edge.anchor}`),
  );

  it('base sections are those of the truth', () => {
    const score = scoreOf(
      truth.families.flatMap(family => bases.get(family.path)!),
      truth.families.flatMap(family => family.base.map(section => `${family.path}:${section.line} ${section.kind}`)),
    );
    console.log(describeScore('base', score), score.missing, score.extra);
    expect(score.f1).toBeGreaterThanOrEqual(0.99);
  });
});
