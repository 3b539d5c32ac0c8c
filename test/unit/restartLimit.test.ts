import { describe, expect, it } from 'vitest';
import { RestartLimit } from '../../client/src/restartLimit.ts';

const MINUTE = 60_000;

/** What is said after each of so many ends, one after the other by so much. */
function waits(limit: RestartLimit, ends: number, apart: number, begin = 0): (number | undefined)[] {
  return Array.from({ length: ends }, (_, index) => limit.waitAfterEnd(begin + index * apart));
}

describe('a server that ends', () => {
  it('is started again however often it was killed, each time a little later, by at most a second', () => {
    const all = waits(new RestartLimit(), 25, 500);
    expect(all).not.toContain(undefined);
    expect(all[1]).toBeGreaterThan(all[0]!);
    expect(Math.max(...(all as number[]))).toBe(1000);
  });

  it('is given up where it ends by itself again and again', () => {
    expect(waits(new RestartLimit(), 100, 500)).toContain(undefined);
  });

  it('is never given up where it ends now and then', () => {
    expect(waits(new RestartLimit(), 1000, MINUTE)).not.toContain(undefined);
  });

  it('gets as many starts as at first once somebody has started it by hand', () => {
    const limit = new RestartLimit();
    expect(waits(limit, 100, 500).at(-1)).toBeUndefined();
    limit.forget();
    expect(waits(limit, 20, 500, 51_000)).toEqual(waits(new RestartLimit(), 20, 500));
  });
});
