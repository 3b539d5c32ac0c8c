import { type Html, html } from '../ladder/html.ts';
import { blockHtml, inlineHtml, type LinkAttributes } from '../ladder/markdownHtml.ts';
import type { LadderStrings } from '../ladder/strings.ts';
import type { BulletView, TextBlock } from '../ladder/textBlock.ts';

/** Blocks of a section as a document shows them: plain paragraphs and lists, whose links lead out of the page's source. */
export function documentBlocks(blocks: readonly TextBlock[], link: LinkAttributes, strings: LadderStrings): Html[] {
  return blocks.map(block => documentBlock(block, link, strings));
}

function documentBlock(block: TextBlock, link: LinkAttributes, strings: LadderStrings): Html {
  switch (block.type) {
    case 'list':
      return documentBullets(block.bullets, link, strings, block.ordered);
    case 'paragraph':
      return html`<p${strings.ofPage}>${inlineHtml(block.text, link)}</p>`;
    case 'block':
      return html`<div class="block"${strings.ofPage}>${blockHtml(block.text, link)}</div>`;
    case 'code':
      return html`<pre${strings.ofPage}><code>${block.text}</code></pre>`;
  }
}

/** Bullets with those below them. */
export function documentBullets(
  bullets: readonly BulletView[],
  link: LinkAttributes,
  { ofPage }: LadderStrings,
  ordered = false,
): Html {
  const points = pointsHtml(bullets, link);
  return ordered ? html`<ol${ofPage}>${points}</ol>` : html`<ul${ofPage}>${points}</ul>`;
}

function pointsHtml(bullets: readonly BulletView[], link: LinkAttributes): Html[] {
  return bullets.map(
    bullet =>
      html`<li>${inlineHtml(bullet.text, link)}${bullet.children.length > 0 ? html`<ul>${pointsHtml(bullet.children, link)}</ul>` : undefined}</li>`,
  );
}
