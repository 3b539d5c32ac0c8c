// @ts-check
// Drives VS Code's workbench in a browser as a person would: keyboard, mouse, and what can be seen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** The accessibility checker, to be run in a page. */
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** How long anything may take to appear. Waiting ends as soon as it does. */
const PATIENCE = 60_000;

/** The same for what comes once the extension and its server have started, which share the machine with everything else then. */
const PATIENCE_AT_START = 60_000;

const WINDOW = { width: 1600, height: 900 };

/** How wide in pixels a panel is that a window of 1280 shows at 400 %: WCAG asks that a page can be read there without scrolling sideways. */
const NARROW = 320;

/** A theme of each kind. */
export const THEMES = ['Dark Modern', 'Dark High Contrast', 'Light High Contrast', 'Light Modern'];

/** How often a key is pressed again that VS Code may swallow. */
const TRIES = 5;

/**
 * @typedef {object} WorkbenchOptions
 * @property {import('./server.mjs').VsCodeServer} server
 * @property {string} browser the program of a Chromium
 * @property {string} folder
 * @property {string} [file] relative to the folder
 * @property {number} [line] counted from 1, as in the status bar
 * @property {number} [column] counted from 1
 * @property {{ width: number, height: number }} [size] of the window
 * @property {string} [language] VS Code's display language; its own words stay English, since no language pack is there
 */

/**
 * Opens a folder, and a page in it with the cursor at a place. The caller closes the workbench.
 *
 * @param {WorkbenchOptions} options
 */
