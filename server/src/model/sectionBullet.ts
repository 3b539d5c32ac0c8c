import type { ListItem } from '../syntax/listItems.ts';
import { type PageSyntax, shownText } from '../syntax/page.ts';
import type { Bullet } from './jobFamily.ts';

/** A bullet whose text is made when somebody first asks for it: at an edit, hardly anybody does. */
export class SectionBullet implements Bullet {
  readonly extends: boolean;
  private shown: string | undefined;

  constructor(
    private readonly page: PageSyntax,
    readonly item: ListItem,
    takesOver: boolean,
  ) {
    this.extends = takesOver;
  }

  get text(): string {
    this.shown ??= shownText(this.page, this.item.contentSpan).text.trim();
    return this.shown;
  }
}
