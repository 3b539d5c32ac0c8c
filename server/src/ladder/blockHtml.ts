import { type Html, html } from './html.ts';
import { blockHtml, inlineHtml, placeAttributes } from './markdownHtml.ts';
import type { LadderStrings } from './strings.ts';
import type { BulletView, TextBlock } from './textBlock.ts';
import { findingMarks, sourceButton } from './viewParts.ts';

/** Blocks of a section. `id` is what the ids of their parts begin with: unique on the page, the same from one state of it to the next. */
export function blocksHtml(blocks: readonly TextBlock[], id: string, strings: LadderStrings): Html[] {
  return blocks.map((block, index) => oneBlockHtml(block, `${id}.${index + 1}`, strings));
}

function oneBlockHtml(block: TextBlock, own: string, strings: LadderStrings): Html {
  switch (block.type) {
    case 'list':
      return bulletList(block.bullets, own, strings, block.ordered);
    case 'paragraph':
      return html`<p class="source" id="${own}"${placeAttributes(block.place)}>${mark(block.place, own, strings, '\u00B6')}<span id="${own}-text"${strings.ofPage}>${inlineHtml(block.text)}</span>${findingMarks(block.findings, strings)}</p>`;
    case 'block':
      return html`<div class="source block" id="${own}"${strings.ofPage}${placeAttributes(block.place)}>${sourceButton(block.place, '\u00B6', strings, { className: 'mark', label: strings.line(block.place.line) })}${blockHtml(block.text)}</div>`;
    case 'code':
      return html`<div class="source block" id="${own}"${placeAttributes(block.place)}>${sourceButton(block.place, '\u00B6', strings, { className: 'mark', label: strings.line(block.place.line) })}<pre${strings.ofPage}><code>${block.text}</code></pre></div>`;
  }
}

/** Bullets with those below them. The mark before each is the button that leads to its source, named by the bullet's text. */
export function bulletList(bullets: readonly BulletView[], id: string, strings: LadderStrings, ordered = false): Html {
  const points = bullets.map((bullet, index) => {
    const own = `${id}.${index + 1}`;
    const below = bullet.children.length > 0 ? bulletList(bullet.children, own, strings) : undefined;
    return html`<li class="source" id="${own}"${placeAttributes(bullet.place)}>${mark(bullet.place, own, strings, ordered ? `${index + 1}.` : '\u2022')}<span id="${own}-text"${strings.ofPage}>${inlineHtml(bullet.text)}</span>${findingMarks(bullet.findings, strings)}${below}</li>`;
  });
  return ordered ? html`<ol class="bullets">${points}</ol>` : html`<ul class="bullets">${points}</ul>`;
}

function mark(place: BulletView['place'], id: string, strings: LadderStrings, sign: string): Html {
  return html`<button type="button" class="to-source mark" aria-labelledby="${id}-text" title="${strings.line(place.line)}"${placeAttributes(place)}>${sign}</button>`;
}
