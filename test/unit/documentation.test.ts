import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const root = join(import.meta.dirname, '../..');
const FOLDERS = ['', 'bench', 'docs', 'sample', 'sample-library', 'sample-plain'];
const pages = FOLDERS.flatMap(folder =>
  readdirSync(join(root, folder), { recursive: folder === 'docs', encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name).replaceAll('\\', '/')),
);

/** The documentation as pages of a repository, each of them read by the engine as a job family is. */
const configuration = `profile: plain
overrides:
  pages:
    families: ["**/*.md"]
    notFamilies: []
`;

describe('the documentation', () => {
  it('has a good many pages', () => expect(pages.length).toBeGreaterThan(60));

  it('links only to pages, headings and files that are there', async () => {
    const files = new Map(pages.map(page => [page, readFileSync(join(root, page), 'utf8')]));
    const service = new LanguageService(new MemoryHost(new Map([...files, ['.job-family.yaml', configuration]])), {
      folders: [memoryRoot],
    });
    const broken: string[] = [];
    for (const [page, text] of files) {
      const uri = `${memoryRoot}/${page}`;
      const found = await service.findings(uri);
      expect(found, page).toBeDefined();
      for (const { code, message } of found!.findings) if (code === 'broken-link') broken.push(`${page}: ${message}`);
      // Files that are no pages the engine knows nothing of: the disk does.
      for (const [, path] of text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\((?![a-z]+:|[/#])([^)\s#]+)/g))
        if (!existsSync(join(root, dirname(page), path!))) broken.push(`${page}: ${path} is not there`);
    }
    expect(broken).toEqual([]);
  });
});
