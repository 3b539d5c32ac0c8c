/** What is decided of a new family so far. */
export interface NewFamilyParams {
  /** URI of a file or folder that the user has chosen: its department is the likeliest one. */
  readonly near?: string;
  /** The folder below that of all families; may be a new one, in any spelling. */
  readonly department?: string;
  readonly title?: string;
  /** Levels on one page with what they share once, or a whole set of sections for each. */
  readonly template?: 'levels' | 'roles';
  /** Junior to senior. A grade that is not given is the ladder's. */
  readonly levels?: readonly { readonly title: string; readonly grade?: number }[];
}

/** What a new family can be by that, and its page once all is decided. */
export interface NewFamilyResult {
  /** The departments that have pages, in order. */
  readonly departments: readonly string[];
  /** The department that `near` lies in. */
  readonly nearDepartment?: string;
  /** The levels that the ladder has for the title, individual contributors first, junior to senior. */
  readonly steps: readonly NewFamilyStep[];
  /** Why there can be no page by this department and title, in words for the user. */
  readonly trouble?: string;
  /** The page, once department and title are known and there is no trouble. */
  readonly page?: {
    readonly uri: string;
    /** Its path from the workspace folder, to show. */
    readonly path: string;
    /** All of it as a snippet with its holes in braces; undefined before template and levels are known. */
    readonly snippet?: string;
  };
}

/** A level that the ladder has for the family's title. */
export interface NewFamilyStep {
  readonly title: string;
  readonly grade?: number;
  readonly track: 'management' | 'individual-contributor';
  /** True for the level that most families have. */
  readonly usual: boolean;
}
