// @ts-check
// Runs one job of the tests in this process: node runJob.mjs JOB OPTIONS RESULT. What it came to is written to the file RESULT as JSON.
import { writeFileSync } from 'node:fs';
import { emptyTally } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @typedef {object} JobOptions
 * @property {string} [grep] runs only tests whose title matches this regular expression
 * @property {boolean} [verbose] shows what VS Code prints
 * @property {readonly string[]} folders for the part hugo
 * @property {boolean} installHugo Hugo was named, so it may be installed
 */

const [name = '', options = '{}', resultFile = ''] = process.argv.slice(2);
const tally = await runJob(name, JSON.parse(options)).catch(error => {
  console.error(error);
  return { ...emptyTally(), failures: [{ title: name, error: `the job itself failed: ${error}` }] };
});
writeFileSync(resultFile, JSON.stringify(tally));
// A browser or a server that did not end must not keep this process.
process.exit(tally.failures.length > 0 ? 1 : 0);

/**
 * @param {string} job
 * @param {JobOptions} given
 * @returns {Promise<Tally>}
 */
async function runJob(job, { grep, verbose, folders, installHugo }) {
  const [part, what = ''] = job.split(': ');
  if (part === 'host') return await runHostJob(what, { grep, verbose });
  switch (part) {
    case 'types':
      return (await import('./toolParts.mjs')).testTypes();
    case 'lint':
      return (await import('./toolParts.mjs')).testLint();
    case 'editors':
      return (await import('./editorsPart.mjs')).testEditors();
    case 'hugo':
      return (await import('./hugoPart.mjs')).testHugo({ folders, install: installHugo });
    default:
      return (await import('./vitestPart.mjs')).runVitest(job, { grep });
  }
}

/**
 * @param {string} what the job's name without its part: `today walk map`
 * @param {import('./hostPart.mjs').HostOptions} given
 * @returns {Promise<Tally>}
 */
async function runHostJob(what, given) {
  const host = await import('./hostPart.mjs');
  const [place = '', kind, walk = ''] = what.split(' ');
  if (what === 'prepare') return host.prepareHost(given);
  if (what === 'exported files') return host.testExportedFiles();
  if (what === 'web suites') return host.testWebSuites(given);
  if (what === 'desktop suites') return host.testDesktop();
  if (place !== 'floor' && place !== 'today') throw new Error(`There is no job "host: ${what}".`);
  return kind === 'walk' ? host.testWalk(place, walk) : host.testSuites(place, given);
}
