// What the suites use of `node:assert/strict`, for a web worker, which has none.
import { assert } from 'chai';

export const { deepEqual, match } = assert;
export const ok: typeof assert.isOk = assert.isOk;
export const equal: typeof assert.strictEqual = assert.strictEqual;
export const notEqual: typeof assert.notStrictEqual = assert.notStrictEqual;
