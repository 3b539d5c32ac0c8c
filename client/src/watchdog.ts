/** How often the server is asked whether it is still there, in milliseconds. */
const INTERVAL = 5_000;

/** So many intervals without an answer, 20 seconds, are a server that hangs. */
const MAX_UNANSWERED = 4;

/** The server as the watchdog sees it. */
export interface WatchedServer {
  isRunning(): boolean;
  /** Resolves when the server answers; rejects if it has ended. */
  ping(): Promise<unknown>;
  /** Replaces a server that hangs. `page`: URI of the page that it was busy with; undefined if that is not known. */
  replace(page: string | undefined): void;
}

/** Replaces a server that does not answer any more. Intervals are counted, not time: a machine that sleeps hangs on nothing. */
export class Watchdog {
  private unanswered = 0;
  private asked: object | undefined;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly server: WatchedServer,
    private readonly requests: PendingRequests,
  ) {
    this.timer = setInterval(() => this.tick(), INTERVAL);
  }

  /** An interval is over. */
  tick(): void {
    if (!this.server.isRunning()) {
      this.asked = undefined;
      this.unanswered = 0;
    } else if (!this.asked) this.ask();
    else if (++this.unanswered >= MAX_UNANSWERED) {
      this.asked = undefined;
      this.unanswered = 0;
      const page = this.requests.oldestPage;
      this.requests.forget();
      this.server.replace(page);
    }
  }

  dispose(): void {
    clearInterval(this.timer);
  }

  private ask(): void {
    const mine = {};
    this.asked = mine;
    this.unanswered = 0;
    const answered = (): void => {
      if (this.asked === mine) this.asked = undefined;
    };
    this.server.ping().then(answered, answered);
  }
}

/** The requests that the server has not answered, the oldest first: it is busy with that. */
export class PendingRequests {
  private readonly pages = new Map<object, string | undefined>();

  /** Notes a request until it is answered. */
  async follow<Answer>(params: unknown, answer: Promise<Answer>): Promise<Answer> {
    const request = {};
    this.pages.set(request, pageOf(params));
    try {
      return await answer;
    } finally {
      this.pages.delete(request);
    }
  }

  /** URI of the page that the oldest request is about. */
  get oldestPage(): string | undefined {
    for (const page of this.pages.values()) if (page !== undefined) return page;
    return undefined;
  }

  forget(): void {
    this.pages.clear();
  }
}

/** The page that the parameters of a request name, as LSP's and our own do. */
function pageOf(params: unknown): string | undefined {
  const { textDocument, uri } = (params ?? {}) as { readonly textDocument?: { readonly uri?: unknown }; readonly uri?: unknown };
  const page = textDocument?.uri ?? uri;
  return typeof page === 'string' ? page : undefined;
}
