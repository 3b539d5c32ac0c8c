// @ts-check
// Runs jobs side by side, each in a process of its own, and shows what each came to and how much time is left.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../root.mjs';
import { addTally, emptyTally, summaryLine } from './tally.mjs';

/** @typedef {import('./jobs.mjs').Job} Job */
/** @typedef {import('./tally.mjs').Tally} Tally */

/** How long each job took the last time, in seconds by name; below out/, so that git ignores it. */
const TIMES = path.join(root, 'out', 'test', 'times.json');

/** A job that is still running then is ended: a test waits for a minute or two at most. */
const LONGEST_JOB = 30 * 60_000;

/**
 * @typedef {object} ScheduleOptions
 * @property {import('./runJob.mjs').JobOptions} options
 * @property {NodeJS.ProcessEnv} env added to the environment of each job
 * @property {number} atOnce how many jobs run side by side
 * @property {boolean} verbose shows all that each job prints, not only of those that fail
 */

/**
 * Runs jobs, the longest first.
 *
 * @param {readonly Job[]} jobs
 * @param {ScheduleOptions} options
 * @returns {Promise<Tally>} of all of them
 */
export async function runJobs(jobs, options) {
  endJobsWithThisProcess();
  const times = readTimes();
  const secondsOf = (/** @type {Job} */ job) => times[job.name] ?? job.seconds;
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'job-family-tests-'));
  const waiting = [...jobs].sort((a, b) => Number(isNeeded(b, jobs)) - Number(isNeeded(a, jobs)) || secondsOf(b) - secondsOf(a));
  const total = emptyTally();
  const ended = new Set();
  /** @type {Map<string, { job: Job, started: number }>} */
  const running = new Map();
  const started = Date.now();

  const timeLeft = () => {
    const ofRunning = [...running.values()].map(one => Math.max(0, secondsOf(one.job) - (Date.now() - one.started) / 1000));
    const sum = [...waiting.map(secondsOf), ...ofRunning].reduce((a, b) => a + b, 0);
    return Math.max(sum / options.atOnce, ...ofRunning, 0);
  };
  const work = async () => {
    for (;;) {
      const next = waiting.findIndex(
        ({ after }) => after === undefined || ended.has(after) || !jobs.some(job => job.name === after),
      );
      const [job] = next < 0 ? [] : waiting.splice(next, 1);
      if (!job && waiting.length === 0) return;
      if (!job) {
        await Promise.race(endings.values()); // of the job that another one needs
        continue;
      }
      const begun = Date.now();
      running.set(job.name, { job, started: begun });
      const ending = runInProcess(job, jobs.length === 1, scratch, options);
      endings.set(job.name, ending);
      const { tally, output } = await ending;
      endings.delete(job.name);
      running.delete(job.name);
      ended.add(job.name);
      addTally(total, tally);
      const seconds = (Date.now() - begun) / 1000;
      if (tally.failures.length === 0) times[job.name] = Math.round(seconds);
      if (jobs.length > 1 && (tally.failures.length > 0 || options.verbose))
        console.log(`\n── ${job.name} ──\n${output.trim()}\n`);
      const left = waiting.length + running.size === 0 ? '' : `, about ${clock(timeLeft())} left`;
      const mark = tally.failures.length > 0 ? '✗' : '✓';
      console.log(`${mark} [${ended.size}/${jobs.length}] ${job.name}: ${summaryLine(tally)} (${clock(seconds)}${left})`);
    }
  };
  /** @type {Map<string, Promise<unknown>>} */
  const endings = new Map();
  try {
    if (jobs.length > 1) console.log(`${jobs.length} parts, ${options.atOnce} at a time, about ${clock(timeLeft())}`);
    await Promise.all(Array.from({ length: Math.min(options.atOnce, jobs.length) }, work));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  if (options.options.grep === undefined) writeTimes(times); // a part of a job says nothing of the whole
  if (jobs.length > 1) console.log(`\nAll parts: ${clock((Date.now() - started) / 1000)}`);
  return total;
}

/**
 * @param {Job} job
 * @param {readonly Job[]} jobs
 */
function isNeeded(job, jobs) {
  return jobs.some(({ after }) => after === job.name);
}

/**
 * @param {Job} job
 * @param {boolean} isShown prints what the job prints at once; else it is returned
 * @param {string} scratch
 * @param {ScheduleOptions} options
 * @returns {Promise<{ tally: Tally, output: string }>} never rejects: a job that breaks is a failure
 */
function runInProcess(job, isShown, scratch, { options, env }) {
  const result = path.join(scratch, `${job.name.replace(/\W+/gu, '-')}.json`);
  const script = path.join(root, 'scripts', 'test', 'runJob.mjs');
  return new Promise(resolve => {
    const child = spawn(process.execPath, [script, job.name, JSON.stringify(options), result], {
      cwd: root,
      // Beside others each job has one core.
      env: { ...process.env, ...env, ...(isShown ? {} : { VITEST_MAX_WORKERS: '1' }) },
      stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
      detached: process.platform !== 'win32', // a process group of its own, so that all it starts can be ended with it
    });
    children.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk));
    const timer = setTimeout(() => endGroup(child), LONGEST_JOB);
    child.once('error', error => (output += error.message));
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      children.delete(child);
      endGroup(child); // what it started and did not end
      const broken = { title: job.name, error: `its process ended with ${signal ?? `code ${code}`} and no result` };
      const tally = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : { ...emptyTally(), failures: [broken] };
      resolve({ tally, output });
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/** Ends the jobs that run when this process is told to end. */
function endJobsWithThisProcess() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => {
      for (const child of children) endGroup(child);
      process.exit(130);
    });
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  try {
    if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** @returns {Record<string, number>} */
function readTimes() {
  try {
    return JSON.parse(readFileSync(TIMES, 'utf8'));
  } catch {
    return {}; // the first run, or a file that was cut off
  }
}

/** @param {Record<string, number>} times */
function writeTimes(times) {
  mkdirSync(path.dirname(TIMES), { recursive: true });
  writeFileSync(TIMES, `${JSON.stringify(times, undefined, 2)}\n`);
}

/**
 * @param {number} seconds
 * @returns {string} such as `4 min 05 s`
 */
function clock(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