export async function openWorkbench({
  server,
  browser: executable,
  folder,
  file,
  line = 1,
  column = 1,
  size = WINDOW,
  language,
}) {
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(PATIENCE);
    // What a language pack's script says first: the workbench takes it for its language, and extensions for theirs.
    if (language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
    const query = new URLSearchParams({ folder });
    if (file) {
      const address = `vscode-remote://${server.authority}${folder}/${file}:${line}:${column}`;
      const payload = [
        ['openFile', address],
        ['gotoLineMode', 'true'],
      ];
      query.set('payload', JSON.stringify(payload));
    }
    await page.goto(`${server.url}/?${query}`);
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    return new Workbench(page, () => browser.close());
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export class Workbench {
  /**
   * @param {Page} page
   * @param {() => Promise<void>} close
   */
  constructor(page, close) {
    /** For what this driver does not offer. */
    this.page = page;
    this.close = close;
  }

  /**
   * The editor of a file, once its text is shown.
   *
   * @param {string} file the end of its path
   */
  async editor(file) {
    const editor = this.page.locator(`.part.editor .monaco-editor[data-uri$="/${file}"]`).first();
    await editor.locator('.view-lines').waitFor();
    return editor;
  }

  /**
   * Waits until something in the editor is underlined, of whatever severity.
   *
   * @param {Locator} editor
   */
  async waitForSquiggle(editor) {
    await editor.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor({ state: 'attached' });
  }

  /** Waits until the server has said that the page in the editor is a job family: its title bar then offers the ladder. */
  async knownAsFamily() {
    await this.page
      .locator('.part.editor .editor-actions')
      .getByRole('button', { name: /ladder/iu })
      .first()
      .waitFor({ timeout: PATIENCE_AT_START });
  }

  /**
   * What axe finds wrong in the webview that holds an element.
   *
   * @param {string} selector of an element that only this webview has
   * @returns {Promise<string[]>} a line each: the rule and the first element
   */
  async accessibilityViolations(selector) {
    const frame = await this.webviewFrame(selector);
    // Evaluated by the browser's debugger, so the page's own policy, which lets no other script in, stays as it is.
    await frame.evaluate(readFileSync(AXE, 'utf8'));
    /** @type {import('axe-core').AxeResults} */
    const { violations } = await frame.evaluate('axe.run(document, { iframes: false })');
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  }

  /**
   * The webview that holds an element, for what is asked of its document by the browser's debugger.
   *
   * @param {string} selector of an element that only this webview has
   */
  async webviewFrame(selector) {
    for (const frame of this.page.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
    throw new Error(`No webview has ${selector}`);
  }

  /**
   * Makes the window so narrow that the panel in it is as narrow as one should still be able to read it, and has it looked at. Rejects where it
   * has to be scrolled sideways then. The window is as wide as before afterwards.
   *
   * @param {string} selector of an element that only this webview has
   * @param {(frame: import('playwright-core').Frame) => Promise<void>} look
   */
  async narrowed(selector, look) {
    await this.hideSideBar();
    const frame = await this.webviewFrame(selector);
    const groups = await this.page.locator('.part.editor .editor-group-container').count();
    const size = this.page.viewportSize() ?? WINDOW;
    let { width } = size;
    try {
      for (let attempt = 1; ; attempt++) {
        const seen = /** @type {number} */ (await frame.evaluate('innerWidth'));
        if (seen <= NARROW && seen > NARROW - 20) break;
        if (attempt === TRIES) throw new Error(`The panel is ${seen} pixels wide, and not ${NARROW}.`);
        width -= (seen - NARROW + 4) * groups;
        await this.page.setViewportSize({ width, height: size.height });
        await frame.waitForFunction(before => innerWidth !== before, seen);
      }
      const needed = /** @type {number} */ (await frame.evaluate('document.scrollingElement.scrollWidth - innerWidth'));
      if (needed > 0) throw new Error(`The panel must be scrolled sideways, by ${needed} pixels.`);
      await look(frame);
    } finally {
      await this.page.setViewportSize(size);
    }
  }

  /**
   * Waits until the cursor is in a line of the active editor.
   *
   * @param {number} line counted from 1
   */
  async cursorIn(line) {
    await this.page.locator('.part.statusbar').getByText(`Ln ${line},`).waitFor();
  }

  /** Closes the panel below the editors, where it is open. */
  async closePanel() {
    const panel = this.page.locator('.part.panel');
    if (await panel.isVisible()) await this.page.keyboard.press('Control+KeyJ');
    await panel.waitFor({ state: 'hidden' });
  }

  /**
   * The rows of the Problems panel with that text, once there is one.
   *
   * @param {string} text
   */
  async problems(text) {
    if (!(await this.page.locator('.markers-panel').isVisible())) await this.page.keyboard.press('Control+Shift+KeyM');
    const rows = this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
    await rows.first().waitFor();
    return rows;
  }

  /**
   * Rests the mouse on words and answers the hover that shows a text.
   *
   * @param {Locator} editor
   * @param {string} words as they stand in one line
   * @param {string} text
   */
  async hoverOver(editor, words, text) {
    const { x, y } = await this.middleOf(editor, words);
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: text });
    await this.page.mouse.move(x - 40, y);
    await this.page.mouse.move(x, y, { steps: 5 }); // a jump to the word would not count as a hover
    await hover.first().waitFor();
    return hover.first();
  }

  /**
   * Puts the cursor into words.
   *
   * @param {Locator} editor
   * @param {string} words
   */
  async clickOn(editor, words) {
    const { x, y } = await this.middleOf(editor, words);
    await this.page.mouse.click(x, y);
  }

  /**
   * Clicks on a lens until what it opens is there: while lenses are drawn anew, which findings that arrive make happen, a click on one
   * is lost.
   *
   * @param {Locator} editor
   * @param {string} words
   * @param {Locator} opened
   */
  async clickLens(editor, words, opened) {
    const lens = editor.locator('.codelens-decoration a', { hasText: words }).first();
    for (let attempt = 1; ; attempt++) {
      await lens.click();
      if (await appears(opened, 5000)) return;
      if (attempt === TRIES) throw new Error(`The lens "${words}" opens nothing.`);
    }
  }

  /**
   * Reloads the window, with the editors and panels that were open, and waits for something in it.
   *
   * @param {Locator} shown
   */
  async reload(shown) {
    // The file that was asked for at the beginning would be opened in place of what was open.
    await this.page.evaluate(() => {
      const address = new URL(location.href);
      address.searchParams.delete('payload');
      history.replaceState(null, '', address);
    });
    // By VS Code's own command, which keeps the state first.
    const loaded = this.page.waitForEvent('load');
    await this.chooseFromPalette('>Developer: Reload Window', 'Developer: Reload Window');
    await loaded;
    await shown.waitFor({ timeout: PATIENCE_AT_START });
  }

  /**
   * Does something that may be swallowed, again and again until what it leads to is there.
   *
   * @param {() => Promise<void>} act
   * @param {() => Promise<unknown>} shown rejects where it is not there after a while
   */
  async untilShown(act, shown) {
    for (let attempt = 1; ; attempt++) {
      await act();
      const trouble = await shown().then(
        () => undefined,
        (/** @type {Error} */ error) => error,
      );
      if (!trouble) return;
      if (attempt === TRIES) throw trouble;
    }
  }

  /** Closes a hover and takes the mouse out of the way. */
  async leaveHover() {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.move(5, 5);
  }

  /**
   * Clicks on words and applies the quick fix with that title. The menu closes by itself when findings arrive or another
   * provider registers, so it is asked for again.
   *
   * @param {Locator} editor
   * @param {string} words
   * @param {string} title
   */
  async applyQuickFix(editor, words, title) {
    await this.clickOn(editor, words);
    const row = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('Control+.');
      if (await appears(row, 3000)) break;
      const offered = await this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
      if (attempt === TRIES) throw new Error(`No quick fix "${title}" on "${words}"; offered: ${offered.join(', ') || 'none'}`);
      await this.page.keyboard.press('Escape');
    }
    // By keyboard: in older builds a layer over the menu swallows clicks.
    for (let step = 0; step < 20 && !/\bfocused\b/u.test((await row.getAttribute('class')) ?? ''); step++) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
  }

  /**
   * Types, waits until a suggestion is offered for it, asking where typing alone brings none, and accepts it.
   *
   * @param {string} typed narrow enough for the suggestion to be the first
   * @param {string} suggestion
   */
  async typeAndAccept(typed, suggestion) {
    const first = this.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: suggestion });
    await this.page.keyboard.type(typed);
    if (!(await appears(first, 2000))) await this.page.keyboard.press('Control+Space');
    await first.waitFor();
    await this.page.keyboard.press('Enter');
  }

  /**
   * Runs a command from the palette.
   *
   * @param {string} title with its category, as the palette shows it
   */
  async runCommand(title) {
    await this.takeFromPalette(`>${title}`, title);
  }

  /**
   * Moves the cursor of the leftmost editor to the start of a line, which scrolls it into view.
   *
   * @param {number} line counted from 1
   */
  async goToLine(line) {
    await this.page.keyboard.press('Control+1'); // the focus may be in another editor, or in a webview
    await this.takeFromPalette(`:${line}`, new RegExp(`line ${line}\\b`, 'iu'));
  }

  /**
   * Opens a file in the editors that have the focus.
   *
   * @param {string} file relative to the folder
   */
  async openFile(file) {
    await this.takeFromPalette(file, file.split('/').at(-1) ?? file);
    await this.editor(file);
  }

  /**
   * Takes another theme of colours.
   *
   * @param {string} name as VS Code lists it
   */
  async chooseTheme(name) {
    const widget = this.page.locator('.quick-input-widget');
    const input = widget.getByPlaceholder(/Color Theme/u);
    // By its keys: the palette also offers to look for themes elsewhere. Keys are swallowed while the focus moves.
    await this.untilShown(
      async () => {
        await this.page.keyboard.press('Control+1');
        await this.page.keyboard.press('Control+k');
        await this.page.keyboard.press('Control+t');
      },
      () => input.waitFor({ timeout: 5000 }),
    );
    await input.fill(name);
    await widget.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /**
   * Runs a command that asks for more where the palette was.
   *
   * @param {string} title with its category, as the palette shows it
   * @param {string} step the title and number of what it asks first, as they are shown
   */
  async runWizard(title, step) {
    await this.chooseFromPalette(`>${title}`, title);
    await this.wizardAt(step);
  }

  /**
   * Waits until a wizard is at a step.
   *
   * @param {string} step its title and number, as they are shown
   */
  async wizardAt(step) {
    await this.page.locator('.quick-input-widget .quick-input-title', { hasText: step }).waitFor();
  }

  /**
   * Types into the command palette and takes the row with that text.
   *
   * @param {string} typed
   * @param {string | RegExp} offered
   */
  async takeFromPalette(typed, offered) {
    await this.chooseFromPalette(typed, offered);
    await this.page.locator('.quick-input-widget .quick-input-box input.input').waitFor({ state: 'hidden' });
  }

  /**
   * Types into the command palette and takes the row with that text. The palette is opened again when it closes by itself: while
   * a webview loads, the focus jumps, and a key may be lost.
   *
   * @param {string} typed
   * @param {string | RegExp} offered
   */
  async chooseFromPalette(typed, offered) {
    const input = this.page.locator('.quick-input-widget .quick-input-box input.input');
    const row = this.page.locator('.quick-input-widget .monaco-list-row', { hasText: offered }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press('F1');
      const filled = await input.fill(typed, { timeout: 3000 }).then(
        () => true,
        () => false,
      );
      if (filled && (await appears(row, 3000))) break;
      if (attempt === TRIES) throw new Error(`The command palette does not offer "${offered}" for "${typed}".`);
      await this.page.keyboard.press('Escape');
    }
    await this.page.keyboard.press('Enter');
  }

  /** Makes room for editors. */
  async hideSideBar() {
    const sideBar = this.page.locator('.part.sidebar');
    if (!(await sideBar.isVisible())) return;
    await this.page.keyboard.press('Control+b');
    await sideBar.waitFor({ state: 'hidden' });
  }

  /** Saves the file of the active editor, and waits until nothing is unsaved. */
  async save() {
    await this.page.keyboard.press('Control+s');
    await this.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  }

  /** What stands inside the webview that is shown. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** @param {string} file */
  async screenshot(file) {
    await this.page.screenshot({ path: file });
  }

  /**
   * Where on the screen words stand. A line is cut into spans by its colours, so they are looked for across these.
   *
   * @param {Locator} editor
   * @param {string} words
   * @returns {Promise<{ x: number, y: number }>}
   */
  async middleOf(editor, words) {
    const line = editor.locator('.view-line', { hasText: words }).first();
    await line.waitFor();
    return await line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places = [];
      let text = '';
      while (walker.nextNode()) {
        const value = walker.currentNode.nodeValue ?? '';
        for (let offset = 0; offset < value.length; offset++) places.push({ node: walker.currentNode, offset });
        text += value.replaceAll('\u00a0', ' '); // the editor draws every space as one that does not break
      }
      const start = text.indexOf(wanted);
      const first = places[start];
      const last = places[start + wanted.length - 1];
      if (!first || !last) throw new Error(`"${wanted}" is not in "${text}"`);
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + 1);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, words);
  }
}

/**
 * @param {Locator} locator
 * @param {number} timeout
 */
function appears(locator, timeout) {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
