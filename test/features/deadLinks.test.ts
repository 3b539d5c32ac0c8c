import { describe, expect, it } from 'vitest';
import { exportedText } from '../../server/src/export/exportedText.ts';
import { LanguageService } from '../../server/src/service.ts';
import { gradePage, MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';
const uri = `${memoryRoot}/${path}`;

/** Every place of a page where a link may be. */
const pageWith = (link: string): string => `---
title: "[Baker](${link})"
description: "See [it](${link}) <${link}>"
---

## Levels

| Title | Grade |
|---|---|
| [Baker](${link}) | [Grade 6](${link}) |

### Baker [x](${link}) {#b}

#### Job Grade

The Baker is a [grade 6](${link}), see [itself](#b).

#### Responsibilities

- Bakes [bread](${link}) and <${link}> and [rolls][r] and ![p](${link}) <a href="${link}">x</a>
- Extends the [Cook](${link}) responsibilities
- He is a [ninja](${link}) and reports to the [Chef](${link})

[r]: ${link}
`;

describe('links that could run something', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'command:workbench.action.terminal.new',
    'vscode://ms.example/install',
    'vscode-insiders://x/y',
    'file:///etc/passwd',
    'vbscript:x',
    '\\\\server\\share',
  ])('%s is dead in every output, pane and hover', async link => {
    const files = { [path]: pageWith(link), [gradePage.path]: gradePage.text };
    const host = new MemoryHost(new Map(Object.entries(files)));
    const service = new LanguageService(host, { folders: [memoryRoot] });
    const shown: string[] = [];
    for (const view of ['ladder', 'matrix', 'level'] as const)
      shown.push((await service.ladder(uri, { view, inherited: true }))!.html);
    const family = (await service.exportedFamily(uri, () => path))!;
    shown.push(exportedText([family], 'html', 'matrix'), exportedText([family], 'html', 'levels'));
    shown.push((await service.careerMapSvg([uri]))!, (await service.careerMapPage({ uri, scope: 'family', steps: 1 }))!.html);
    for (const html of shown)
      for (const [, target] of html.matchAll(/(?:href|data-uri|src)="([^"]*)"/g))
        expect(target).toMatch(/^(?:https?:|mailto:|#|file:\/\/\/workspace\/)/);
    const lines = pageWith(link).split('\n');
    for (const [line, text] of lines.entries())
      for (let character = 0; character <= text.length; character += 3) {
        const hover = await service.hover(uri, { line, character });
        for (const [, target] of JSON.stringify(hover ?? '').matchAll(/(?<!\\)\]\(<?([^)>]*)/g))
          expect(target).toMatch(/^(?:https?:|file:\/\/\/workspace\/)/);
      }
    for (const { target } of await service.documentLinks(uri)) expect(target).toMatch(/^file:\/\/\/workspace\//);
  });
});
