import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;

/** A page that takes far longer than one turn. */
const long = (title: string): string => {
  const level = (number: number): string =>
    `### Baker ${number}\n\n#### Responsibilities\n\n- Bake [number ${number}](#no-${number}) with care\n- Bake it again with care \n\n`;
  return `---\ntitle: ${title}\n---\n\n## Levels\n\n${Array.from({ length: 1500 }, (_, number) => level(number)).join('')}`;
};

/** A host that notes each turn that long work gives to others, and does what a test wants in it. */
class PausingHost extends MemoryHost {
  turns = 0;
  inTurn: (() => void) | undefined;

  async pause(): Promise<void> {
    this.turns++;
    this.inTurn?.();
    await Promise.resolve();
  }
}

function start(text: string): { readonly host: PausingHost; readonly service: LanguageService } {
  const host = new PausingHost(new Map([[path, text]]));
  const service = new LanguageService(host, { folders: [memoryRoot] });
  service.setDocument(uri, text);
  return { host, service };
}

describe('long work on one page', () => {
  it('gives others their turn', async () => {
    const { host, service } = start(long('Baker'));
    await service.diagnostics(uri);
    expect(host.turns).toBeGreaterThan(5);
  });

  it('starts again with the newer text: no finding is of the older one', async () => {
    const { host, service } = start(long(' Baker'));
    host.inTurn = () => {
      host.inTurn = undefined;
      service.setDocument(uri, long('Baker'));
    };
    const codes = new Set((await service.diagnostics(uri)).map(({ code }) => code));
    expect(codes).toContain('broken-link');
    expect(codes).not.toContain('untidy-title');
  });

  it('is given up when it is cancelled', async () => {
    const { host, service } = start(long('Baker'));
    const token = { isCancellationRequested: false };
    host.inTurn = () => {
      token.isCancellationRequested = true;
    };
    await service.ladder(uri, undefined, token);
    const atFirst = host.turns;
    expect(await service.ladder(uri, undefined, token)).toBeUndefined();
    expect(await service.fixAll(uri, undefined, token)).toEqual([]);
    expect(await service.exported({ uris: [uri], format: 'json' }, token)).toBeUndefined();
    expect(host.turns).toBeLessThan(atFirst + 20);
  });

  it('makes no fixes for a text that is no longer there', async () => {
    const { host, service } = start(long('Baker '));
    await service.diagnostics(uri);
    host.inTurn = () => {
      host.inTurn = undefined;
      service.setDocument(uri, long('Cook'));
    };
    expect(await service.fixAll(uri)).toEqual([]);
  });
});
