import { DiskHost } from '../../server/src/disk/diskHost.ts';
import type { FileChange } from '../../server/src/features/fileEdits.ts';
import { LanguageService } from '../../server/src/service.ts';
import type { Position } from '../../server/src/text/lineIndex.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import type { WorkspaceHost } from '../../server/src/workspace/workspaceHost.ts';
import { appliedChanges } from './appliedEdits.ts';
import { amountsOf } from './everyRefactoring.ts';
import { someOf } from './randomTests.ts';

const SPLIT = 'refactor.move.jobFamily.splitFamily';
const JOIN = 'refactor.move.jobFamily.joinLevels';

/** How many pages splitting was offered on, and what came of it there and back. */
export interface SplitAndJoined {
  families: number;
  offered: number;
  split: number;
  joined: number;
  /** The same text as before, the blank lines at its end aside. */
  identical: number;
  /** What a test must not find: pages whose levels amount to something else, or links that lead nowhere by it. */
  readonly wrong: string[];
  readonly notSplit: string[];
  readonly notJoined: string[];
  readonly different: string[];
}

/** Splits every family of a folder in which that is offered, joins it again, and says what became of its levels, links and text. */
export async function trySplittingAndJoining(folder: string, share = 1): Promise<SplitAndJoined> {
  const files = await filesOf(folder);
  const host = new FilesHost(files);
  const service = new LanguageService(host, { folders: [folder], settings: { leaveAliasOnMove: 'never' } });
  const { profile } = await service.configuration();
  const workspace = new Workspace(host, profile, [folder]);
  await workspace.loadAll();
  const result: SplitAndJoined = {
    families: 0,
    offered: 0,
    split: 0,
    joined: 0,
    identical: 0,
    wrong: [],
    notSplit: [],
    notJoined: [],
    different: [],
  };
  const become = async (after: ReadonlyMap<string, string>): Promise<void> => {
    const changed = [...new Set([...files.keys(), ...after.keys()])].filter(uri => files.get(uri) !== after.get(uri));
    for (const uri of changed) {
      const text = after.get(uri);
      if (text === undefined) files.delete(uri);
      else files.set(uri, text);
    }
    for (const uri of changed) {
      await service.fileChanged(uri);
      await workspace.fileChanged(uri);
    }
  };
  for (const uri of someOf(await service.familyPages(), share)) {
    result.families++;
    const name = uri.slice(folder.length);
    const before = new Map(files);
    const place = await placeOf(service, workspace, uri, SPLIT);
    if (!place) continue;
    result.offered++;
    const split = await changesAt(service, uri, place, SPLIT);
    if (!split) {
      result.notSplit.push(name);
      continue;
    }
    result.split++;
    const was = await stateOf(workspace, before, split);
    await become(appliedChanges(split, before));
    const parted = await stateOf(workspace, files, split);
    if (was.amounts !== parted.amounts) result.wrong.push(`${name}: amounts to something else`);
    if (parted.broken > was.broken) result.wrong.push(`${name}: ${parted.broken - was.broken} links are broken`);
    const list = split.flatMap(change => ('newUri' in change ? [change.newUri] : []))[0] ?? uri;
    const back = await placeOf(service, workspace, list, JOIN);
    const joined = back && (await changesAt(service, list, back, JOIN));
    if (joined) {
      result.joined++;
      await become(appliedChanges(joined, files));
      const again = await stateOf(workspace, files, [...split, ...joined]);
      const wasAll = await amountsIn(workspace, before, [...split, ...joined]);
      if (wasAll !== again.amounts) result.wrong.push(`${name}: joined, it amounts to something else`);
      if (files.get(uri)?.trimEnd() === before.get(uri)!.trimEnd()) result.identical++;
      else result.different.push(name);
    } else result.notJoined.push(name);
    await become(before);
  }
  return result;
}

class FilesHost implements WorkspaceHost {
  constructor(private readonly files: ReadonlyMap<string, string>) {}
  async readFile(uri: string): Promise<string | undefined> {
    return this.files.get(uri);
  }
  async listFiles(): Promise<readonly string[]> {
    return [...this.files.keys()];
  }
  log(): void {}
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const disk = new DiskHost(() => {});
  const files = new Map<string, string>();
  for (const uri of await disk.listFiles(folder)) files.set(uri, (await disk.readFile(uri))!);
  return files;
}

async function changesAt(
  service: LanguageService,
  uri: string,
  position: Position,
  kind: string,
): Promise<readonly FileChange[] | undefined> {
  return service.refactoringEdits(uri, { start: position, end: position }, kind);
}

/** The page's beginning, or the first heading at which a refactoring is offered. */
async function placeOf(service: LanguageService, workspace: Workspace, uri: string, kind: string): Promise<Position | undefined> {
  await workspace.loadText(uri);
  const page = workspace.syntax(uri);
  if (!page) return undefined;
  for (const offset of [0, ...page.headings.map(heading => heading.contentSpan.start)]) {
    const position = page.lines.positionAt(offset);
    const offered = await service.refactorings(uri, { start: position, end: position }, one => one === kind);
    if (offered.length > 0) return position;
  }
  return undefined;
}

/** What the levels of all pages that changes touch amount to, and how many of their links lead nowhere. */
async function stateOf(workspace: Workspace, files: ReadonlyMap<string, string>, changes: readonly FileChange[]) {
  let broken = 0;
  const amounts: string[] = [];
  for (const uri of touchedBy(changes)) {
    const linked = files.has(uri) ? await LinkedFamily.load(uri, workspace) : undefined;
    if (!linked) continue;
    amounts.push(...amountsOf(linked));
    broken += linked.family.page.links.filter(link => linked.resolveLink(link).type.startsWith('missing')).length;
  }
  return { amounts: amounts.sort().join('\n'), broken };
}

async function amountsIn(
  workspace: Workspace,
  before: ReadonlyMap<string, string>,
  changes: readonly FileChange[],
): Promise<string> {
  const earlier = new Workspace(new FilesHost(before), workspace.profile, workspace.folders);
  return (await stateOf(earlier, before, changes)).amounts;
}

function touchedBy(changes: readonly FileChange[]): readonly string[] {
  return [...new Set(changes.flatMap(change => ('newUri' in change ? [change.uri, change.newUri] : [change.uri])))];
}
