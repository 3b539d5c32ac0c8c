import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { ownLadders } from '../support/ownLadders.ts';

describe('a company’s ladder without configuration', () => {
  it.each(ownLadders)('$name', async ({ files, expected }) => {
    const service = new LanguageService(new MemoryHost(new Map(Object.entries(files))), { folders: [memoryRoot] });
    const read: Record<string, unknown> = {};
    for (const uri of await service.familyPages()) {
      const path = decodeURIComponent(uri.slice(memoryRoot.length + 1));
      const { title, levels } = (await service.exportedFamily(uri, () => path))!.model;
      read[path] = {
        title,
        levels: levels.map(level => {
          const items = level.sections.reduce((sum, section) => sum + section.items, 0);
          const track = expected[path]?.levels.every(one => one.split('|')[2] === '') ? '' : level.track;
          return [level.label ?? '', level.title, track, items === 0 ? '' : items].join('|');
        }),
      };
    }
    expect(read).toEqual(expected);
  });
});
