import type { Configured } from './configuredWorkspace.ts';
import type { Inputs } from './workspace/inputs.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Something that knows of what it was made. */
interface MadeOfInputs {
  readonly inputs: Inputs;
}

/**
 * Answers by URI, kept as long as what they were made of stays as it was. A change of a page leaves the answers for all pages
 * that have not asked for what has changed.
 */
export class KeptByUri<T extends MadeOfInputs> {
  private of: Configured | undefined;
  /** The one used longest ago first. */
  private readonly kept = new Map<string, { readonly version: number; readonly answer: Promise<T | undefined> }>();

  async get(
    uri: string,
    of: Configured,
    make: (uri: string, workspace: Workspace) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    if (this.of !== of) this.kept.clear();
    this.of = of;
    const { workspace } = of;
    await workspace.loadLadder();
    const known = this.kept.get(uri);
    if (known) {
      const answer = await known.answer;
      if (answer ? answer.inputs.stillHold() : known.version === workspace.version) return answer;
    }
    const again = this.kept.get(uri);
    // Somebody else was quicker.
    if (again && again !== known) return this.get(uri, of, make);
    const entry = { version: workspace.version, answer: make(uri, workspace) };
    this.kept.delete(uri);
    this.kept.set(uri, entry);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return entry.answer;
  }

  /** True where an answer was kept for a page, and a change elsewhere has made it old. */
  async isOld(uri: string, of: Configured): Promise<boolean> {
    const answer = await this.kept.get(uri)?.answer;
    return answer !== undefined && (this.of !== of || !answer.inputs.stillHold());
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }
}

/** As many pages stay linked, with all that was parsed of them. */
const MOST_KEPT = 32;
