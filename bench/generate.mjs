// @ts-check
// Writes a workspace of the size and shape of a real handbook: 4,000 pages, 40 MB, 270 of them job families.
//   node bench/generate.mjs FOLDER [--pages 4000] [--families 270] [--bytes 40000000] [--seed 1]
// The same arguments give the same bytes, on every machine.
import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { planFamilies, writeFamily } from './families.mjs';
import { FIXED_PATHS, fixedPages, INDICATORS } from './fixedPages.mjs';
import { ADJECTIVES, anchorsOf, block, capitalized, createRandom, heading, NOUNS, paragraph, slug } from './text.mjs';

/** @typedef {import('./text.mjs').Random} Random */
/** @typedef {import('./text.mjs').Writer} Writer */
/** @typedef {import('./families.mjs').Family} Family */

/**
 * @typedef {object} Options
 * @property {number} [pages] families included
 * @property {number} [families] as many as in the real handbook, in proportion, unless said otherwise
 * @property {number} [bytes] of all pages together
 * @property {number} [seed]
 */

/**
 * @typedef {object} Summary
 * @property {number} pages
 * @property {number} families
 * @property {number} bytes
 * @property {string} largestFamily its path in the folder
 */

/**
 * @typedef {object} Outline
 * @property {string} path
 * @property {string} url
 * @property {string} title
 * @property {readonly { depth: number, text: string, anchor: string }[]} headings
 * @property {number} weight of the handbook's bytes
 */

const SECTIONS = `about communication company customer-success engineering finance hiring leadership legal marketing
  people-group product sales security support tools total-rewards values`.split(/\s+/);

/** Bytes of one heading's text, about: decides how many headings a page of a given size has. */
const BYTES_A_HEADING = 850;

/**
 * @param {string} folder must be empty or not exist: nothing is ever removed
 * @param {Options} [options]
 * @returns {Summary}
 */
