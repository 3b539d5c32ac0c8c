/** Work that can be interrupted, or given up, between its steps. */
export type InSteps<Result> = Generator<void, Result>;

/** Does all of it in one piece. */
export function allAtOnce<Result>(work: InSteps<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** How long work goes on before others get their turn, in milliseconds. */
const TURN = 12;

/** Lets others have their turn while long work is done. Short work is done in one piece. */
export class Pace {
  private since = Date.now();

  /** `pause` lets all go first that waits to be done. `isCancelled`: the work is no longer wanted, or no longer true. */
  constructor(
    private readonly pause: (() => Promise<void>) | undefined,
    private readonly isCancelled: () => boolean,
  ) {}

  /** False if the work is to be given up. */
  async goesOn(): Promise<boolean> {
    if (this.pause && Date.now() - this.since >= TURN) {
      await this.pause();
      this.since = Date.now();
    }
    return !this.isCancelled();
  }

  /** Does the work; undefined if it was given up. */
  async through<Result>(work: InSteps<Result>): Promise<Result | undefined> {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (!(await this.goesOn())) return undefined;
    }
  }
}
