import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PART_MARK } from '../../server/src/lsp/messages.ts';
import { builtProgram } from './builtProgram.ts';

const webview = join(import.meta.dirname, '../../dist/webview');

/** What VS Code would give the page: nothing is kept, and nobody listens. */
const VSCODE = 'window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });';

/** A panel's page as it was built, without VS Code around it, showing what the server sends. The caller closes it. */
export async function panelPage(
  browser: Browser,
  name: 'ladder' | 'comparison' | 'careerMap',
  html: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  if (!existsSync(join(webview, `${name}.js`))) builtProgram('server');
  const part = (end: string): string => readFileSync(join(webview, `${name}.${end}`), 'utf8');
  const page = await browser.newPage({ viewport: { ...size } });
  await page.setContent('<!DOCTYPE html><html lang="en"><body><main id="pane"></main></body></html>');
  await page.addStyleTag({ content: part('css') });
  await page.addScriptTag({ content: VSCODE });
  await page.addScriptTag({ content: part('js') });
  await page.evaluate(shown => postMessage({ type: 'show', subject: 'x', pieces: shown }), html.split(PART_MARK));
  await page.locator('#pane > *').first().waitFor();
  return page;
}
