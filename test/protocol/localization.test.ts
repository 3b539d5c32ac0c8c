import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeLens, InlayHint, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { baselineEntries, formatBaseline } from '../../server/src/configuration/baseline.ts';
import { speakWith } from '../../server/src/lsp/localization.ts';
import {
  type CareerMapResult,
  type CompareLevelsResult,
  careerMapRequest,
  compareLevelsRequest,
  type ExportResult,
  exportRequest,
  type LadderResult,
  ladderRequest,
  type MoveToLibraryResult,
  moveToLibraryRequest,
  type NewFamilyResult,
  newFamilyRequest,
  type PageStatus,
  pageStatusRequest,
} from '../../server/src/lsp/messages.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { connections, transports } from '../support/connections.ts';
import { markedBundle, unmarked, wordsOfHtml } from '../support/markedTexts.ts';
import { gradePage, linkFamily } from '../support/memoryWorkspace.ts';

const german = JSON.parse(readFileSync(join(import.meta.dirname, '../../l10n/bundle.l10n.de.json'), 'utf8'));

const PAGE = `---
title: Baker
---

## Levels

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

### Junior Baker

#### Job Grade

The Junior Baker is a grade 5.
`;

const baker = 'content/job-families/kitchen/baker.md';
const cook = 'content/job-families/kitchen/cook.md';
/** Pages of which every line says something that the editor says something of. */
const pages = {
  [baker]: `---
title: Baker
---

## Responsibilities

- Washes hands

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bakes bread
- Sweeps the oven

#### Requirements

- Knows flour

### Senior Baker

The Senior Baker reports to the [Cook](/job-families/kitchen/cook/).

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Baker responsibilities
- Teaches {add whom}

#### Requirements

- Knows flour

## Career Ladder

- [Cook](/job-families/kitchen/cook/)
`,
  [cook]: `---
title: Cook
---

## Job Grade

The Cook is a grade 8.

## Responsibilities

- Salts the soup
`,
  'README.md': '# Read me\n',
};

