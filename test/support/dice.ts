/** Rolls numbers from 0 up to, but not including, `sides`: the same ones for the same seed, on every machine. */
export type Dice = (sides: number) => number;

/** A linear congruential generator: enough to vary steps, and a failing run can be repeated by its seed. */
export function dice(seed: number): Dice {
  let state = seed;
  return sides => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}
