/** Whether random tests run at full length: in `npm run test:full`, and in CI. */
const isFull = process.env.JOB_FAMILY_FULL === '1';

/** Where random tests start from: the same by default, so that a failure is there again in the next run. */
export const SEED = Number(process.env.JOB_FAMILY_SEED ?? 20_261_201);

/** Returns what a long test tries: one in `share`, evenly spread and other ones for each seed, or all at full length. */
export function someOf<Value>(all: readonly Value[], share: number): readonly Value[] {
  return isFull ? all : all.filter((_, index) => index % share === SEED % share);
}

/** Returns how often a random test tries: `short` times when a contributor waits for it, else `full` times. */
export function times({ short, full }: { readonly short: number; readonly full: number }): number {
  return isFull ? full : short;
}
