// Which line of the source stands where in the pane, and where the pane is to be scrolled for a line.

/** How long after the pane was moved its scrolling is taken for the echo of that, in milliseconds. */
const ECHO = 300;

/** Keeps the pane scrolled to the same place as the editor. */
export class SourceLines {
  private movedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param elements gives those that stand for lines of the page itself, in any order: each has `data-line`
   * @param margin what of the pane's top is covered, in pixels
   */
  constructor(
    private readonly elements: () => readonly HTMLElement[],
    private readonly margin: () => number,
  ) {}

  /** Brings what stands for a line to the top: the last element that does not stand behind it. */
  scrollTo(line: number): void {
    const places = this.places();
    const found = places.reduce<HTMLElement | undefined>((best, one) => {
      const its = lineOf(one);
      return its <= line && (!best || its > lineOf(best)) ? one : best;
    }, undefined);
    const top = found && found !== places[0] ? Math.max(0, scrollY + found.getBoundingClientRect().top - this.margin()) : 0;
    if (Math.abs(top - scrollY) < 1) return;
    this.moves();
    scrollTo({ top });
  }

  /** The pane is about to move, or its content changes, so that it may: nobody scrolls it. */
  moves(): void {
    this.movedAt = performance.now();
  }

  /** True where the pane moves by itself, or because the editor did. */
  get isEcho(): boolean {
    return performance.now() - this.movedAt < ECHO;
  }

  /** The line of what is first in sight; undefined where nothing stands for one. */
  firstLine(): number | undefined {
    const margin = this.margin();
    const places = this.places();
    const first = places.find(element => element.getBoundingClientRect().bottom > margin) ?? places.at(-1);
    return first && lineOf(first);
  }

  private places(): HTMLElement[] {
    return this.elements().filter(element => element.checkVisibility());
  }
}

/** The element that stands for a line: the last one that begins on it. */
export function elementOfLine(elements: readonly HTMLElement[], line: number): HTMLElement | undefined {
  return elements.findLast(element => lineOf(element) === line);
}

function lineOf(element: HTMLElement): number {
  return Number(element.dataset.line);
}
