import { type Html, html } from '../ladder/html.ts';
import { blockHtml, inlineHtml, type LinkAttributes } from '../ladder/markdownHtml.ts';
import type { BulletView, TextBlock } from '../ladder/textBlock.ts';

/** Blocks of a section as a document shows them: plain paragraphs and lists, whose links lead out of the page's source. */
export function documentBlocks(blocks: readonly TextBlock[], link: LinkAttributes): Html[] {
  return blocks.map(block => documentBlock(block, link));
}

function documentBlock(block: TextBlock, link: LinkAttributes): Html {
  switch (block.type) {
    case 'list':
      return documentBullets(block.bullets, link, block.ordered);
    case 'paragraph':
      return html`<p>${inlineHtml(block.text, link)}</p>`;
    case 'block':
      return html`<div class="block">${blockHtml(block.text, link)}</div>`;
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
  }
}

/** Bullets with those below them. */
export function documentBullets(bullets: readonly BulletView[], link: LinkAttributes, ordered = false): Html {
  const points = bullets.map(
    bullet =>
      html`<li>${inlineHtml(bullet.text, link)}${bullet.children.length > 0 ? documentBullets(bullet.children, link) : undefined}</li>`,
  );
  return ordered ? html`<ol>${points}</ol>` : html`<ul>${points}</ul>`;
}
