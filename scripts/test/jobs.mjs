// @ts-check
// The tests as jobs that run side by side: which there are, what must have ended before, and how long each takes.

/**
 * A part of the tests that runs as a process of its own.
 *
 * @typedef {object} Job
 * @property {string} name unique: its part, then what of it
 * @property {string} part as a contributor names it
 * @property {number} seconds that it took on two cores; decides only what starts first and how much time is left
 * @property {string} [after] the job that must have ended before
 * @property {boolean} [onlyFull] runs only with --full
 * @property {boolean} [longer] runs its random tests longer with --full
 */

/** The parts, in the order of the help. */
export const PARTS = ['types', 'lint', 'unit', 'rules', 'features', 'protocol', 'cli', 'corpus', 'editors', 'hugo', 'host'];

/** What the other jobs of the part host share. */
export const PREPARE_HOST = 'host: prepare';

/** The walks through the real VS Code, and whether the oldest one that is supported is walked through each time as well. */
const WALKS = [
  { name: 'sample', seconds: 45, inFloor: true },
  { name: 'ladder', seconds: 60, inFloor: false },
  { name: 'hostile', seconds: 30, inFloor: false },
  { name: 'comparison', seconds: 30, inFloor: false },
  { name: 'map', seconds: 30, inFloor: false },
  { name: 'library', seconds: 25, inFloor: false },
  { name: 'german', seconds: 30, inFloor: false },
];

/** @type {readonly Job[]} */
export const JOBS = [
  { name: PREPARE_HOST, part: 'host', seconds: 15 },
  { name: 'host: web suites', part: 'host', seconds: 75, after: PREPARE_HOST },
  { name: 'host: today suites', part: 'host', seconds: 60, after: PREPARE_HOST },
  { name: 'host: floor suites', part: 'host', seconds: 60, after: PREPARE_HOST },
  ...WALKS.map(({ name, seconds }) => ({ name: `host: today walk ${name}`, part: 'host', seconds, after: PREPARE_HOST })),
  ...WALKS.map(({ name, seconds, inFloor }) => ({
    name: `host: floor walk ${name}`,
    part: 'host',
    seconds,
    after: PREPARE_HOST,
    onlyFull: !inFloor,
  })),
  { name: 'host: exported files', part: 'host', seconds: 20, after: PREPARE_HOST },
  { name: 'unit', part: 'unit', seconds: 150, longer: true },
  { name: 'corpus', part: 'corpus', seconds: 120, longer: true },
  { name: 'protocol', part: 'protocol', seconds: 120 },
  { name: 'features', part: 'features', seconds: 60 },
  { name: 'cli', part: 'cli', seconds: 60 },
  { name: 'rules', part: 'rules', seconds: 20 },
  { name: 'hugo', part: 'hugo', seconds: 20 },
  { name: 'editors', part: 'editors', seconds: 15 },
  { name: 'types', part: 'types', seconds: 25 },
  { name: 'lint', part: 'lint', seconds: 10 },
];

/**
 * The jobs to run, in the order of the list above.
 *
 * @param {object} wanted
 * @param {readonly string[]} wanted.names of parts or jobs; everything if empty
 * @param {boolean} wanted.full everything, random tests at full length
 * @param {boolean} wanted.rest only what `full` has and an ordinary run has not
 * @returns {Job[]} with those that they need
 */
export function chosenJobs({ names, full, rest }) {
  const all = JOBS.filter(
    job => (names.length === 0 || names.includes(job.part) || names.includes(job.name)) && isRun(job, full, rest),
  );
  const needed = new Set(all.flatMap(({ after }) => after ?? []));
  return JOBS.filter(job => all.includes(job) || needed.has(job.name));
}

/**
 * @param {Job} job
 * @param {boolean} full
 * @param {boolean} rest
 */
function isRun({ onlyFull = false, longer = false }, full, rest) {
  return rest ? onlyFull || longer : full || !onlyFull;
}
