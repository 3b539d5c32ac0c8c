import type { LadderShown, LadderViewName } from '../../server/src/lsp/messages.ts';
import type { FromLadder, LadderState, ToLadder } from '../src/preview/ladderMessages.ts';
import { focusMoved, followKey, setTabStops } from './shared/arrowKeys.ts';
import { drawExtendsLines } from './shared/extendsLines.ts';
import { Page } from './shared/page.ts';
import { elementOfLine, SourceLines } from './shared/sourceLines.ts';

// The ladder's page: its toolbar, and the place of the editor's cursor in what is shown.

/** What stands for a line of the page itself; what is inherited stands for lines elsewhere. */
const PLACES = '.source[data-line]:not([data-uri], .inherited .source)';

const page = new Page<LadderState, FromLadder>({
  subject: undefined,
  scroll: 0,
  open: [],
  view: 'ladder',
  level: undefined,
  inherited: { ladder: true, matrix: false, level: true },
  filter: {},
  locked: false,
  column: undefined,
});
const { pane } = page;
const lines = new SourceLines(() => page.all(PLACES), headHeight);
let cursorLevel: string | undefined;
let cursorLine: number | undefined;

// What was shown before a reload is asked for before anything else.
askForShown();
page.start<ToLadder>({
  shown(turned) {
    lines.moves();
    if (turned) page.remember({ column: undefined, level: undefined, filter: {} });
    pane.querySelector('table.matrix')?.setAttribute('role', 'grid');
    showControls();
    showColumn(page.state.column);
    markCursor();
    measure();
  },
  receive(message) {
    switch (message.type) {
      case 'cursor':
        moveCursor(message.level, message.line);
        return;
      case 'scroll':
        lines.scrollTo(message.line);
        return;
      case 'locked':
        page.remember({ locked: message.locked });
        showControls();
        return;
    }
  },
  click,
  key(event) {
    if (event.key === 'Escape' && event.target instanceof HTMLInputElement && event.target.value !== '') {
      setFilter('text', '');
      return true;
    }
    if (isControl(event.target)) return false;
    return followKey(event);
  },
});
document.addEventListener('input', ({ target }) => choose(target));
document.addEventListener('focusin', ({ target }) => target instanceof Element && focusMoved(target));
document.addEventListener('toggle', ({ target }) => unfold(target), { capture: true });
addEventListener('scroll', tellScroll, { passive: true });
new ResizeObserver(measure).observe(pane);

function click(target: Element): boolean {
  const { view } = target.closest<HTMLElement>('[data-view]')?.dataset ?? {};
  if (view !== undefined) {
    show({ view: view as LadderViewName });
    return true;
  }
  const column = target.closest<HTMLElement>('[data-show-column]')?.dataset.showColumn;
  if (column !== undefined) {
    page.remember({ column });
    showColumn(column);
    setTabStops(pane);
    return true;
  }
  const { action } = target.closest<HTMLElement>('[data-action]')?.dataset ?? {};
  if (action !== undefined) page.say({ type: 'run', action, level: levelChoice()?.value });
  else if (target.closest('[data-lock]')) page.say({ type: 'lock', locked: !page.state.locked });
  else if (target.closest('[data-write]')) page.say({ type: 'write' });
  else if (target.closest('[data-clear]')) show({ filter: {} });
  else return target.closest('.toolbar') !== null;
  return true;
}

/** What is unfolded by hand for the first time has no content yet. */
function unfold(target: EventTarget | null): void {
  if (target instanceof HTMLDetailsElement && target.open && target.matches('.inherited') && target.children.length === 1)
    askForShown();
  setTabStops(pane);
}

/** A control was changed by hand. */
function choose(target: EventTarget | null): void {
  if (!isControl(target)) return;
  const { view } = page.state;
  if (target instanceof HTMLInputElement && 'inherited' in target.dataset) {
    // Unfolded by hand or not: all are as the box says.
    for (const details of page.all('details.inherited')) details.toggleAttribute('open', target.checked);
    show({ inherited: { ...page.state.inherited, [view]: target.checked } });
  } else if ('levelChoice' in target.dataset) show({ view: 'level', level: target.value });
  else if (target.dataset.filter !== undefined) setFilter(target.dataset.filter, target.value);
}

