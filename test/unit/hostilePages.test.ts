import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { hostilePages } from '../support/hostilePages.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';
import { someOf } from '../support/randomTests.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;

/** Four times the page may take so many times as long: 4 is linear, 16 quadratic. */
const MAX_GROWTH = 11;

/** What takes less, in milliseconds of the processor, shows nothing: warming up takes as long. */
const TELLING = 1500;

/** Asks of a page what an editor asks when it is opened and edited. Returns the milliseconds of the processor that it took. */
async function timeOf(text: string, failures: string[]): Promise<number> {
  const host = new MemoryHost(new Map([[path, text]]));
  const service = new LanguageService(host, { folders: [memoryRoot], onRuleFailed: message => failures.push(message) });
  const started = process.cpuUsage();
  service.setDocument(uri, text);
  await service.pageDiagnostics(uri, undefined);
  await service.documentSymbols(uri);
  await service.semanticTokens(uri);
  await service.fixAll(uri);
  await service.ladder(uri);
  await service.hover(uri, { line: 8, character: 4 });
  service.setDocument(uri, `${text}x`);
  await service.pageDiagnostics(uri, undefined);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

describe('the time that a page takes grows as its length does', () => {
  // All of them take minutes: `npm test` runs one in six, other ones for each seed.
  it.each(someOf(Object.entries(hostilePages), 6))('%s', async (_, [size, make]) => {
    const failures: string[] = [];
    const short = await timeOf(make(size), failures);
    const long = await timeOf(make(size * 4), failures);
    expect(failures).toEqual([]);
    if (long > TELLING) expect(long / short).toBeLessThan(MAX_GROWTH);
  });
});
