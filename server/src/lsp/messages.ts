/** What client and server say to each other beyond LSP itself. The only file of the server that the client reads. */

/** Asks for the ladder of a page. Gives `null` where the page is no job family. */
export const ladderRequest = 'jobFamily/ladder';

export interface LadderParams {
  readonly uri: string;
}

export interface LadderResult {
  /** The family's title, for the pane's tab. */
  readonly title: string;
  /** The body of the pane: sanitised HTML with no script; every link to a source line carries `data-line` (counted from 0). */
  readonly html: string;
  /** Where each level stands, to mark the card of the cursor's level: first and last line, counted from 0. */
  readonly levels: readonly { readonly id: string; readonly firstLine: number; readonly lastLine: number }[];
}

/** The server tells that ladders may have changed, so that open panes ask again. */
export const ladderChangedNotification = 'jobFamily/ladderChanged';

export interface LadderChangedParams {
  /** The pages whose ladder may have changed; empty: any. */
  readonly uris: readonly string[];
}

/**
 * Asks for the text of a file of the workspace, where the server has no disk of its own: `{ uri }` to a text, or to `null` where
 * there is no such file.
 */
export const readFileRequest = 'jobFamily/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

/** Asks for the URIs of all markdown, YAML and `.gitignore` files below a folder; folders of tools may be left out. */
export const listFilesRequest = 'jobFamily/listFiles';

export interface ListFilesParams {
  readonly folder: string;
}
