import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PendingRequests, Watchdog } from '../../client/src/watchdog.ts';

describe('the watchdog', () => {
  let requests: PendingRequests;
  let watchdog: Watchdog;
  let isRunning: boolean;
  let answers: (() => void)[];
  let replaced: (string | undefined)[];

  beforeEach(() => {
    vi.useFakeTimers();
    requests = new PendingRequests();
    isRunning = true;
    answers = [];
    replaced = [];
    watchdog = new Watchdog(
      {
        isRunning: () => isRunning,
        ping: () => new Promise<void>(resolve => answers.push(resolve)),
        replace: page => replaced.push(page),
      },
      requests,
    );
  });

  afterEach(() => {
    watchdog.dispose();
    vi.useRealTimers();
  });

  it('leaves a server alone that answers, or that does not run', async () => {
    for (let round = 0; round < 20; round++) {
      await vi.advanceTimersByTimeAsync(19_000);
      for (const answer of answers.splice(0)) answer();
    }
    isRunning = false;
    await vi.advanceTimersByTimeAsync(100_000);
    expect(replaced).toEqual([]);
  });

  it('replaces one that does not answer for 20 seconds, and names the page of the oldest request', async () => {
    const never = new Promise<never>(() => {});
    await requests.follow({ textDocument: { uri: 'file:///answered.md' } }, Promise.resolve());
    void requests.follow({ query: 'x' }, never);
    void requests.follow({ textDocument: { uri: 'file:///hangs.md' } }, never);
    void requests.follow({ uri: 'file:///waits.md' }, never);
    await vi.advanceTimersByTimeAsync(5_000 + 19_000);
    expect(replaced).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(replaced).toEqual(['file:///hangs.md']);
    // The next one has its own time, and is not blamed for what the first was asked.
    await vi.advanceTimersByTimeAsync(20_000);
    expect(replaced).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(replaced).toEqual(['file:///hangs.md', undefined]);
  });

  it('forgets a request that failed', async () => {
    await expect(requests.follow({ uri: 'file:///x.md' }, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(requests.oldestPage).toBeUndefined();
  });
});
