import type { FamilyExports } from '../model/familyExports.ts';
import type { GradeLadder } from '../model/gradeLadder.ts';
import type { PageContext } from '../model/readers/openLadder.ts';
import type { Profile } from '../profile/profile.ts';
import type { PageOutline } from '../syntax/outline.ts';

/** What the outside does for the engine: the core itself touches no disk, no clock and no console. URIs are strings as LSP writes them. */
export interface WorkspaceHost {
  /** The text of a file; undefined where it does not exist or cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Every file below a folder that may matter (markdown and YAML), ignored ones left out. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** Told when something went wrong that no user caused: kept for a log, never shown. */
  log(message: string): void;
  /** The beginning of a file, its front matter included; the whole file where the host has no quicker way. */
  readStart?(uri: string): Promise<string | undefined>;
  /** False for a file that `listFiles` would leave out. */
  isListed?(uri: string, folder: string): Promise<boolean>;
  /** Returns the URI of a file without symbolic links, whether it exists or not; `undefined` if a link leads nowhere. */
  realUri?(uri: string): Promise<string | undefined>;
  /** Lets everything go first that waits to be done, such as a question of the editor. */
  pause?(): Promise<void>;
  /** Reads pages beside what else is going on, in a thread of its own; in any order, those left out that cannot be read. */
  readPages?(order: PageReadingOrder): AsyncIterable<readonly PageReading[]>;
  /** For each file that exists what changes when it is written: its size and the time of its last change. */
  stampsOf?(uris: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A place outside the workspace where what was read may be kept for the next start. */
  readonly cache?: IndexCacheHost;
}

export interface IndexCacheHost {
  /** What was written last; undefined where nothing was, or it cannot be read. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** Pages to be read. Those in `families` are read as job families too. */
export interface PageReadingOrder {
  readonly pages: readonly string[];
  readonly families: ReadonlySet<string>;
  readonly profile: Profile;
  readonly ladder: GradeLadder;
  /** What other pages say of some of the families. */
  readonly contexts: ReadonlyMap<string, PageContext>;
}

/** What others see of a page. */
export interface PageReading {
  readonly uri: string;
  readonly outline: PageOutline;
  readonly exported: FamilyExports | undefined;
}
