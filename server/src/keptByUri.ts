import type { Configured } from './configuredWorkspace.ts';
import type { Inputs } from './workspace/inputs.ts';
import type { Workspace } from './workspace/workspace.ts';

/** An answer that records what it depends on. */
interface DependsOnInputs {
  readonly inputs: Inputs;
}

interface Entry<T> {
  /** The workspace that the answer was made from. One of an earlier configuration receives no edits any more. */
  readonly of: Configured;
  readonly version: number;
  readonly answer: Promise<T | undefined>;
}

/**
 * A cache of answers by URI. An entry stays valid until one of its inputs changes, or the workspace is replaced because its configuration
 * changed. A change of a page leaves alone the entries of all pages that do not depend on it.
 */
export class KeptByUri<T extends DependsOnInputs> {
  /** The least recently used first. */
  private readonly entries = new Map<string, Entry<T>>();

  /** Returns the answer for a page as the workspace `of` has it, made by `make` if no valid one is cached; undefined if there is none. */
  async get(
    uri: string,
    of: Configured,
    make: (uri: string, workspace: Workspace) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const { workspace } = of;
    await workspace.loadLadder();
    const known = this.entries.get(uri);
    if (known?.of === of) {
      const answer = await known.answer;
      if (answer ? answer.inputs.stillHold() : known.version === workspace.version) return answer;
      // Another request may have replaced the entry in the meantime.
      if (this.entries.get(uri) !== known) return this.get(uri, of, make);
    }
    const entry = { of, version: workspace.version, answer: make(uri, workspace) };
    this.entries.delete(uri);
    this.entries.set(uri, entry);
    for (const [oldest, { of: madeOf }] of this.entries)
      if (madeOf !== of || this.entries.size > MAX_ENTRIES) this.entries.delete(oldest);
    return entry.answer;
  }

  /** Returns true if an answer is cached for a page and a change elsewhere has made it stale. */
  async isOld(uri: string, of: Configured): Promise<boolean> {
    const entry = this.entries.get(uri);
    const answer = await entry?.answer;
    return answer !== undefined && (entry?.of !== of || !answer.inputs.stillHold());
  }

  forget(uri: string): void {
    this.entries.delete(uri);
  }
}

/** So many pages stay linked, with everything that was parsed of them. */
const MAX_ENTRIES = 32;
