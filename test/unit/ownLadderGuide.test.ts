import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/own-ladder.md'), 'utf8');

/** The files that the guide has the reader save, and the levels that it promises. */
const saved = [...guide.matchAll(/^Save as `([^`]+)`:\n\n```\w+\n([\s\S]*?)^```\n\nYou get \*\*([^*]+)\*\*: ([^.]+)\./gm)].map(
  ([, path, text, title, levels]) => ({ path: path!, text: text!, title: title!, levels: levels!.split(', ') }),
);
const configuration = /```yaml\n(profile: own-ladder\n[\s\S]*?)```/.exec(guide)![1]!;

describe('the guide to an own ladder', () => {
  it.each([
    ['without configuration', undefined],
    ['with the pages named', configuration],
  ])('keeps what it promises %s', async (_, text) => {
    expect(saved).toHaveLength(3);
    const files = new Map(saved.map(file => [file.path, file.text]));
    if (text !== undefined) files.set('.job-family.yaml', text);
    const service = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
    const read = [];
    for (const { path } of saved) {
      const { model } = (await service.exportedFamily(`${memoryRoot}/${path}`, () => path))!;
      read.push({
        title: model.title,
        levels: model.levels.map(level => [level.label, level.title].filter(one => one !== undefined).join(' ')),
      });
    }
    expect(read).toEqual(saved.map(({ title, levels }) => ({ title, levels })));
    expect(await service.familyPages()).toHaveLength(3);
  });
});
