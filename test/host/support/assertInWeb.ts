// What the suites use of `node:assert/strict`, for a web worker, which has none.
import { assert } from 'chai';

export const { deepEqual, match } = assert;
export const ok: typeof assert.isOk = assert.isOk;
export const equal: typeof assert.strictEqual = assert.strictEqual;
export const notEqual: typeof assert.notStrictEqual = assert.notStrictEqual;

export async function rejects(block: () => Promise<unknown>): Promise<void> {
  const rejected = await block().then(
    () => false,
    () => true,
  );
  assert.isOk(rejected, 'Missing expected rejection.');
}
