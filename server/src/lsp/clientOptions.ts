/** What a client says when it starts the server, besides its settings. */
export interface ClientOptions {
  /** What the server's English texts are in the editor's language, as `vscode.l10n.bundle` has them. */
  readonly localization: unknown;
  /** URI of a folder outside the workspace where the server may keep what it has read. */
  readonly cacheFolder: string | undefined;
  /** The client's command that shows places: a URI, a position and locations. */
  readonly showReferencesCommand: string | undefined;
  /** The client's command that compares levels: `{ uri, level, otherUri, otherLevel }`. */
  readonly compareLevelsCommand: string | undefined;
  /** The client knows the notifications `jobFamily/ladderChanged` and `jobFamily/levelsChanged`, which are the server's own. */
  readonly followsChanges: boolean;
  /** URI of the folder with a documentation page a rule, where the server does not know one by itself. */
  readonly documentationFolder: string | undefined;
  /** URIs of pages on which a server before this one hung: they are left out until they are edited. */
  readonly leftOut: readonly string[];
}

/** Reads `initializationOptions`, whatever else they hold; what is of another kind than it should be is as if it were not said. */
export function readClientOptions(options: unknown): ClientOptions {
  const said = (options ?? {}) as Readonly<Record<keyof ClientOptions, unknown>>;
  return {
    localization: said.localization,
    cacheFolder: asString(said.cacheFolder),
    showReferencesCommand: asString(said.showReferencesCommand),
    compareLevelsCommand: asString(said.compareLevelsCommand),
    followsChanges: said.followsChanges === true,
    documentationFolder: asString(said.documentationFolder),
    leftOut: Array.isArray(said.leftOut) ? said.leftOut.filter(uri => typeof uri === 'string') : [],
  };
}

function asString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
