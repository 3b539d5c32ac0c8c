import type { SpanEdit } from '../text/spanEdit.ts';
import type { Finding, Fix } from './finding.ts';

/** Returns the fixes of these findings that can be made together, in page order: of two that touch the same text, the first. */
export function fixesTogether(findings: readonly Finding[], wanted: (fix: Fix, finding: Finding) => boolean): Fix[] {
  const chosen: Fix[] = [];
  const taken = new TakenEdits();
  for (const finding of findings) {
    const fix = finding.fixes.find(one => wanted(one, finding));
    if (!fix || fix.edits.some(edit => taken.collides(edit))) continue;
    chosen.push(fix);
    for (const edit of fix.edits) taken.add(edit);
  }
  return chosen;
}

/** Edits that are to be made together, found by their place. */
class TakenEdits {
  private readonly byStretch = new Map<number, SpanEdit[]>();

  add(edit: SpanEdit): void {
    for (let stretch = stretchOf(edit.span.start); stretch <= stretchOf(edit.span.end); stretch++) {
      const edits = this.byStretch.get(stretch);
      if (edits) edits.push(edit);
      else this.byStretch.set(stretch, [edit]);
    }
  }

  collides(edit: SpanEdit): boolean {
    for (let stretch = stretchOf(edit.span.start); stretch <= stretchOf(edit.span.end); stretch++)
      if (this.byStretch.get(stretch)?.some(other => collide(edit, other))) return true;
    return false;
  }
}

/** Which stretch of 256 characters an offset is in. */
function stretchOf(offset: number): number {
  return offset >> 8;
}

/** True where the findings of a page after a change tell something, of any rule, that those before did not. */
export function tellsMore(after: readonly Finding[], before: readonly Finding[]): boolean {
  const open = new Map<string, number>();
  for (const { code } of before) open.set(code, (open.get(code) ?? 0) + 1);
  return after.some(({ code }) => {
    const left = open.get(code) ?? 0;
    open.set(code, left - 1);
    return left === 0;
  });
}

/** Text at one place may be put in twice, a stretch of text be changed by one only. */
function collide(a: SpanEdit, b: SpanEdit): boolean {
  if (a.span.start === a.span.end && b.span.start === b.span.end) return a.span.start === b.span.start && a.newText === b.newText;
  return a.span.start < b.span.end && b.span.start < a.span.end
    ? true
    : (a.span.start === a.span.end || b.span.start === b.span.end) && a.span.start <= b.span.end && b.span.start <= a.span.end;
}
