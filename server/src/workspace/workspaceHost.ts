/** What the outside does for the engine: the core itself touches no disk, no clock and no console. URIs are strings as LSP writes them. */
export interface WorkspaceHost {
  /** The text of a file; undefined where it does not exist or cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** Every file below a folder that may matter (markdown and YAML), ignored ones left out. */
  listFiles(folder: string): Promise<readonly string[]>;
  /** Told when something went wrong that no user caused: kept for a log, never shown. */
  log(message: string): void;
}
