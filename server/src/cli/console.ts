import type picocolors from 'picocolors';

/** Where the command line writes. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** What the program says beside its results, all of it on standard error. */
export class Console {
  private progressShown = false;

  constructor(
    private readonly output: Output,
    readonly colors: ReturnType<typeof picocolors.createColors>,
  ) {}

  error(message: string): void {
    this.clearProgress();
    this.output.write(`${this.colors.red('error:')} ${message}\n`);
  }

  note(message: string): void {
    this.clearProgress();
    this.output.write(`${this.colors.dim('note:')} ${message}\n`);
  }

  /** How far the work is, on a line that the next one replaces; nothing where no person looks on. */
  progress(done: number, all: number): void {
    if (!this.output.isTerminal || all < 20) return;
    this.progressShown = true;
    this.output.write(`\r${done} of ${all} job families`);
  }

  clearProgress(): void {
    if (!this.progressShown) return;
    this.progressShown = false;
    this.output.write('\r\u001b[K');
  }
}
