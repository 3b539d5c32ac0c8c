import type { FromPage, PageState, ToPage } from '../../src/panels/panelMessages.ts';
import { patchChildren, patchNode } from './patch.ts';

// What the script of every panel's page does: shows what the extension sends, tells it where to go, and keeps where one was.

/** What VS Code gives the page's script, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** What differs between pages. */
export interface PageParts<Message extends { readonly type: string }> {
  /** The content is another one now. `turned`: it is of another subject than before. */
  shown?(turned: boolean): void;
  /** A message that not every page is told. */
  receive?(message: Message): void;
  /** A click; true where it was meant for what only this page has. */
  click?(target: Element): boolean;
  /** A key; true where it was meant for what only this page has. */
  key?(event: KeyboardEvent): boolean;
}

/** The page of a panel: a state that is kept, and the content in `#pane`. */
export class Page<State extends PageState, ToExtension extends { readonly type: string } = FromPage> {
  readonly pane = document.getElementById('pane')!;
  state: State;
  private readonly vscode = acquireVsCodeApi();
  /** True until the page has shown something: what was unfolded and scrolled before a reload is to be brought back once. */
  private fresh = true;

  /** The state that the content was last made of. */
  private before: HTMLElement | undefined;
  /** The same as the extension told it. */
  private pieces: string[] = [];

  /** @param nothing the state of a page that has not shown anything yet */
  constructor(private readonly nothing: State) {
    this.state = { ...nothing, ...(this.vscode.getState() as State | undefined) };
  }

  /** Begins to listen, and tells the extension so. */
  start<Message extends { readonly type: string }>(parts: PageParts<Message>): void {
    document.documentElement.classList.add('scripted');
    addEventListener('message', ({ data }: MessageEvent<ToPage | Message>) => {
      if (isCommon(data)) this.receive(data, parts);
      else parts.receive?.(data);
    });
    addEventListener('scroll', () => this.rememberScroll(), { passive: true });
    document.addEventListener('click', ({ target }) => target instanceof Element && this.click(target, parts));
    document.addEventListener('keydown', event => this.key(event, parts));
    document.addEventListener('toggle', () => this.rememberOpen(), { capture: true });
    this.say({ type: 'ready' });
  }

  /** Tells the extension something. */
  say(message: FromPage | ToExtension): void {
    this.vscode.postMessage(message);
  }

  /** Changes what is kept. */
  remember(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.vscode.setState(this.state);
  }

  /** All elements of the content that a selector names. */
  all(selector: string): HTMLElement[] {
    return [...this.pane.querySelectorAll<HTMLElement>(selector)];
  }

  private receive<Message extends { readonly type: string }>(message: ToPage, parts: PageParts<Message>): void {
    if (message.type === 'notice') {
      const notice = document.createElement('p');
      notice.className = 'empty-state';
      notice.textContent = message.text;
      this.pane.replaceChildren(notice);
      this.before = undefined;
      this.pieces = [];
      return;
    }
    if (message.type === 'change') {
      // What does not fit is asked for as a whole.
      if (message.parts.every(([index, html]) => this.change(index, html))) parts.shown?.(false);
      else this.say({ type: 'ready' });
      return;
    }
    const turned = JSON.stringify(this.state.subject) !== JSON.stringify(message.subject);
    const { open, scroll } = this.state;
    if (turned) this.remember({ ...this.nothing, ...this.keptOverSubjects(), subject: message.subject });
    this.pieces = [...message.pieces];
    const parsed = new DOMParser().parseFromString(this.pieces.join(''), 'text/html');
    if (turned) this.pane.replaceChildren();
    patchChildren(this.pane, parsed.body, turned ? undefined : this.before);
    this.before = parsed.body;
    const restored = this.fresh && !turned;
    this.fresh = false;
    if (restored) for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    parts.shown?.(turned);
    if (turned) scrollTo({ top: 0 });
    else if (restored) scrollTo({ top: scroll });
  }

  /** Makes one part of the content another; false where it is not there. */
  private change(index: number, html: string): boolean {
    const [was, next] = [elementOf(this.pieces[index]), elementOf(html)];
    const target = was && document.getElementById(was.id);
    if (!target || next?.id !== was.id || next.tagName !== was.tagName) return false;
    patchNode(target, next, was);
    this.before?.querySelector(`[id="${CSS.escape(was.id)}"]`)?.replaceWith(next);
    this.pieces[index] = html;
    return true;
  }

  /** What stays when the page turns to another subject: all but what belongs to the old one. */
  private keptOverSubjects(): State {
    return { ...this.state, scroll: this.nothing.scroll, open: this.nothing.open };
  }

  private click<Message extends { readonly type: string }>(target: Element, parts: PageParts<Message>): void {
    if (parts.click?.(target) || target.closest('summary')) return;
    const href = target.closest<HTMLElement>('[data-href]')?.dataset.href;
    if (href !== undefined) {
      this.say({ type: 'browse', href });
      return;
    }
    // Who selects words to copy them does not want to be taken away.
    if (getSelection()?.isCollapsed === false && !target.closest('button, [role="link"]')) return;
    const place = target.closest<HTMLElement>('[data-line]');
    if (place) this.say({ type: 'open', uri: place.dataset.uri, line: Number(place.dataset.line) });
  }

  private key<Message extends { readonly type: string }>(event: KeyboardEvent, parts: PageParts<Message>): void {
    if (parts.key?.(event)) event.preventDefault();
    else if (event.key === 'Escape') this.say({ type: 'back' });
    else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('[role="link"]'))
      event.target.click();
  }

  private rememberScroll(): void {
    if (!this.fresh) this.remember({ scroll: document.scrollingElement?.scrollTop ?? 0 } as Partial<State>);
  }

  private rememberOpen(): void {
    this.remember({ open: this.all('details[open]').map(details => details.id) } as unknown as Partial<State>);
  }
}

/** The element that a part is; a template takes cells of a table without the table too. */
function elementOf(html: string | undefined): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html ?? '';
  return template.content.firstElementChild ?? undefined;
}

function isCommon(message: { readonly type: string }): message is ToPage {
  return message.type === 'show' || message.type === 'notice' || message.type === 'change';
}
