import type { SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Heading } from '../syntax/heading.ts';
import type { ListItem } from '../syntax/listItems.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { HeadingNode } from './headingTree.ts';
import type { Bullet, Section } from './jobFamily.ts';
import { SectionBullet } from './sectionBullet.ts';

/** A section whose bullets are made when somebody first asks for them: at an edit, few do. */
export class PageSection implements Section {
  private made: readonly Bullet[] | undefined;

  /** `extending`: the points of its lists that take over another level's section. */
  constructor(
    private readonly page: PageSyntax,
    readonly kind: SectionKind,
    readonly node: HeadingNode,
    readonly blocks: readonly Block[],
    private readonly extending: ReadonlySet<ListItem>,
  ) {}

  get heading(): Heading {
    return this.node.heading;
  }

  get qualifier(): string | undefined {
    return this.node.section?.qualifier;
  }

  get bullets(): readonly Bullet[] {
    this.made ??= this.blocks.flatMap(block =>
      block.type === 'list' ? block.items.map(item => new SectionBullet(this.page, item, this.extending.has(item))) : [],
    );
    return this.made;
  }
}

export const NO_ITEMS: ReadonlySet<ListItem> = new Set();
