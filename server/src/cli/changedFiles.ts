import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { UsageError } from './usageError.ts';

/**
 * The files of a folder's repository that differ from where the branch left `revision`, or, with `''`, from the last commit; files that
 * git does not know and does not ignore among them, deleted ones not. Absolute paths, in the folder's own spelling. Throws a
 * UsageError where git is missing, the folder is in no repository or the revision is unknown.
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  const up = await git(folder, ['rev-parse', '--show-cdup']);
  const root = join(folder, up.trim());
  const base = await baseOf(root, revision);
  const changed = base === undefined ? ['ls-files', '--cached'] : ['diff', '--name-only', '--diff-filter=d', base];
  const lists = [
    await git(root, [...changed, '-z', '--']),
    await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--']),
  ];
  return new Set(lists.flatMap(list => list.split('\0').filter(Boolean)).map(path => join(root, path)));
}

/** The commit to compare with; undefined where there is none yet, so that everything is new. */
async function baseOf(root: string, revision: string): Promise<string | undefined> {
  const commit = await commitOf(root, revision === '' ? 'HEAD' : revision);
  if (revision === '' || commit === undefined) {
    if (revision === '') return commit;
    throw new UsageError(
      `--changed ${revision}: git knows no such branch, tag or commit here. In a pipeline it may have to be fetched first.`,
    );
  }
  // What others have done there since is no change of this branch. A shallow clone may not know where the two met.
  return (await answer(root, ['merge-base', commit, 'HEAD']))?.trim() ?? commit;
}

async function commitOf(root: string, revision: string): Promise<string | undefined> {
  return (await answer(root, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]))?.trim();
}

async function answer(folder: string, args: readonly string[]): Promise<string | undefined> {
  const { code, stdout } = await run(folder, args);
  return code === 0 ? stdout : undefined;
}

async function git(folder: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(folder, args);
  if (code === 0) return stdout;
  throw new UsageError(
    /not a git repository/i.test(stderr)
      ? `--changed asks git, and ${folder} is in no git repository.`
      : `--changed asks git, and git says: ${stderr.trim().split('\n')[0]}`,
  );
}

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, args: readonly string[]): Promise<Ran> {
  // The repository's own configuration may name a program to ask for changes; it is not wanted here.
  const all = ['-c', 'core.fsmonitor=false', '--no-optional-locks', ...args];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' };
    execFile('git', all, { cwd, env, maxBuffer: 1 << 28, encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = error?.code as number | string | undefined;
      if (code === 'ENOENT') reject(new UsageError('--changed asks git, and there is no git on the PATH.'));
      else resolve({ code: error ? (typeof code === 'number' ? code : 1) : 0, stdout, stderr });
    });
  });
}
