import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Profile } from '../../server/src/profile/profile.ts';
import { LinkedDocument } from '../../server/src/workspace/linkedDocument.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceHost } from '../../server/src/workspace/workspaceHost.ts';

/** The root of every workspace that lives in memory. */
export const memoryRoot = 'file:///workspace';

/** A workspace in memory: files by path below its root. Changing the map and telling the engine is what a disk would do. */
export class MemoryHost implements WorkspaceHost {
  readonly logged: string[] = [];
  readonly reads: string[] = [];

  constructor(readonly files: Map<string, string>) {}

  async readFile(uri: string): Promise<string | undefined> {
    this.reads.push(uri);
    return this.files.get(decodeURIComponent(uri.slice(memoryRoot.length + 1)));
  }

  async readStart(uri: string): Promise<string | undefined> {
    return this.files.get(decodeURIComponent(uri.slice(memoryRoot.length + 1)));
  }

  async listFiles(): Promise<readonly string[]> {
    return [...this.files.keys()].map(path => `${memoryRoot}/${path.split('/').map(encodeURIComponent).join('/')}`);
  }

  log(message: string): void {
    this.logged.push(message);
  }
}

/** The grade page that fixtures lean on without writing it. */
export const gradePage = {
  path: 'content/handbook/total-rewards/compensation/compensation-calculator/_index.md',
  text: `---
title: Compensation Calculator
---

### GitLab Job Grades

#### Job Grades

| Grade | Management | Individual Contributor |
|---|---|---|
| 12 | VP | Fellow |
| 11 | Senior Director | Senior Distinguished |
| 10 | Director | Distinguished |
| 9 | Senior Manager <br> Group Manager, Product | Principal |
| 8 | Manager | Staff |
| 7 | | Senior |
| 6 | | Intermediate |
| 5 | | Junior <br> Associate |
| 4 | | Intern |

##### Customer Success

| Grade | Management | Individual Contributor |
|---|---|---|
| 10 | Director | Distinguished |
| 9 | Senior Manager <br> Manager | Principal <br> Staff |
| 7 | | Senior |
`,
} as const;

/** A workspace of these files (path to text) with the fixtures' grade page added, unless it is among them or unwanted. */
export function memoryWorkspace(
  files: Record<string, string>,
  options: { readonly gradePage?: boolean; readonly profile?: Profile } = {},
): { readonly host: MemoryHost; readonly workspace: Workspace } {
  const all = new Map(Object.entries(files));
  if (options.gradePage !== false && !all.has(gradePage.path)) all.set(gradePage.path, gradePage.text);
  const host = new MemoryHost(all);
  return { host, workspace: new Workspace(host, options.profile ?? defaultProfile, [memoryRoot]) };
}

/** The YAML document that the first of these files is, linked. */
export async function linkDocument(
  files: Record<string, string>,
  options: { readonly gradePage?: boolean } = {},
): Promise<LinkedDocument> {
  const { workspace } = memoryWorkspace(files, options);
  const [first] = Object.keys(files);
  const linked = await LinkedDocument.load(`${memoryRoot}/${first}`, workspace);
  if (!linked) throw new Error(`${first} is no document of a known kind`);
  return linked;
}

/** The family on the first of these files, linked. */
export async function linkFamily(
  files: Record<string, string>,
  options: { readonly gradePage?: boolean } = {},
): Promise<LinkedFamily> {
  const { workspace } = memoryWorkspace(files, options);
  const [first] = Object.keys(files);
  const linked = await LinkedFamily.load(`${memoryRoot}/${first}`, workspace);
  if (!linked) throw new Error(`${first} is no job family`);
  return linked;
}
