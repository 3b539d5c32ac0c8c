import type { FromLadder, LadderState, ToLadder } from '../src/preview/ladderMessages.ts';
import { focusMoved, followKey, setTabStops } from './shared/arrowKeys.ts';
import { Page } from './shared/page.ts';

// The ladder's page: its views, and the level that the editor's cursor stands in.

type View = LadderState['view'];

const page = new Page<LadderState, FromLadder>({ subject: undefined, scroll: 0, open: [], view: 'ladder', column: undefined });
const { pane } = page;

page.start<ToLadder>({
  shown(turned) {
    if (turned) page.remember({ column: undefined });
    pane.querySelector('.view-switch')?.removeAttribute('hidden');
    pane.querySelector('table.matrix')?.setAttribute('role', 'grid');
    showColumn(page.state.column);
    showView(page.state.view);
    measureHead();
  },
  receive(message) {
    if (message.type === 'cursor') markLevel(message.level);
  },
  click(target) {
    const view = target.closest<HTMLElement>('[data-view]')?.dataset.view;
    if (view === 'ladder' || view === 'matrix') {
      showView(view);
      return true;
    }
    const column = target.closest<HTMLElement>('[data-show-column]')?.dataset.showColumn;
    if (column === undefined) return false;
    page.remember({ column });
    showColumn(column);
    return true;
  },
  key: followKey,
});
document.addEventListener('focusin', ({ target }) => target instanceof Element && focusMoved(target));
document.addEventListener('toggle', () => setTabStops(pane), { capture: true });
new ResizeObserver(measureHead).observe(pane);

function showView(view: View): void {
  for (const panel of page.all('[data-view-panel]')) panel.hidden = panel.dataset.viewPanel !== view;
  for (const button of page.all('[data-view]')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
  page.remember({ view });
  setTabStops(pane);
  measureHead();
}

/** Which column a narrow pane shows; the style leaves all of them in a wide one. */
function showColumn(column: string | undefined): void {
  const buttons = page.all('[data-show-column]');
  const ids = buttons.map(button => button.dataset.showColumn);
  const shown = ids.includes(column) ? column : ids[0];
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.showColumn === shown));
  for (const cell of page.all('.matrix [data-column]')) cell.classList.toggle('shown', cell.dataset.column === shown);
  setTabStops(pane);
}

/** Marks the level that the cursor stands in; a narrow matrix turns to it. */
function markLevel(level: string | undefined): void {
  for (const marked of page.all('[aria-current]')) marked.removeAttribute('aria-current');
  if (level === undefined) return;
  for (const element of page.all('.card[data-level], th[data-level]')) {
    if (element.dataset.level === level) element.setAttribute('aria-current', 'true');
  }
  showColumn(level);
  setTabStops(pane);
}

/** Tells the style how high the matrix's head is, below which the section names stay in sight. */
function measureHead(): void {
  const head = pane.querySelector('.matrix thead');
  pane.style.setProperty('--head-height', `${head?.getBoundingClientRect().height ?? 0}px`);
}
