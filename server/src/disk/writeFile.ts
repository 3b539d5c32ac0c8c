import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { FileRefused, isReallyWithin, realPathOf } from './regularFile.ts';

/**
 * Writes a text so that nobody ever finds half of it: into a new file in the same folder, which then replaces the old one and gets its
 * permissions (without set-user-id) and owner. A file with several hard links, or with an owner that cannot be given away, is overwritten in
 * place. `within`: the folder that a symbolic link may not lead out of; `undefined` if the user named the path. Throws `FileRefused` and the
 * errors of the file system; the file is then as it was.
 */
export function writeFileSafely(path: string, text: string, within: string | undefined): void {
  if (within !== undefined && !isReallyWithin(path, within)) throw new FileRefused('leads out of the workspace');
  const target = realPathOf(path);
  if (target === undefined) throw new FileRefused('is a link that leads nowhere');
  const stat = lstatSync(target, { throwIfNoEntry: false });
  if (stat) requireWritable(target, stat);
  const bytes = Buffer.from(text, 'utf8');
  if (stat && stat.nlink > 1) overwrite(target, bytes);
  else replace(target, bytes, stat);
}

function requireWritable(path: string, stat: Stats): void {
  if (stat.isDirectory()) throw new FileRefused('is a folder');
  if (!stat.isFile()) throw new FileRefused('is not a regular file');
  // The administrator may write what is meant to be read only, and should not by accident.
  if ((stat.mode & 0o222) === 0) throw new FileRefused('is read-only');
  accessSync(path, constants.W_OK);
}

function replace(target: string, bytes: Buffer, stat: Stats | undefined): void {
  const folder = dirname(target);
  removeLeftovers(folder);
  // Not made of the file's own name, which may be as long as a name can be.
  const draft = join(folder, `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  const file = openSync(draft, 'wx');
  let isOpen = true;
  try {
    writeAll(file, bytes);
    if (stat && !takesOver(file, stat)) {
      closeSync(file);
      isOpen = false;
      overwrite(target, bytes);
      rmSync(draft, { force: true });
      return;
    }
    fsyncSync(file);
    closeSync(file);
    isOpen = false;
    renameSync(draft, target);
  } catch (error) {
    if (isOpen) closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Gives a new file the owner and permissions of the old one. False if the owner cannot be given. */
function takesOver(file: number, { mode, uid, gid }: Stats): boolean {
  try {
    if (process.getuid) fchownSync(file, uid, gid);
  } catch {
    return false;
  }
  fchmodSync(file, mode & 0o777);
  return true;
}

/** The old text is gone only once the new one is there, since pages are written in one go. */
function overwrite(target: string, bytes: Buffer): void {
  const file = openSync(target, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
  try {
    writeAll(file, bytes);
    ftruncateSync(file, bytes.length);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at);
}

const DRAFT = '.job-family-';

const tidied = new Set<string>();

/** Removes drafts of runs that were killed, once a folder. */
function removeLeftovers(folder: string): void {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of readdirSync(folder)) {
    const pid = /^\.job-family-(\d+)-[\da-f]{8}\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Returns whether a path is a pipe, a device or a socket, or one of the names by which a process knows its own output. */
export function isStream(path: string): boolean {
  if (/^\/dev\/(?:stdout|stderr|fd\/)|^\/proc\//.test(path)) return true;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
}

/** Writes to a pipe or a device, as a shell redirects to it. Waits for a reader of a pipe. Throws the errors of the file system. */
export function writeToStream(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY);
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}
