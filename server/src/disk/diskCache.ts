import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IndexCacheHost } from '../workspace/workspaceHost.ts';

/** One file of a folder that the editor has given us. Whatever goes wrong with it is logged and costs nothing but time. */
export class DiskCache implements IndexCacheHost {
  private readonly folder: string;
  private readonly file: string;

  /** `folderUri`: made where it does not exist. Each version of the extension has a file of its own. */
  constructor(
    folderUri: string,
    version: string,
    private readonly log: (message: string) => void,
  ) {
    this.folder = fileURLToPath(folderUri);
    this.file = join(this.folder, `index-${version}.txt`);
  }

  async read(): Promise<string | undefined> {
    return await fs.readFile(this.file, 'utf8').catch(() => undefined);
  }

  /** Written beside and then moved into its place, so that nobody ever reads half of it. */
  async write(text: string): Promise<void> {
    const draft = `${this.file}.${process.pid}`;
    try {
      await fs.mkdir(this.folder, { recursive: true });
      await fs.writeFile(draft, text);
      await fs.rename(draft, this.file);
    } catch (error) {
      this.log(`The index cannot be kept for the next start: ${(error as Error).message}`);
      await fs.rm(draft, { force: true }).catch(() => {});
    }
  }
}