export function generateWorkspace(folder, options = {}) {
  const pages = options.pages ?? 4_000;
  const bytes = options.bytes ?? pages * 10_000;
  const familyCount = options.families ?? Math.max(1, Math.round((pages * 270) / 4_000));
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty`);
  }

  const random = createRandom(options.seed ?? 1);
  const families = planFamilies(random, familyCount);
  const fixed = fixedPages(random, families);
  if (familyCount + fixed.length > pages) {
    throw new RangeError(`${pages} pages are too few for ${familyCount} families and the ${fixed.length} pages they need`);
  }
  const outlines = planHandbook(random, pages - familyCount - fixed.length, bytes / pages);
  const writer = { random, link: linkMaker(random, outlines, families) };

  const written = new Output(folder);
  for (const { path, text } of fixed) {
    written.page(path, text);
  }
  const indicators = INDICATORS.map(name => `[${name}](/handbook/company/performance-indicators/#${slug(name)})`);
  let largestFamily = { path: '', bytes: 0 };
  for (const family of families) {
    const size = written.page(family.path, writeFamily(writer, family, families, indicators));
    largestFamily = size > largestFamily.bytes ? { path: family.path, bytes: size } : largestFamily;
  }
  let weight = outlines.reduce((sum, outline) => sum + outline.weight, 0);
  for (const outline of outlines) {
    // What earlier pages had too much or too little, the later ones make good.
    written.page(outline.path, handbookPage(writer, outline, ((bytes - written.bytes) * outline.weight) / weight));
    weight -= outline.weight;
  }
  written.file(
    'data/job_families.yml',
    families.map(({ title, url }) => `- title: ${title}\n  description: ${url}\n`).join('\n'),
  );
  return { pages: written.pages, families: families.length, bytes: written.bytes, largestFamily: largestFamily.path };
}

/** The folder as it is being written, and how much of it there is. */
class Output {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    this.pages = 0;
    this.bytes = 0;
    /** @type {Set<string>} */
    this.folders = new Set();
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  page(path, text) {
    this.pages++;
    const size = this.file(path, text);
    this.bytes += size;
    return size;
  }

  /**
   * @param {string} path
   * @param {string} text
   */
  file(path, text) {
    const target = join(this.folder, path);
    const parent = dirname(target);
    if (!this.folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.folders.add(parent);
    }
    const content = Buffer.from(text);
    writeFileSync(target, content);
    return content.length;
  }
}

/**
 * Where everything stands and which headings it has, so that pages can link to pages written later.
 * @param {Random} random
 * @param {number} count
 * @param {number} meanBytes
 * @returns {Outline[]}
 */
function planHandbook(random, count, meanBytes) {
  /** @type {Set<string>} */
  const taken = new Set(FIXED_PATHS);
  /** @type {Outline[]} */
  const outlines = [];
  /** @param {string} path */
  const add = path => {
    if (outlines.length >= count || taken.has(path)) {
      return;
    }
    taken.add(path);
    // Log-normal with the real handbook's spread: half of the pages below 6 kB, one in a hundred above 60 kB.
    const weight = Math.min(16, Math.max(0.06, 0.6 * Math.exp(random.normal())));
    const url = `/${path.replace(/^content\//, '').replace(/(\/_index)?\.md$/, '')}/`;
    outlines.push({
      path,
      url,
      title: heading(random).replace('?', ''),
      headings: planHeadings(random, weight * meanBytes),
      weight,
    });
  };
  while (outlines.length < count) {
    const section = SECTIONS[Math.floor(random.next() ** 1.4 * SECTIONS.length)];
    const area = NOUNS[Math.floor(random.next() ** 2 * 24)];
    const topic = `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}`;
    add(`content/handbook/${section}/_index.md`);
    add(`content/handbook/${section}/${area}/_index.md`);
    add(`content/handbook/${section}/${area}/${random.chance(0.2) ? `${topic}/_index` : topic}.md`);
  }
  return outlines;
}

/**
 * @param {Random} random
 * @param {number} bytes
 */
function planHeadings(random, bytes) {
  let depth = 1;
  const planned = Array.from({ length: Math.max(1, Math.round(bytes / BYTES_A_HEADING)) }, () => {
    depth = Math.min(5, Math.max(2, depth + random.integer(-2, 1)));
    // Now and then a heading chooses its own id, as those do that other sites link to.
    const custom = random.chance(0.01) ? `${random.pick(NOUNS)}-${random.integer(1, 99)}` : undefined;
    return { depth, text: heading(random), custom };
  });
  const anchors = anchorsOf(planned.map(({ text }) => text));
  return planned.map(({ depth, text, custom }, index) =>
    custom === undefined ? { depth, text, anchor: anchors[index] } : { depth, text: `${text} {#${custom}}`, anchor: custom },
  );
}

/**
 * Destinations in the proportions of the real handbook: half of them with an anchor, a few broken, a few abroad.
 * @param {Random} random
 * @param {readonly Outline[]} outlines
 * @param {readonly Family[]} families
 */
function linkMaker(random, outlines, families) {
  return () => {
    const kind = random.next();
    if (kind < 0.12 || outlines.length === 0) {
      return `https://example.com/${random.pick(NOUNS)}/${random.pick(NOUNS)}`;
    }
    if (kind < 0.15) {
      return `/handbook/${random.pick(SECTIONS)}/${random.pick(NOUNS)}-${random.pick(NOUNS)}/`;
    }
    if (kind < 0.2) {
      const family = random.pick(families);
      return random.chance(0.5) ? family.url : `${family.url}#${random.pick(family.anchors)}`;
    }
    // Some pages are linked to far more often than others.
    const { url, headings } = outlines[Math.floor(random.next() ** 2.5 * outlines.length)];
    if (kind < 0.22) {
      return `{{< ref "${url.slice(0, -1)}" >}}`;
    }
    if (kind < 0.24) {
      return `${url}#${random.pick(NOUNS)}-${random.pick(ADJECTIVES)}`;
    }
    return kind < 0.6 ? `${url}#${random.pick(headings).anchor}` : url;
  };
}

/**
 * @param {Writer} writer
 * @param {Outline} outline
 * @param {number} bytes
 */
function handbookPage(writer, outline, bytes) {
  let text = `---\ntitle: "${outline.title}"\n`;
  text += writer.random.chance(0.5) ? `description: "${capitalized(outline.title.toLowerCase())}, described"\n` : '';
  text += writer.random.chance(0.03) ? `aliases:\n  - /handbook/old${outline.url.slice('/handbook'.length)}\n` : '';
  text += `---\n\n${paragraph(writer)}`;
  const share = Math.max(0, bytes - text.length) / outline.headings.length;
  outline.headings.forEach(({ depth, text: title }, index) => {
    text += `\n${'#'.repeat(depth)} ${title}\n`;
    const end = Math.min(bytes, (index + 1) * share);
    do {
      text += `\n${block(writer)}`;
    } while (text.length < end);
  });
  return text;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(argv[1])).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: 'string' }, families: { type: 'string' }, bytes: { type: 'string' }, seed: { type: 'string' } },
  });
  if (positionals.length !== 1) {
    console.error('usage: node bench/generate.mjs FOLDER [--pages 4000] [--families 270] [--bytes 40000000] [--seed 1]');
    exit(2);
  }
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  console.log(JSON.stringify(generateWorkspace(positionals[0], numbers)));
}
