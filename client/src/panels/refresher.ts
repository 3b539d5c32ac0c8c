/**
 * Asks again whenever something changed, one question at a time: changes while it waits or asks are gathered into the next
 * one, so that answers come in the order of the questions and the newest one stays.
 */
export class Refresher<Answer> {
  private timer: NodeJS.Timeout | undefined;
  private running: AbortController | undefined;
  private again = false;

  /**
   * @param delay milliseconds in which changes are gathered before it asks
   * @param ask must settle when its signal aborts; what it then says is dropped
   */
  constructor(
    private readonly delay: number,
    private readonly ask: (signal: AbortSignal) => Promise<Answer>,
    private readonly take: (answer: Answer) => void,
  ) {}

  /** Something changed: the answer in hand is old. */
  changed(): void {
    if (this.running) this.again = true;
    else this.timer ??= setTimeout(() => void this.run(), this.delay);
  }

  /** The question itself changed: what is being asked is dropped, and it asks at once. */
  restart(): void {
    this.stop();
    void this.run();
  }

  /** Drops whatever is being asked or waited for. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.again = false;
    this.running?.abort();
    this.running = undefined;
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    const mine = new AbortController();
    this.running = mine;
    const answer = await this.ask(mine.signal);
    if (mine.signal.aborted) return;
    this.running = undefined;
    this.take(answer);
    if (this.again) {
      this.again = false;
      this.changed();
    }
  }
}
