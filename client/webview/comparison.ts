import type { ComparisonState, FromComparison } from '../src/comparison/comparisonMessages.ts';
import { Page } from './shared/page.ts';

// The comparison's page: its buttons, and what is unfolded.

const page = new Page<ComparisonState, FromComparison>({ subject: undefined, scroll: 0, open: [], unfolded: false });

page.start({
  shown(turned) {
    for (const hidden of page.all('.tools, .tool')) hidden.removeAttribute('hidden');
    if (turned && page.state.unfolded) unfold(true);
    tellUnfolded();
  },
  click(target) {
    switch (target.closest<HTMLElement>('[data-do]')?.dataset.do) {
      case 'swap':
        page.say({ type: 'swap' });
        return true;
      case 'text':
        page.say({ type: 'text' });
        return true;
      case 'choose-here':
        page.say({ type: 'choose', side: 'left' });
        return true;
      case 'choose-there':
        page.say({ type: 'choose', side: 'right' });
        return true;
      case 'unfold':
        page.remember({ unfolded: !page.state.unfolded });
        unfold(page.state.unfolded);
        tellUnfolded();
        return true;
      default:
        return false;
    }
  },
});

function unfold(open: boolean): void {
  for (const details of page.all('details.same')) details.toggleAttribute('open', open);
}

function tellUnfolded(): void {
  for (const button of page.all('[data-do="unfold"]')) button.setAttribute('aria-pressed', String(page.state.unfolded));
}
