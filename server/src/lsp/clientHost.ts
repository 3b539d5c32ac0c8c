import type { Connection } from 'vscode-languageserver';
import { isIgnored } from '../workspace/ignoreFiles.ts';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';
import { type ListFilesParams, listFilesRequest, type ReadFileParams, readFileRequest } from './messages.ts';

/**
 * The workspace as the client sees it, for a server without a disk: in the browser, and for files that are on none. Ignore
 * files are obeyed here, so that a client need only list and read.
 */
export class ClientHost implements WorkspaceHost {
  constructor(
    private readonly connection: Pick<Connection, 'sendRequest'>,
    readonly log: (message: string) => void,
    /** Resolves when everything has gone first that waits to be done. */
    readonly pause: () => Promise<void>,
  ) {}

  async readFile(uri: string): Promise<string | undefined> {
    const params: ReadFileParams = { uri };
    return (await this.ask<string | null>(readFileRequest, params)) ?? undefined;
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    const params: ListFilesParams = { folder };
    const listed = (await this.ask<string[] | null>(listFilesRequest, params)) ?? [];
    const root = `${folder.replace(/\/$/, '')}/`;
    const ignoreFiles = new Map<string, Promise<string | undefined>>();
    for (const uri of listed)
      if (uri.startsWith(root) && uri.endsWith('/.gitignore'))
        ignoreFiles.set(pathBelow(root, uri).split('/').slice(0, -1).join('/'), this.readFile(uri));
    const found: string[] = [];
    for (const uri of listed) {
      if (!uri.startsWith(root) || !/\.(?:md|markdown|md\.erb|ya?ml)$/i.test(uri)) continue;
      if (!(await isIgnored(pathBelow(root, uri), async below => ignoreFiles.get(below)))) found.push(uri);
    }
    return found.sort();
  }

  async isListed(uri: string, folder: string): Promise<boolean> {
    const root = `${folder.replace(/\/$/, '')}/`;
    if (!uri.startsWith(root)) return false;
    const textOf = (below: string): Promise<string | undefined> =>
      this.readFile(`${root}${below === '' ? '' : `${below.split('/').map(encodeURIComponent).join('/')}/`}.gitignore`);
    return !(await isIgnored(pathBelow(root, uri), textOf));
  }

  /** A client that cannot answer is as good as one without files. */
  private async ask<Answer>(request: string, params: object): Promise<Answer | undefined> {
    try {
      return await this.connection.sendRequest<Answer>(request, params);
    } catch (error) {
      this.log(`${request} ${JSON.stringify(params)}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}

/** A URI's path below a root's URI, as it is called on disk. */
function pathBelow(root: string, uri: string): string {
  return uri
    .slice(root.length)
    .split('/')
    .map(segment => {
      try {
        return decodeURIComponent(segment);
      } catch {
        return segment;
      }
    })
    .join('/');
}
