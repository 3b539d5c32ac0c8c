// @ts-check
// Builds the content of a folder with Hugo, without the theme it has at home, and reads ids and links from the HTML.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../run.mjs';

/** Where a `ref` leads that Hugo cannot resolve. */
export const BROKEN_REF = '/ref-not-found/';

const ROOT_URL = 'https://site.invalid';

/**
 * A page as Hugo made it.
 *
 * @typedef {object} HugoPage
 * @property {string} file its path below the content folder
 * @property {string} url decoded, a slash at both ends
 * @property {ReadonlySet<string>} ids what a link can lead to: every `id`, and the `name` of every `<a>`
 * @property {readonly string[]} hrefs of its links, in order
 */

/** A site that Hugo has built, read back from what it wrote. */
export class HugoSite {
  /** @type {Map<string, HugoPage>} */
  #byUrl = new Map();
  /** @type {Map<string, HugoPage>} */
  #byFile = new Map();
  /** @type {Set<string>} pages that Hugo made without a file */
  #generated = new Set();
  /** @type {Map<string, string>} */
  #aliases = new Map();

  /** @param {string} folder that Hugo wrote to */
  constructor(folder) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.html') || !statSync(path.join(folder, file)).isFile()) continue;
      const html = readFileSync(path.join(folder, file), 'utf8');
      const url = `/${file.split(path.sep).join('/')}/`.replace(/(?<=\/)index\.html\/$/, '');
      this.#read(url, html);
    }
  }

  /**
   * @param {string} url
   * @param {string} html
   */
  #read(url, html) {
    const alias = /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html);
    if (alias) {
      this.#aliases.set(url, decodeURIComponent(new URL(unescaped(alias[1] ?? '')).pathname));
      return;
    }
    const file = /^<!doctype html><meta name="page-file" content="([^"]*)">/.exec(html);
    if (!file) {
      this.#generated.add(url);
      return;
    }
    const page = { file: unescaped(file[1] ?? ''), url, ...readHtml(html.slice(file[0].length)) };
    this.#byUrl.set(url, page);
    this.#byFile.set(page.file, page);
  }

  /** @returns {Iterable<HugoPage>} */
  get pages() {
    return this.#byFile.values();
  }

  /**
   * The page that Hugo made of a file; undefined where it made none, or where another has its place.
   *
   * @param {string} file below the content folder
   */
  pageOf(file) {
    return this.#byFile.get(file);
  }

  /**
   * The address of the page behind an old address; any other as it is.
   *
   * @param {string} url decoded, a slash at both ends
   */
  addressBehind(url) {
    return this.#byUrl.has(url) ? url : (this.#aliases.get(url) ?? url);
  }

  /**
   * What is missing where a link leads to; undefined where nothing is, or where it leads to no page of the site.
   *
   * @param {HugoPage} page that the link is on
   * @param {string} href as rendered
   * @param {(url: URL) => boolean} isOwn true for a URL with a host that is this site
   * @returns {'page' | 'anchor' | undefined}
   */
  missing(page, href, isOwn) {
    const url = targetOf(page, href);
    if (!url || (url.origin !== ROOT_URL && !isOwn(url))) return undefined;
    const target = decoded(url.pathname)
      .replace(/\/?$/, '/')
      .replace(/\/index\.html\/$/, '/');
    if (/\.(?!html?\/$|md\/$)[a-z\d]{2,5}\/$/i.test(target)) return undefined;
    const found = this.#byUrl.get(this.addressBehind(target));
    if (!found && !this.#generated.has(target)) return 'page';
    const anchor = decoded(url.hash.slice(1));
    return anchor === '' || found?.ids.has(anchor) ? undefined : 'anchor';
  }
}

/**
 * Where a link leads, as a browser reads it; undefined for what is no address.
 *
 * @param {Pick<HugoPage, 'url'>} page
 * @param {string} href
 */
export function targetOf(page, href) {
  try {
    const url = new URL(href, ROOT_URL + page.url.split('/').map(encodeURIComponent).join('/'));
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Builds the content of a folder in a temporary folder of its own. Shortcodes print their inner text, or nothing. Throws with
 * what Hugo said when it fails.
 *
 * @param {string} executable
 * @param {string} content the content folder itself
 * @returns {Promise<HugoSite>}
 */
export async function buildWithHugo(executable, content) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'job-family-hugo-'));
  try {
    cpSync(content, path.join(folder, 'content'), { recursive: true });
    writeLayouts(folder);
    const { code, output } = await run(
      executable,
      ['--quiet', '--source', folder, '--destination', path.join(folder, 'public')],
      {
        quiet: true,
      },
    );
    if (code !== 0) throw new Error(`hugo could not build ${content}:\n${output.slice(0, 2_000)}`);
    return new HugoSite(path.join(folder, 'public'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Never empty: Hugo writes no empty file. */
const LAYOUT = '<!doctype html>{{ with .File }}<meta name="page-file" content="{{ .Path }}">{{ end }}{{ .Content }}';

/** @param {string} folder with `content/` in it */
function writeLayouts(folder) {
  const configuration = {
    baseURL: `${ROOT_URL}/`,
    disableKinds: ['taxonomy', 'term', 'RSS', 'sitemap', '404', 'robotsTXT'],
    refLinksErrorLevel: 'WARNING',
    refLinksNotFoundURL: BROKEN_REF,
    markup: { goldmark: { renderer: { unsafe: true }, parser: { attribute: { title: true, block: true } } } },
    timeout: '120s',
  };
  write(folder, 'config.json', JSON.stringify(configuration));
  for (const kind of ['single', 'list']) write(folder, `layouts/_default/${kind}.html`, LAYOUT);
  for (const [name, paired] of shortcodesOf(path.join(folder, 'content')))
    write(folder, `layouts/shortcodes/${name}.html`, paired ? '{{ .Inner }}' : '{{/* prints nothing */}}');
}

/**
 * The names of all shortcodes that a content folder calls, and whether they are closed somewhere.
 *
 * @param {string} content
 */
function shortcodesOf(content) {
  /** @type {Map<string, boolean>} */
  const names = new Map();
  for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|html)$/.test(file)) continue;
    const text = readFileSync(path.join(content, file), 'utf8');
    for (const [, closing, name = ''] of text.matchAll(/\{\{[<%]\s*(\/?)\s*([\w./-]*[\w-])/g))
      if (name !== 'ref' && name !== 'relref') names.set(name, names.get(name) || closing === '/');
  }
  return names;
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 */
function write(folder, file, text) {
  const target = path.join(folder, file);
  if (existsSync(target)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** @param {string} html */
function readHtml(html) {
  const ids = new Set();
  const hrefs = [];
  for (const [, tag = '', attributes = ''] of html
    .replace(/<!--[\s\S]*?-->/g, '')
    .matchAll(/<([a-zA-Z][\w-]*)\s((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)) {
    for (const match of attributes.matchAll(/(?:^|\s)(id|name|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) {
      const value = unescaped(match[2] ?? match[3] ?? match[4] ?? '');
      const name = (match[1] ?? '').toLowerCase();
      const isLink = tag.toLowerCase() === 'a';
      if (name === 'href' && isLink) hrefs.push(value);
      else if (value !== '' && (name === 'id' || (name === 'name' && isLink))) ids.add(value);
    }
  }
  return { ids, hrefs };
}

/** @param {string} text of an attribute */
function unescaped(text) {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** @param {string} text percent-encoded, perhaps */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
