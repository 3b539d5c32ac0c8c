import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser, launchBrowser } from '../../scripts/host/browser.mjs';
import {
  backwards,
  HIGHER_HOSTILE_LEVEL,
  HOSTILE_PAGE,
  hostilePages,
  listenTo,
  MARK,
  RUN,
} from '../../scripts/host/hostilePages.mjs';
import { builtProgram, diskWorkspace } from '../support/builtProgram.ts';

const search = await ensureBrowser({ install: false });

const attack = { mark: MARK, run: RUN };
/** What attacks whoever opens it: the tests below must notice all of it. */
const CONTROL = `<!DOCTYPE html><title>x</title><script>${RUN}</script><img src="https://${MARK}.example/i.png">
<a href="javascript:console.log('${MARK}')">x</a><p onmouseover="console.log('${MARK}')">x</p>`;

describe.skipIf(search.reason !== undefined)(
  `files that hostile pages were exported to, in a browser${search.reason ? ` (${search.reason})` : ''}`,
  () => {
    let browser: Browser;
    let folder = '';
    let remove = (): void => {};

    beforeAll(async () => {
      browser = await launchBrowser(search.executable!);
      ({ folder, remove } = diskWorkspace(hostilePages));
    });
    afterAll(async () => {
      remove();
      await browser?.close();
    });

    const exported = (name: string, ...args: string[]): string => {
      const file = join(folder, name);
      const { status, stderr } = spawnSync(process.execPath, [builtProgram('cli'), 'export', ...args, '--output', file], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return file;
    };

    /** Opens a file as a person would; nothing that it asks for is answered. `use` is given what it brings about. */
    const opened = async (file: string, use: (page: Page, heard: string[]) => Promise<void>): Promise<void> => {
      const context = await browser.newContext();
      try {
        const address = pathToFileURL(file).href;
        const page = await context.newPage();
        const heard: string[] = [];
        listenTo(page, what => heard.push(what));
        page.on('request', request => {
          if (request.url() !== address && !request.url().startsWith(`${address}#`)) heard.push(`asked for ${request.url()}`);
        });
        await context.route(
          url => url.protocol !== 'file:',
          route => route.abort('aborted'),
        );
        await page.goto(address, { waitUntil: 'load' });
        await use(page, heard);
      } finally {
        await context.close();
      }
    };

    const FILES = [
      ['of all families, levels side by side', 'all.html', ['--format', 'html', 'content'], HIGHER_HOSTILE_LEVEL],
      ['of all families, in full', 'all-levels.html', ['--format', 'html', '--view', 'levels', 'content'], HIGHER_HOSTILE_LEVEL],
      ['of one family, levels side by side', 'one.html', ['--format', 'html', HOSTILE_PAGE], HIGHER_HOSTILE_LEVEL],
      ['of one family, in full', 'one-levels.html', ['--format', 'html', '--view', 'levels', HOSTILE_PAGE], HIGHER_HOSTILE_LEVEL],
      ['the map of a family', 'one.svg', ['--format', 'svg', HOSTILE_PAGE], HIGHER_HOSTILE_LEVEL],
      ['the map of all', 'all.svg', ['--format', 'svg', 'content'], HIGHER_HOSTILE_LEVEL],
    ] as const;

    it.each(FILES)('%s: nothing runs, nothing is asked for, nothing is left out', async (_what, name, args, words) => {
      await opened(exported(name, ...args), async (page, heard) => {
        await touchEverything(page);
        expect(heard).toEqual([]);
        expect(await page.evaluate('document.documentElement.textContent')).toContain(words);
        expect(await foreignParts(page)).toEqual([]);
      });
    });

    it.each(FILES)('%s: a link leads to the web, to the site or within, and runs nothing', async (_what, name, args) => {
      const file = exported(name, ...args);
      await opened(file, async (page, heard) => {
        const addresses = await addressesOf(page);
        expect(addresses.length).toBeGreaterThan(0);
        const own = pathToFileURL(file).href;
        for (const address of addresses)
          expect(address.startsWith(`${own}#`) || /^(?:https?|mailto):/.test(address), address).toBe(true);
        await followEachLink(page);
        const asked = heard.filter(what => what.startsWith('asked for ')).map(what => what.slice('asked for '.length));
        for (const address of asked) expect(addresses).toContain(address);
        // What a page links to it may link to: only by a click, and only there.
        const others = heard.filter(what => !what.startsWith('asked for ') && !what.startsWith('request: '));
        expect(others).toEqual([]);
        expect(page.url().startsWith(own)).toBe(true);
      });
    });

    it('a title that turns the direction of writing turns nothing behind it', async () => {
      await opened(exported('turned.html', '--format', 'html', 'content'), async page => {
        expect(await page.evaluate(backwards)).toEqual([]);
      });
    });

    it('what came into an HTML file all the same would be refused by its policy', async () => {
      await opened(exported('policy.html', '--format', 'html', HOSTILE_PAGE), async (page, heard) => {
        const refused: string[] = await page.evaluate(async attack => {
          const directives: string[] = [];
          // Each is told in a task of its own.
          const told = new Promise<void>(resolve => {
            document.addEventListener('securitypolicyviolation', event => {
              if (directives.push(event.effectiveDirective) === 3) resolve();
            });
          });
          const holder = document.createElement('div');
          holder.innerHTML = `<img src="https://${attack.mark}.example/i.png"><p onclick="${attack.run}">x</p>`;
          document.body.append(holder);
          holder.querySelector('p')!.click();
          const script = document.createElement('script');
          script.textContent = attack.run;
          document.body.append(script);
          await told;
          return directives.sort();
        }, attack);
        expect(refused).toEqual(['img-src', 'script-src-attr', 'script-src-elem']);
        expect(heard).not.toContain(`console: ${MARK}`);
        expect(heard).not.toContain(`dialog: ${MARK}`);
      });
    });

    it('would notice what attacks', async () => {
      const file = join(folder, 'control.html');
      writeFileSync(file, CONTROL);
      await opened(file, async (page, heard) => {
        await touchEverything(page);
        expect(heard).toContain(`console: ${MARK}`);
        expect(heard).toContain(`dialog: ${MARK}`);
        expect(heard).toContain(`asked for https://${MARK}.example/i.png`);
        expect(await foreignParts(page)).not.toEqual([]);
        heard.length = 0;
        await followEachLink(page);
        expect(heard).toContain(`console: ${MARK}`);
      });
    });
  },
);

/** Unfolds all, points at all, and has all events happen that an element may answer by an attribute. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const events = ['mouseover', 'mouseenter', 'focus', 'toggle', 'load', 'error', 'begin', 'animationstart', 'pointerover'];
    for (const element of document.querySelectorAll('*')) for (const name of events) element.dispatchEvent(new Event(name));
  });
  await page.mouse.move(100, 100);
  for (let stop = 0; stop < 10; stop++) await page.keyboard.press('Tab');
}

/** Elements that no export makes, and attributes that run or load something. */
function foreignParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const svg = ['svg', 'title', 'desc', 'style', 'defs', 'marker', 'path', 'g', 'line', 'text', 'tspan', 'rect', 'a'];
    const text = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'code', 'pre', 'blockquote'];
    const tables = ['br', 's', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
    const frame = ['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'nav', 'article', 'section', 'div', 'span'];
    const known = document.contentType === 'image/svg+xml' ? svg : [...text, ...tables, ...frame, 'details', 'summary', 'hr'];
    const wrong = [...document.querySelectorAll('*')].filter(
      element =>
        !known.includes(element.localName) ||
        element.getAttributeNames().some(name => /^on|^style$|^src|^xlink|^srcdoc$|^action$|^http-equiv$/.test(name)),
    );
    // The document's own head: what says its policy.
    return wrong
      .map(element => element.outerHTML.slice(0, 200))
      .filter(text => !text.startsWith('<meta http-equiv="Content-Security-Policy"'));
  });
}

function addressesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')].flatMap(link => {
      const href = link.getAttribute('href');
      return href === null ? [] : [new URL(href, document.baseURI).href];
    }),
  );
}

/** A click on each, of those that lead to the same place on one; wherever it leads, nothing answers. */
async function followEachLink(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const addresses = await page.evaluate(() => [...document.querySelectorAll('a')].map(link => link.getAttribute('href')));
  const links = page.locator('a');
  for (const [index, address] of addresses.entries())
    if (addresses.indexOf(address) === index) await links.nth(index).dispatchEvent('click');
  // A script behind a link runs after the click: what is asked of the page now is answered after that.
  await page.evaluate('new Promise(done => setTimeout(done))');
}
