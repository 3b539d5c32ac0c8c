/** So many ends within so many minutes are one too many: a server that ends by itself, again and again, would only burn the battery. */
const MOST_ENDS = 30;
export const MINUTES = 10;

/** Each end within these minutes makes the next wait longer by so much, up to the longest; in milliseconds. */
const STEP = 50;
const LONGEST = 1000;

/** Says when a server that has ended is started again. */
export class RestartLimit {
  private ends: number[] = [];

  /**
   * The server has ended. Gives how long to wait before it is started again; undefined where it should not be, since it ended too often.
   *
   * @param now in milliseconds, of a clock that only rises
   * @returns in milliseconds, at most a second
   */
  waitAfterEnd(now: number): number | undefined {
    this.ends = [...this.ends.filter(end => now - end < MINUTES * 60_000), now];
    return this.ends.length > MOST_ENDS ? undefined : Math.min(this.ends.length * STEP, LONGEST);
  }

  /** Somebody starts the server by hand: what was before no longer counts. */
  forget(): void {
    this.ends = [];
  }
}
