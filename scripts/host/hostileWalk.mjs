// @ts-check
// A page that attacks whoever reads it, in the pane of a real VS Code: no script of it runs and no request leaves.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandTitle } from './manifest.mjs';

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

const PAGE = 'content/job-families/engineering/hostile.md';
/** No request may name it, and no console may say it. */
const MARK = 'hostile-mark';
const HOST = `https://${MARK}.example`;
const RUN = `console.log('${MARK}');alert('${MARK}');fetch('${HOST}/f')`;

const ATTACKS = [
  `<script>${RUN}</script>`,
  `<script src="${HOST}/s.js"></script>`,
  `<img src="${HOST}/i.png" onerror="${RUN}">`,
  `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script><image href="${HOST}/v.png"/></svg>`,
  `<iframe src="javascript:${RUN}" srcdoc="<script>${RUN}</script>"></iframe>`,
  `<style>@import url(${HOST}/c.css); * { background: url(${HOST}/b.png) }</style>`,
  `<link rel="stylesheet" href="${HOST}/l.css"><link rel="prefetch" href="${HOST}/p"><base href="${HOST}/">`,
  `<meta http-equiv="refresh" content="0;url=${HOST}/m">`,
  `<form action="${HOST}/form"><input name="x" autofocus onfocus="${RUN}"></form>`,
  `<video src="${HOST}/v.mp4" autoplay></video><audio src="${HOST}/a.mp3" autoplay></audio><object data="${HOST}/o"></object><embed src="${HOST}/e">`,
  `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  `![a picture](${HOST}/picture.png "x\\" onerror=\\"${RUN}")`,
  `![svg](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)`,
  `[a script](javascript:${encodeURI(RUN)})`,
  `[data](data:text/html,<script>${encodeURI(RUN)}</script>)`,
  `[vbscript](vbscript:${MARK}) [file](file:///etc/passwd) [command](command:workbench.action.closeWindow)`,
  `<javascript:${RUN.replaceAll(' ', '')}>`,
  `{{< script "${HOST}/short.js" >}} {{% html "<script>${RUN}</script>" %}} {{< figure src="${HOST}/figure.png" onload="${RUN}" >}}`,
  `\`<img src=x onerror="${RUN}">\` &lt;script&gt;${RUN}&lt;/script&gt;`,
  `**bold**{onclick="${RUN}"} text {style="background:url(${HOST}/attribute.png)"}`,
];

const title = (/** @type {string} */ name) => `${name} <img src=x onerror="${RUN}"> "quoted' & [x](javascript:${MARK})`;
const bullets = ATTACKS.map(attack => `- ${attack}`).join('\n');
const TEXT = `---
title: "Hostile </title><script>${RUN.replaceAll("'", '`')}</script>"
---

## Responsibilities

${bullets}

${ATTACKS.join('\n\n')}

## Levels

### ${title('Hostile Engineer')} {#x"onclick="${MARK}}

The Hostile Engineer <b onclick="${RUN}">reports</b> to nobody.

#### Job Grade

The Hostile Engineer is a grade 6.

#### Responsibilities

${bullets}

| a | b |
|---|---|
| ${ATTACKS[2]} | ${ATTACKS[12]} |

> ${ATTACKS[0]}

### Senior Hostile Engineer

#### Job Grade

The Senior Hostile Engineer is a [grade 7](javascript:${encodeURI(RUN)}).

#### Responsibilities

- Extends the Hostile Engineer responsibilities
${bullets}

## Career Ladder

${ATTACKS.join('\n\n')}
`;

/** The page that the walk begins on, how it comes into the sample, and the walk's steps by what a person sees. */
export const hostileWalk = { page: PAGE, prepare, steps };

/** @param {string} folder */
function prepare(folder) {
  mkdirSync(path.dirname(path.join(folder, PAGE)), { recursive: true });
  writeFileSync(path.join(folder, PAGE), TEXT);
}

/**
 * @param {Workbench} workbench
 * @returns {Record<string, () => Promise<void>>}
 */
function steps(workbench) {
  const { page } = workbench;
  const pane = () => workbench.webview();
  /** @type {string[]} */
  const wrong = [];
  const note = (/** @type {string} */ what) => {
    if (what.includes(MARK) || what.includes('Content Security Policy')) wrong.push(what.slice(0, 300));
  };
  const nothingRan = () => assert.deepEqual(wrong, []);
  /** Listening begins with the walk: what was loaded before is VS Code's own. */
  page.on('console', message => {
    // VS Code itself may quote the page, as where a line is too long to be coloured: a script says the mark and nothing else.
    const text = message.text();
    if (text === MARK || !text.includes(MARK)) note(`console: ${text}`);
  });
  page.on('dialog', dialog => {
    note(`dialog with ${MARK}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on('request', request => note(`request: ${request.url()}`));
  page.context().on('page', () => note(`window: ${MARK}`));
  return {
    'a hostile page: the ladder shows its levels, and nothing of it runs': async () => {
      await workbench.knownAsFamily();
      await workbench.runCommand(commandTitle('jobFamily.openLadderToSide'));
      await pane().locator('.card', { hasText: 'Senior Hostile Engineer' }).waitFor();
      nothingRan();
    },
    'a hostile page: the matrix shows its bullets, and nothing of it runs': async () => {
      await pane().getByRole('button', { name: 'Matrix', exact: true }).click();
      await pane().getByLabel('Inherited').check();
      await pane().locator('details.inherited[open]', { hasText: 'short.js' }).first().waitFor();
      nothingRan();
    },
    'a hostile page: the text of a level is shown, and nothing of it runs': async () => {
      await pane().locator('[data-level-choice]').selectOption({ index: 1 });
      await pane().locator('.level-text', { hasText: 'short.js' }).waitFor();
      nothingRan();
    },
    'a hostile page: no element of it is in the pane, and none that leads out by itself': async () => {
      const frame = await workbench.webviewFrame('#pane');
      const foreign = frame.locator(
        '#pane :is(script, img, svg, iframe, style, link, meta, form, video, audio, object, embed, base, [style]:not([style=""]), [href], [src])',
      );
      assert.deepEqual(await foreign.evaluateAll(all => all.map(one => one.outerHTML)), []);
      const leading = await frame.locator('#pane [data-href]').evaluateAll(all => all.map(one => one.getAttribute('data-href')));
      assert.deepEqual(
        leading.filter(href => !/^(?:https?:\/\/|mailto:)/iu.test(href ?? '')),
        [],
      );
    },
    'what came into the pane all the same would be refused by its policy': async () => {
      const frame = await workbench.webviewFrame('#pane');
      await frame.evaluate(host => {
        document.addEventListener('securitypolicyviolation', event =>
          document.documentElement.classList.add(`refused-${event.effectiveDirective}`),
        );
        const script = document.createElement('script');
        script.textContent = 'document.documentElement.classList.add("script-ran")';
        document.body.append(script);
        script.remove();
        const holder = document.createElement('div');
        holder.innerHTML = '<p onclick="document.documentElement.classList.add(`script-ran`)" style="color: red">x</p>';
        holder.querySelector('p')?.click();
        new Image().src = `${host}/control.png`;
        fetch(`${host}/control`).catch(() => {});
      }, 'https://control.example');
      for (const directive of ['connect-src', 'img-src', 'script-src-elem', 'script-src-attr', 'style-src-attr'])
        await frame.locator(`html.refused-${directive}`).waitFor();
      assert.doesNotMatch((await frame.locator('html').getAttribute('class')) ?? '', /script-ran/u);
    },
  };
}
