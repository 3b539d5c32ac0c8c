import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/rules/finding.ts';
import { LanguageService } from '../../server/src/service.ts';
import { dice } from '../support/dice.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const sample = fileURLToPath(new URL('../../sample/', import.meta.url));
const paths = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter(path => /\.(?:md|ya?ml)$/.test(path));
const files = new Map(paths.map(path => [path, readFileSync(`${sample}${path}`, 'utf8')]));

/** Everything that is told of a page, fixes made: all of it must be the same, however the text came about. */
function told(findings: readonly Finding[]): readonly object[] {
  return findings.map(({ code, severity, message, span, related, fixes, data }) => ({
    code,
    severity,
    message,
    span,
    related,
    data,
    fixes,
  }));
}

/** What people type, and what changes how all that follows is read. */
const TYPED = [
  ...['x', ' word', '\n', '\n\n', '\r\n', '- ', '  ', '## Lead ', '#### Responsibilities\n\n', '> ', '```\n', '`', '*', '|'],
  ...['<!-- ', '-->', '{{< ref "x', '" >}}', '[here](#requirements)', '[^1]', '{add this}', '---\n', '<<<<<<< mine\n'],
  ...['Extends the Senior requirements', 'the same responsibilities as above', 'he or she is a driven ninja', 'is a grade 7.'],
];

describe('after any edits the findings are those of a service that reads the page for the first time', () => {
  const department = /^content\/job-families\/[^/]+\/.+\.md$/;
  const families = paths.filter(path => department.test(path) && !/^content\/job-families\/[^/]+\/_index\.md$/.test(path));

  it.each(families)('%s', async path => {
    const uri = `${memoryRoot}/${path}`;
    const edited = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
    const roll = dice(path.length);
    let text = files.get(path)!;
    let seen = 0;
    for (let step = 0; step < 40; step++) {
      const start = roll(text.length);
      const gone = roll(4) === 0 ? roll(120) : roll(3);
      text = text.slice(0, start) + (roll(6) === 0 ? '' : TYPED[roll(TYPED.length)]!) + text.slice(start + gone);
      edited.setDocument(uri, text);
      const found = await edited.findings(uri);
      // Every step is checked; a third of them is compared.
      if (step % 3 !== 0) continue;
      const fresh = new LanguageService(new MemoryHost(files), { folders: [memoryRoot] });
      fresh.setDocument(uri, text);
      const expected = await fresh.findings(uri);
      expect(found && told(found.findings)).toEqual(expected && told(expected.findings));
      seen += expected?.findings.length ?? 0;
    }
    expect(seen).toBeGreaterThan(0);
  });
});

it('offers the same for a heading that is missing on the page itself, however much of the workspace has been read', async () => {
  const path = 'content/job-families/kitchen/cook.md';
  const page = '---\ntitle: Cook\n---\n\nSee [how bread is baked](#baking-of-bread).\n';
  const neighbour = '---\ntitle: Baker\n---\n\n## Baking of Bread\n\nHot.\n';
  const small = new Map([
    [path, page],
    ['content/job-families/kitchen/baker.md', neighbour],
  ]);
  const uri = `${memoryRoot}/${path}`;
  const fresh = new LanguageService(new MemoryHost(small), { folders: [memoryRoot] });
  const read = new LanguageService(new MemoryHost(small), { folders: [memoryRoot] });
  await read.loadAll();
  const titles = async (service: LanguageService): Promise<string[]> =>
    (await service.findings(uri))!.findings.flatMap(finding => finding.fixes.map(fix => fix.title));
  expect(await titles(read)).toContain('Link to /job-families/kitchen/baker/#baking-of-bread, which exists');
  expect(await titles(fresh)).toEqual(await titles(read));
});
