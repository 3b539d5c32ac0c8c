import { canonicalUri } from '../workspace/canonicalUri.ts';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';

/**
 * The pages on which a server hung before this one was started: they are neither read nor accepted from the editor until they are
 * edited, which may have removed the cause.
 */
export class LeftOutPages {
  private readonly pages: Set<string>;
  /** Those that the editor has opened. */
  private readonly opened = new Set<string>();

  constructor(uris: readonly string[]) {
    this.pages = new Set(uris.map(canonicalUri));
  }

  has(uri: string): boolean {
    return this.pages.size > 0 && this.pages.has(canonicalUri(uri));
  }

  /** Notes that the editor has sent a page's text. True if that is only since it was opened, and it is still left out. */
  isOnlyOpened(uri: string): boolean {
    if (!this.has(uri)) return false;
    const page = canonicalUri(uri);
    if (this.opened.has(page)) this.pages.delete(page);
    this.opened.add(page);
    return this.pages.has(page);
  }

  closed(uri: string): void {
    this.opened.delete(canonicalUri(uri));
  }

  /** The host, with these pages as if they could not be read. */
  without(host: WorkspaceHost): WorkspaceHost {
    if (this.pages.size === 0) return host;
    const unlessLeftOut =
      <Answer>(read: (uri: string) => Promise<Answer | undefined>) =>
      async (uri: string): Promise<Answer | undefined> =>
        this.has(uri) ? undefined : read(uri);
    // Methods of a class are not copied along with its fields.
    const filtered: WorkspaceHost = Object.create(host, {
      readFile: { value: unlessLeftOut(uri => host.readFile(uri)) },
      ...(host.readStart ? { readStart: { value: unlessLeftOut(uri => host.readStart!(uri)) } } : {}),
      ...(host.readPages
        ? {
            readPages: {
              value: (order: Parameters<NonNullable<WorkspaceHost['readPages']>>[0]) =>
                host.readPages!({ ...order, pages: order.pages.filter(uri => !this.has(uri)) }),
            },
          }
        : {}),
    });
    return filtered;
  }
}
