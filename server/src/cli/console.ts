import picocolors from 'picocolors';
import { visibleText } from './visibleText.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

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
    readonly colors: Colors,
    private readonly showsNotes = true,
  ) {}

  /** The same for somebody who wants to hear of nothing but errors. */
  withoutNotes(): Console {
    return new Console(this.output, this.colors, false);
  }

  error(message: string): void {
    this.clearProgress();
    this.output.write(`${this.colors.red('error:')} ${visibleText(message)}\n`);
  }

  note(message: string): void {
    if (!this.showsNotes) return;
    this.clearProgress();
    this.output.write(`${this.colors.dim('note:')} ${visibleText(message)}\n`);
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

/** Colours for what is written there: those that are asked for, else where a person looks on and has not turned them off. */
export function colorsFor(
  output: Output | undefined,
  { env }: { readonly env: Readonly<Record<string, string | undefined>> },
  wanted?: boolean,
): Colors {
  return picocolors.createColors(wanted ?? (output?.isTerminal === true && !env.NO_COLOR));
}
