import type { FromPane, PaneState, ToPane } from '../src/preview/paneMessages.ts';
import { focusMoved, followKey, setTabStops } from './arrowKeys.ts';
import { patchChildren } from './patch.ts';

// The ladder page's script: shows what the extension sends, tells it where to go, and keeps where one was.

/** What VS Code gives the page's script. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPane): void;
  getState(): PaneState | undefined;
  setState(state: PaneState): void;
};

type View = PaneState['view'];

const vscode = acquireVsCodeApi();
const pane = document.getElementById('pane')!;
const nothing: PaneState = { uri: '', view: 'ladder', scroll: { ladder: 0, matrix: 0 }, open: [], column: undefined };
let state = vscode.getState() ?? nothing;
/** True until the page has shown something: what was unfolded and scrolled before a reload is to be brought back once. */
let fresh = true;

document.documentElement.classList.add('scripted');
addEventListener('message', ({ data }: MessageEvent<ToPane>) => receive(data));
addEventListener('scroll', rememberScroll, { passive: true });
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);
document.addEventListener('focusin', ({ target }) => target instanceof Element && focusMoved(target));
document.addEventListener('toggle', rememberOpen, { capture: true });
new ResizeObserver(measureHead).observe(pane);
vscode.postMessage({ type: 'ready' });

function receive(message: ToPane): void {
  switch (message.type) {
    case 'show':
      show(message.uri, message.html);
      markLevel(message.cursorLevel, fresh || state.column === undefined);
      fresh = false;
      return;
    case 'cursor':
      markLevel(message.level, true);
      return;
    case 'notice': {
      const notice = document.createElement('p');
      notice.className = 'empty-state';
      notice.textContent = message.text;
      pane.replaceChildren(notice);
      return;
    }
  }
}

function show(uri: string, html: string): void {
  const turned = state.uri !== uri;
  if (turned) remember({ uri, scroll: nothing.scroll, open: [], column: undefined });
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  if (turned) pane.replaceChildren();
  patchChildren(pane, parsed.body);
  pane.querySelector('.view-switch')?.removeAttribute('hidden');
  pane.querySelector('table.matrix')?.setAttribute('role', 'grid');
  if (fresh && !turned) for (const id of state.open) document.getElementById(id)?.setAttribute('open', '');
  showColumn(state.column);
  showView(state.view, turned || fresh);
  measureHead();
}

function showView(view: View, scroll: boolean): void {
  for (const panel of pane.querySelectorAll<HTMLElement>('[data-view-panel]')) panel.hidden = panel.dataset.viewPanel !== view;
  for (const button of pane.querySelectorAll<HTMLElement>('[data-view]'))
    button.setAttribute('aria-pressed', String(button.dataset.view === view));
  remember({ view });
  setTabStops(pane);
  measureHead();
  if (scroll) scrollTo({ top: state.scroll[view] });
}

/** Which column a narrow pane shows; the style leaves all of them in a wide one. */
function showColumn(column: string | undefined): void {
  const ids = [...pane.querySelectorAll<HTMLElement>('[data-show-column]')].map(button => button.dataset.showColumn);
  const shown = ids.includes(column) ? column : ids[0];
  for (const button of pane.querySelectorAll<HTMLElement>('[data-show-column]'))
    button.setAttribute('aria-pressed', String(button.dataset.showColumn === shown));
  for (const cell of pane.querySelectorAll<HTMLElement>('.matrix [data-column]'))
    cell.classList.toggle('shown', cell.dataset.column === shown);
  setTabStops(pane);
}

/** Marks the level that the cursor stands in; `turn`: a narrow matrix turns to it. */
function markLevel(level: string | undefined, turn: boolean): void {
  for (const marked of pane.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  if (level === undefined) return;
  for (const element of pane.querySelectorAll<HTMLElement>('.card[data-level], th[data-level]')) {
    if (element.dataset.level === level) element.setAttribute('aria-current', 'true');
  }
  if (turn) showColumn(level);
  setTabStops(pane);
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  const view = target?.closest<HTMLElement>('[data-view]')?.dataset.view;
  if (view === 'ladder' || view === 'matrix') {
    showView(view, true);
    return;
  }
  const column = target?.closest<HTMLElement>('[data-show-column]')?.dataset.showColumn;
  if (column !== undefined) {
    remember({ column });
    showColumn(column);
    return;
  }
  if (!target || target.closest('summary')) return;
  const href = target.closest<HTMLElement>('[data-href]')?.dataset.href;
  if (href !== undefined) {
    vscode.postMessage({ type: 'browse', href });
    return;
  }
  // Who selects words to copy them does not want to be taken away.
  if (getSelection()?.isCollapsed === false && !target.closest('button, [role="link"]')) return;
  const place = target.closest<HTMLElement>('[data-line]');
  if (place) vscode.postMessage({ type: 'open', uri: place.dataset.uri, line: Number(place.dataset.line) });
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') vscode.postMessage({ type: 'back' });
  else if (followKey(event)) event.preventDefault();
  else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[role="link"]'))
    event.target.click();
}

function rememberScroll(): void {
  if (!fresh) remember({ scroll: { ...state.scroll, [state.view]: document.scrollingElement?.scrollTop ?? 0 } });
}

function rememberOpen(): void {
  remember({ open: [...pane.querySelectorAll('details[open]')].map(details => details.id) });
  setTabStops(pane);
}

function remember(change: Partial<PaneState>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

/** Tells the style how high the matrix's head is, below which the section names stay in sight. */
function measureHead(): void {
  const head = pane.querySelector('.matrix thead');
  pane.style.setProperty('--head-height', `${head?.getBoundingClientRect().height ?? 0}px`);
}
