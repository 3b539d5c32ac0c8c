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

/** Asks for all levels of the workspace, family by family: a `LevelsResult`. */
export const levelsRequest = 'jobFamily/levels';

export interface LevelsResult {
  /** In the order of their paths. */
  readonly families: readonly FamilyEntry[];
}

/** A job family's page in a list of all. */
export interface FamilyEntry {
  readonly uri: string;
  readonly title: string;
  /** The folder of families that it stands in, in a reader's words; `null` where it stands in none. */
  readonly department: string | null;
  /** In page order. */
  readonly levels: readonly LevelEntry[];
}

export interface LevelEntry {
  readonly title: string;
  /** Id of its heading; `''` for the page level. */
  readonly anchor: string;
  /** `null` where none is stated. */
  readonly grade: number | null;
  readonly track: 'management' | 'individual-contributor';
  /** Where its name stands: line and column, counted from 0. */
  readonly line: number;
  readonly character: number;
}

/** The server tells that the answer to `levelsRequest` may be another one now. It has no parameters. */
export const levelsChangedNotification = 'jobFamily/levelsChanged';

/** Asks what the server makes of a page: a `PageStatus`. */
export const pageStatusRequest = 'jobFamily/pageStatus';

export interface PageStatusParams {
  readonly uri: string;
}

export interface PageStatus {
  /** How this workspace's job families are written: the profile's title. */
  readonly profile: string;
  /** How many levels the page has; `null` where it is no job family. */
  readonly levels: number | null;
  /** Why it is none, for a person to read; `null` where it is one. */
  readonly reason: string | null;
}

/** Checks every page of the workspace: a `CheckResult`. A request that is cancelled tells what was checked until then. */
export const checkWorkspaceRequest = 'jobFamily/checkWorkspace';

export interface CheckWorkspaceParams {
  /** Under this token `CheckProgress` is sent by `$/progress`. */
  readonly progressToken: string;
}

export interface CheckProgress {
  readonly checked: number;
  readonly total: number;
}

export interface CheckResult extends CheckProgress {
  /** Hints left out: editors do not list them. */
  readonly findings: number;
  /** How many of the checked pages have findings. */
  readonly pagesWithFindings: number;
}

/** Asks what a new family can be, by what is decided of it so far, and for its page once all is. */
export const newFamilyRequest = 'jobFamily/newFamily';

export type { NewFamilyParams, NewFamilyResult } from '../features/newFamilyTerms.ts';

/**
 * Asks for the edit that moves all families to the library that took the place of theirs: a `MoveToLibraryResult`. A request that is
 * cancelled has none.
 */
export const moveToLibraryRequest = 'jobFamily/moveToLibrary';

export interface MoveToLibraryParams {
  /** Under this token `MoveProgress` is sent by `$/progress`. */
  readonly progressToken: string;
}

export interface MoveProgress {
  /** From 0 to 1. */
  readonly share: number;
}

export interface MoveToLibraryResult {
  /** An LSP `WorkspaceEdit` whose parts are to be confirmed; `null` where there is none to make. */
  readonly edit: object | null;
  /** How many pages move. */
  readonly pages: number;
  /** How many sentences with a grade stay as they are: the library names its resource instead. */
  readonly gradeSentences: number;
  /** Why there is no edit, for a person to read; `null` where there is one. */
  readonly trouble: string | null;
}

/** Asks for job families as a text to be saved: an `ExportResult`, or `null` where none of the pages is a job family. */
export const exportRequest = 'jobFamily/export';

export interface ExportParams {
  /** The pages, in the order in which they are to stand. */
  readonly uris: readonly string[];
  /** `svg` is the career map: of one family with those that it is linked with, of several as they are. */
  readonly format: 'html' | 'csv' | 'markdown' | 'json' | 'svg';
  /** How the HTML shows a family: all levels beside each other, as where it is not said, or each with all that it amounts to. */
  readonly view?: 'matrix' | 'levels';
}

export interface ExportResult {
  readonly text: string;
  /** How many of the pages are job families. */
  readonly families: number;
}