describe.each(transports)('%s', (_, start) => {
  const connect = connections(start);

  /** What is said of levels in the wrong order. */
  async function said(localization: unknown): Promise<unknown> {
    const { open } = await connect({ [baker]: PAGE }, { initializationOptions: { localization } });
    const found = await (await open(baker)).diagnostics();
    return found.find(({ code }) => code === 'level-order')?.message;
  }

  it('findings are said in the editor’s language', async () => {
    expect(await said(german)).toMatch(/^„Junior Baker“ \(Grade 5\) steht hinter „Senior Baker“/);
  });

  it('what the editor has no words for is said in English', async () => {
    const english = /^“Junior Baker” \(grade 5\) stands behind/;
    expect(await said({})).toMatch(english);
    expect(await said(['nothing', 3])).toMatch(english);
    expect(await said('nothing')).toMatch(english);
  });

  it('what was written down in English is known again in another language', async () => {
    speakWith({});
    const family = await linkFamily({ [baker]: PAGE });
    const baseline = formatBaseline({ [baker]: baselineEntries(runRules(family), PAGE) });
    const { open } = await connect(
      { [baker]: PAGE, '.job-family-baseline.json': baseline, [gradePage.path]: gradePage.text },
      { initializationOptions: { localization: german } },
    );
    const page = await open(baker);
    expect(await page.diagnostics()).toEqual([]);
    await page.edit('### Junior Baker', '### Junior Baker\n\n#### Requirments');
    expect((await page.diagnostics()).map(({ message }) => message)).toContainEqual(expect.stringMatching(/„Requirments“/));
  });

  /** A session in a language of brackets, with one page open. */
  async function marked(path = baker) {
    const connected = await connect(pages, {
      initializationOptions: {
        localization: markedBundle,
        compareLevelsCommand: 'compare',
        codeLens: { extendedBy: true, references: true, compare: true },
      },
    });
    const document = await connected.open(path);
    const ask = <Answer>(method: string, params: object): Promise<Answer> =>
      connected.client.connection.sendRequest(method, params);
    return { ...connected, document, ask, own: [...Object.values(pages), 'Kitchen'] };
  }

  it('panes, the map and exports hold no word that is neither the editor’s nor the page’s', async () => {
    const { ask, uri, own } = await marked();
    const shown = { inherited: true, unfolded: [] };
    const drawn: Record<string, string> = {};
    for (const view of ['ladder', 'matrix', 'level'])
      for (const path of [baker, cook])
        drawn[`${view} of ${path}`] = (
          await ask<LadderResult>(ladderRequest, { uri: uri(path), shown: { ...shown, view } })
        ).html;
    const filter = { text: 'nothing has this' };
    drawn.nothing = (
      await ask<LadderResult>(ladderRequest, { uri: uri(baker), shown: { ...shown, view: 'ladder', filter } })
    ).html;
    const right = { uri: uri(baker), level: 'senior-baker' };
    drawn.comparison = (await ask<CompareLevelsResult>(compareLevelsRequest, { right })).html;
    drawn.foreign = (await ask<CompareLevelsResult>(compareLevelsRequest, { right, left: { uri: uri(cook), level: '' } })).html;
    for (const scope of ['family', 'department'])
      drawn[`map of the ${scope}`] = (await ask<CareerMapResult>(careerMapRequest, { uri: uri(baker), scope, steps: 1 })).html;
    for (const format of ['html', 'svg'])
      for (const view of ['matrix', 'levels'])
        drawn[`${format} of ${view}`] = (
          await ask<ExportResult>(exportRequest, { uris: [uri(baker), uri(cook)], format, view })
        ).text;
    for (const [what, html] of Object.entries(drawn)) {
      const words = wordsOfHtml(html);
      expect(words, what).toContain('⟦');
      expect(unmarked(words, own), what).toEqual([]);
    }
    const { text } = await ask<ExportResult>(exportRequest, { uris: [uri(baker)], format: 'markdown' });
    expect(unmarked(text.replaceAll('\\', '').replaceAll('<br>', '\n'), own)).toEqual([]);
  });

  it('what a page says is told as English where the words around it are not', async () => {
    const { client, uri } = await connect(pages, { initializationOptions: { localization: german } });
    const shown = { view: 'matrix', inherited: true };
    const pane = await client.connection.sendRequest<LadderResult>(ladderRequest, { uri: uri(baker), shown });
    expect(pane.html).toMatch(/<span id="[^"]*" lang="en">Bakes bread<\/span>/);
    const params = { uris: [uri(baker)], format: 'html' };
    const { text } = await client.connection.sendRequest<ExportResult>(exportRequest, params);
    expect(text).toContain('<html lang="de">');
    expect(text).toContain('<ul lang="en"><li>Bakes bread</li>');
    expect(text).toContain('gilt für jede Stufe');
  });

  it('hovers, hints, lenses and links say nothing in another language', async () => {
    const { document, ask, own } = await marked();
    const textDocument = { uri: document.uri };
    for (const words of [
      'title:',
      'Responsibilities',
      'grade 6',
      'Extends the Baker',
      '{add whom}',
      'Senior Baker',
      '[Cook]',
      '- [Cook]',
    ]) {
      const hover = await document.hover(document.at(words, 2));
      const text = (hover?.contents as { readonly value: string } | undefined)?.value ?? '';
      expect(text, words).not.toBe('');
      // What a key of the front matter is for is told by its schema.
      if (words !== 'title:') expect(unmarked(text, own), words).toEqual([]);
      else expect(text).toContain('⟦Value: ⟦⟦text⟧ or ⟦number⟧⟧⟧');
    }
    const range = { start: document.at('---'), end: document.at('- [Cook]') };
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    expect(hints.map(({ label }) => label)).toEqual(['⟦grade 6⟧', '⟦grade 7⟧', '⟦+3 inherited⟧']);
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    const titles = await Promise.all(lenses.map(async lens => (await ask<CodeLens>('codeLens/resolve', lens)).command?.title));
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatch(/^⟦.*⟧$/);
    const [, levels] = await document.symbols();
    expect(levels?.children?.map(({ detail }) => detail)).toEqual(['⟦grade 6⟧', '⟦grade 7⟧']);
  });

  it('completions say what they are in the editor’s language, and what they write in the page’s', async () => {
    const { document, own } = await marked();
    const asked = {
      '- Teaches': '- ',
      '- Bakes bread': '- ',
      '## Career Ladder': '## ',
      '[Cook](/job': '](/',
      'title: Baker': '',
    };
    let told = 0;
    for (const [words, typed] of Object.entries(asked)) {
      const place = document.at(words, words.indexOf(typed) + typed.length);
      for (const { label, detail, documentation, textEdit } of await document.completions(place)) {
        const said = (documentation as { readonly value: string } | undefined)?.value ?? '';
        expect(unmarked(detail ?? '', own), `${words}: ${label}`).toEqual([]);
        expect(textEdit?.newText).not.toContain('⟦');
        if (detail?.includes('⟦') || said.includes('⟦')) told++;
      }
    }
    expect(told).toBeGreaterThan(Object.keys(asked).length);
  });

  it('refactorings and refusals are said in the editor’s language', async () => {
    const { document, ask, uri, client } = await marked();
    const refusal = (promise: Promise<unknown>): Promise<string> => promise.then(String, (error: Error) => error.message);
    expect(await refusal(document.prepareRename(document.at('Bakes bread', 2)))).toMatch(/^⟦Only the name of a level.*⟧$/);
    expect(await refusal(document.rename(document.at('Senior Baker', 2), ' '))).toMatch(/^⟦.*⟧$/);
    expect(await refusal(document.rename(document.at('Senior Baker', 2), 'A `B'))).toMatch(/^⟦.*⟧$/);
    for (const words of ['### Senior Baker', 'Knows flour', 'Extends the Baker', '## Levels', '/job-families']) {
      const place = document.at(words, 2);
      const titles = (await document.codeActions({ start: place, end: place }, ['refactor', 'source'])).map(({ title }) => title);
      expect(titles, words).not.toEqual([]);
      for (const title of titles) expect(title).toMatch(/^⟦.*⟧$/);
    }
    const moved = await client.willRenameFiles(uri(cook), uri(cook.replace('cook', 'chef')));
    const library = await ask<MoveToLibraryResult>(moveToLibraryRequest, { progressToken: 'move' });
    const annotations = [moved, library.edit as WorkspaceEdit].flatMap(edit => Object.values(edit?.changeAnnotations ?? {}));
    const said = annotations.map(({ label, description }) => `${label} ${description}`);
    for (const words of ['Other pages', 'Leave an alias', 'Move to the other library'])
      expect(said).toContainEqual(expect.stringMatching(new RegExp(`^⟦${words}⟧ ⟦.*⟧$`)));
    const status = await ask<PageStatus>(pageStatusRequest, { uri: uri('README.md') });
    expect(status.reason).toMatch(/^⟦.*⟧$/);
    const trouble = { department: 'kitchen', title: 'Baker' };
    expect((await ask<NewFamilyResult>(newFamilyRequest, trouble)).trouble).toMatch(/^⟦.*⟧$/);
  });
});
