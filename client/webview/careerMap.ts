import type { CareerMapState, FromCareerMap, MapSubject } from '../src/careerMap/careerMapMessages.ts';
import { Page } from './shared/page.ts';

// The map's page: how far it reaches, and going from box to box by the arrow keys.

const page = new Page<CareerMapState, FromCareerMap>({ subject: undefined, scroll: 0, open: [], drawn: 0 });
const { pane } = page;

page.start({
  shown(turned) {
    pane.querySelector('.tools')?.removeAttribute('hidden');
    const { scope, steps } = page.state.subject as MapSubject;
    for (const button of page.all('[data-scope]')) {
      const isIt = button.dataset.scope === scope && (scope === 'department' || Number(button.dataset.steps) === steps);
      button.setAttribute('aria-pressed', String(isIt));
    }
    const [drawing] = page.all('.drawing');
    if (drawing) drawing.scrollLeft = turned ? 0 : page.state.drawn;
  },
  click(target) {
    const { scope, steps } = target.closest<HTMLElement>('[data-scope]')?.dataset ?? {};
    if (scope !== 'family' && scope !== 'department') return false;
    page.say({ type: 'reach', scope, steps: Number(steps) });
    return true;
  },
  key(event) {
    const { target } = event;
    if (!(target instanceof SVGElement) || target.getAttribute('role') !== 'link') return false;
    if (event.key === 'Enter') {
      target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return true;
    }
    const next = DIRECTIONS[event.key] && nearest(target, DIRECTIONS[event.key]!);
    next?.focus();
    return next !== undefined;
  },
});
// Scrolling does not bubble.
document.addEventListener('scroll', rememberDrawn, { capture: true, passive: true });

type Direction = readonly [x: number, y: number];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The link of the drawing that is next in a direction: what lies aside counts twice as far. */
function nearest(from: SVGElement, [x, y]: Direction): SVGElement | undefined {
  const here = middleOf(from);
  const candidates = [...pane.querySelectorAll<SVGElement>('svg [role="link"]')].flatMap(link => {
    const there = middleOf(link);
    const ahead = (there.x - here.x) * x + (there.y - here.y) * y;
    const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
    return link !== from && ahead > 1 ? [{ link, far: ahead + 2 * aside }] : [];
  });
  return candidates.sort((a, b) => a.far - b.far)[0]?.link;
}

/** Texts of a box begin at the same place and have different widths: the beginning counts. */
function middleOf(link: SVGElement): { readonly x: number; readonly y: number } {
  const { left, top, height } = link.getBoundingClientRect();
  return { x: left, y: top + height / 2 };
}

function rememberDrawn({ target }: Event): void {
  if (target instanceof HTMLElement && target.matches('.drawing')) page.remember({ drawn: target.scrollLeft });
}