function setFilter(part: string, value: string): void {
  show({ filter: { ...page.state.filter, [part]: value } });
}

/** Has something else shown. */
function show(change: Partial<LadderState>): void {
  if (change.view !== undefined && change.view !== page.state.view) {
    lines.moves();
    scrollTo({ top: 0 });
  }
  page.remember(change);
  showControls();
  askForShown();
}

function askForShown(): void {
  const { view, level, inherited, filter, open } = page.state;
  const unfolded = open.filter(id => id.startsWith('inherited-'));
  const shown: LadderShown = { view, level: level ?? cursorLevel, inherited: inherited[view], unfolded, filter };
  page.say({ type: 'shown', shown });
}

/** Controls say what is kept, whatever the server knew when it made them; one that is being typed in is left alone. */
function showControls(): void {
  const { view, inherited, filter, level, locked } = page.state;
  for (const button of page.all('[data-view]')) button.setAttribute('aria-pressed', String(button.dataset.view === view));
  for (const button of page.all('[data-lock]')) button.setAttribute('aria-pressed', String(locked));
  for (const box of pane.querySelectorAll<HTMLInputElement>('[data-inherited]')) box.checked = inherited[view];
  for (const control of pane.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-filter]')) {
    const value = filter[control.dataset.filter ?? ''] ?? '';
    if (control.value !== value) control.value = value;
  }
  const choice = levelChoice();
  const wanted = level ?? cursorLevel;
  if (choice && wanted !== undefined && [...choice.options].some(option => option.value === wanted)) choice.value = wanted;
}

/** Which column a narrow pane shows; the style leaves all of them in a wide one. */
function showColumn(column: string | undefined): void {
  const buttons = page.all('[data-show-column]');
  const ids = buttons.map(button => button.dataset.showColumn);
  const shown = ids.includes(column) ? column : ids.includes(cursorLevel) ? cursorLevel : ids[0];
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(button.dataset.showColumn === shown));
    // In their own row, which is longer than the pane; the page stays where it is.
    if (button.dataset.showColumn === shown && button.parentElement) button.parentElement.scrollLeft = button.offsetLeft - 8;
  }
  for (const cell of page.all('.matrix [data-column]')) cell.classList.toggle('shown', cell.dataset.column === shown);
}

/** The editor's cursor moved: a narrow matrix and the level view turn to its level. */
function moveCursor(level: string | undefined, line: number | undefined): void {
  if (level === cursorLevel && line === cursorLine) return;
  const turned = level !== cursorLevel;
  cursorLevel = level;
  cursorLine = line;
  if (turned && level !== undefined) {
    page.remember({ column: level, level });
    showColumn(level);
    showControls();
    if (page.state.view === 'level') askForShown();
  }
  markCursor();
}

/** Marks the level and the bullet that the cursor stands in. */
function markCursor(): void {
  for (const marked of page.all('[aria-current]')) marked.removeAttribute('aria-current');
  for (const marked of page.all('.at-cursor')) marked.classList.remove('at-cursor');
  if (cursorLevel !== undefined) {
    for (const element of page.all('.card[data-level], th[data-level]'))
      if (element.dataset.level === cursorLevel) element.setAttribute('aria-current', 'true');
  }
  if (cursorLine !== undefined)
    elementOfLine(page.all('li.source, p.source, .block.source'), cursorLine)?.classList.add('at-cursor');
  setTabStops(pane);
}

let told = false;

/** Once a frame is enough. */
function tellScroll(): void {
  if (told || lines.isEcho) return;
  told = true;
  requestAnimationFrame(() => {
    told = false;
    const line = lines.isEcho ? undefined : lines.firstLine();
    if (line !== undefined) page.say({ type: 'scrolled', line });
  });
}

/** What depends on where things stand: how high the matrix's head is, below which the section names stay in sight, and the ladder's lines. */
function measure(): void {
  pane.style.setProperty('--head-height', `${headHeight()}px`);
  drawExtendsLines(pane);
}

function headHeight(): number {
  return pane.querySelector('.matrix thead')?.getBoundingClientRect().height ?? 0;
}

function levelChoice(): HTMLSelectElement | undefined {
  return pane.querySelector<HTMLSelectElement>('[data-level-choice]') ?? undefined;
}

function isControl(target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}
