/** What client and server say to each other beyond LSP itself. The only file of the server that the client reads. */

/** Asks for the ladder of a page. Gives `null` where the page is no job family. */
export const ladderRequest = 'jobFamily/ladder';

export interface LadderParams {
  readonly uri: string;
  /** What of it is to be shown; all of the ladder view where it is left out. */
  readonly shown?: LadderShown;
}

/** What a pane shows of a family. */
export interface LadderShown {
  readonly view: LadderViewName;
  /** Id of the level that the level view shows; the lowest one where there is no such level. */
  readonly level?: string | undefined;
  /** Inherited bullets are shown: counted on cards, unfolded in the matrix, within the text of a level. */
  readonly inherited: boolean;
  /** Ids of the parts of the matrix that were unfolded by hand: only of these the content comes along. */
  readonly unfolded?: readonly string[] | undefined;
  readonly filter?: LadderFilter | undefined;
}

export type LadderViewName = 'ladder' | 'matrix' | 'level';

/** What is left out of the ladder and the matrix. A part that is left out or `''` keeps everything. */
export interface LadderFilter {
  /** Words that a level's title or a bullet has, whatever the case. */
  readonly text?: string | undefined;
  /** A kind of section. */
  readonly section?: string | undefined;
  readonly track?: string | undefined;
  readonly grade?: string | undefined;
}

/**
 * Stands before and behind each element of a panel's HTML that has an id and may be replaced by itself. An empty comment: no text of a page
 * becomes one, since what pages say is escaped.
 */
export const PART_MARK = '<!---->';

export interface LadderResult {
  /** The family's title, for the pane's tab. */
  readonly title: string;
  /**
   * The body of the pane: sanitised HTML with no script; every link to a source line carries `data-line` (counted from 0). It has
   * `PART_MARK` before and behind each part that may change by itself.
   */
  readonly html: string;
  /** Where each level stands, to mark the card of the cursor's level: first and last line, counted from 0. */
  readonly levels: readonly {
    readonly id: string;
    /** Id of its heading; `''` for the page level. */
    readonly anchor: string;
    readonly firstLine: number;
    readonly lastLine: number;
  }[];
  /** What the page lacks before there is a ladder to draw; `null` where there is one. The HTML has a button for it. */
  readonly toWrite: SnippetAt | null;
}

/** A snippet, in VS Code's own syntax, and where it belongs: line and character counted from 0. */
export interface SnippetAt {
  readonly line: number;
  readonly character: number;
  readonly snippet: string;
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

/** Asks where the masculine-coded words of a page are: ranges as LSP has them; `null` where it is no job family. */
export const codedWordsRequest = 'jobFamily/codedWords';

export interface CodedWordsParams {
  readonly uri: string;
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

/** Compares two levels, of one page or of two: a `CompareLevelsResult`, or `null` where there are no two such levels. */
export const compareLevelsRequest = 'jobFamily/compareLevels';

export interface CompareLevelsParams {
  /** The level of interest: what it has and the other has not is told as new. */
  readonly right: LevelPlace;
  /** Without it, or without its level, the server chooses: the level below, else the one of the nearest step. */
  readonly left?: Pick<LevelPlace, 'uri'> & Partial<LevelPlace>;
}

/** Which level is meant. */
export interface LevelPlace {
  readonly uri: string;
  /** Id of its heading; `''` for the page level. */
  readonly level: string;
}

export interface CompareLevelsResult {
  readonly left: ComparedLevelPlace;
  readonly right: ComparedLevelPlace;
  /** The body of the pane: sanitised HTML with no script, as of the ladder; each `data-line` comes with the page's `data-uri`. */
  readonly html: string;
}

export interface ComparedLevelPlace extends LevelPlace {
  readonly title: string;
  /** The read-only document with all that the level amounts to, to be asked for by `workspace/textDocumentContent`. */
  readonly document: string;
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

/** Asks for the career map around a family or of its department: a `CareerMapResult`, or `null` where the page is no job family. */
export const careerMapRequest = 'jobFamily/careerMap';

export interface CareerMapParams {
  readonly uri: string;
  readonly scope: 'family' | 'department';
  /** How far the map of a family reaches: 1 to those that it is linked with. */
  readonly steps: number;
}

export interface CareerMapResult {
  /** Of what it is: the family's title or the department's name. */
  readonly title: string;
  /** The body of the panel: sanitised HTML with an SVG and no script; `data-uri` and `data-line` (from 0) say where elements lead. */
  readonly html: string;
}
