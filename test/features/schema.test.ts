import { describe, expect, it } from 'vitest';
import { accept, completionsAt, hoverText, openFixture } from './support.ts';

const page = (frontMatter: string): string => `---\n${frontMatter}---\n\n## Editor\n`;

const catalogue = (body: string): string => `//- data/job_families.yml
${body}//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- content/job-families/marketing/proofreader.md
---
title: Proofreader
---
`;

const labels = async (source: string): Promise<string[]> => (await completionsAt(openFixture(source))).map(item => item.label);

async function take(source: string, label: string): Promise<string> {
  const fixture = openFixture(source);
  const item = (await completionsAt(fixture)).find(one => one.label === label);
  if (!item) throw new Error(`“${label}” is not offered`);
  return accept(fixture, item);
}

describe('completion in front matter', () => {
  it('offers the keys that are not there yet, each with what it is for', async () => {
    const items = await completionsAt(openFixture(page('title: Editor\n<|>\nSummary: x\n')));
    const offered = items.map(item => item.label);
    expect(offered).toContain('description');
    expect(offered).not.toContain('title');
    expect(offered).not.toContain('summary');
    expect(items.every(item => item.documentation !== undefined)).toBe(true);
  });

  it('replaces the whole word, also in its middle, and keeps a colon that is there', async () => {
    expect(await take(page('title: Editor\ndes<|>cr\n'), 'description')).toContain('Editor\ndescription: \n---');
    expect(await take(page('title: Editor\ndes<|>cr: x\n'), 'description')).toContain('Editor\ndescription: x\n---');
  });

  it('offers true and false, and what a key is wont to hold', async () => {
    expect(await labels(page('manual_cookiebot: <|>\n'))).toEqual(['false', 'true']);
    expect(await take(page('manual_cookiebot:<|>\n'), 'true')).toContain('manual_cookiebot: true\n');
    expect(await take(page('layout: job<|>_f\n'), 'job_family_page')).toContain('layout: job_family_page\n');
    expect(await labels(page('description: <|>\n'))).toEqual([]);
  });

  it('offers as title what the first heading, the levels and the file say', async () => {
    const body =
      '//- content/job-families/press/copy-editor.md\n---\ntitle: <|>\n---\n\n# Editor of Copy\n\n## Senior Reader\n\n### Job Grade\n\nThe Senior Reader is a grade 7.\n';
    expect(await labels(body)).toEqual(['Editor of Copy', 'Reader', 'Copy Editor']);
    expect(await take(body.replace('<|>', 'Edi<|>'), 'Editor of Copy')).toContain('title: Editor of Copy\n---');
    expect(await labels('//- content/job-families/press/copy-editor/_index.md\n---\ntitle: <|>\n---\n')).toEqual(['Copy Editor']);
  });

  it('offers as alias the URLs of this name that lead nowhere, and as canonical path the page’s own', async () => {
    const body = (line: string): string =>
      `//- content/job-families/press/editor.md\n---\ntitle: Editor\n${line}\n---\n\nSee [it](/job-families/old/editor/#x), [that](/job-families/press/editor/), [other](/handbook/gone/).\n`;
    const fixture = openFixture(body('aliases: [<|>]'));
    await fixture.service.loadAll();
    expect((await completionsAt(fixture)).map(item => item.label)).toEqual(['/job-families/old/editor/']);
    expect(await labels(body('canonical_path: <|>'))).toEqual(['/job-families/press/editor/']);
  });

  it('offers nothing on the lines of dashes, in remarks, and no keys on the page', async () => {
    expect(await labels(page('title: x # <|>\n'))).toEqual([]);
    expect(await labels('---\ntitle: x\n<|>---\n')).toEqual([]);
    expect(await labels('--<|>-\ntitle: x\n---\n')).toEqual([]);
    expect(await labels('---\ntitle: x\n---\n\nde<|>\n')).not.toContain('description');
  });

  it('keeps the line ends of the page', async () => {
    expect(await take('---\r\ntitle: Editor\r\nde<|>\r\n---\r\n', 'description')).toBe(
      '---\r\ntitle: Editor\r\ndescription: \r\n---\r\n',
    );
  });
});

describe('hover in front matter', () => {
  it('says what a key is for, what it may be, and what it is where it is not set', async () => {
    const text = await hoverText(openFixture(page('manual_coo<|>kiebot: true\n')));
    expect(text).toContain('**manual\\_cookiebot**');
    expect(text).toContain('cookie banner');
    expect(text).toContain('true or false');
    expect(text).toContain('`false`');
  });

  it('is silent on values and on keys of the writer’s own', async () => {
    expect(await hoverText(openFixture(page('title: Ed<|>itor\n')))).toBeUndefined();
    expect(await hoverText(openFixture(page('our_<|>own: x\n')))).toBeUndefined();
    expect(await hoverText(openFixture(page('constr<|>uctor: x\n')))).toBeUndefined();
  });
});

describe('in a catalogue', () => {
  it('offers the keys of an entry, required ones first, and begins an entry where none is begun', async () => {
    expect(await labels(catalogue('- title: Editor\n  <|>\n'))).toEqual(['description']);
    expect(await labels(catalogue('- <|>\n'))).toEqual(['title', 'description']);
    expect(await take(catalogue('<|>\n'), 'title')).toBe('- title: \n');
  });

  it('offers the pages of families as description, alone and in a list, in quotes where those are', async () => {
    const urls = ['/job-families/marketing/copy-editor/', '/job-families/marketing/proofreader/'];
    expect(await labels(catalogue('- title: Editor\n  description: <|>\n'))).toEqual(urls);
    expect(await take(catalogue('- title: Editor\n  description: /job-fax<|>/x # old\n'), urls[0]!).catch(String)).toContain(
      'not offered',
    );
    expect(await take(catalogue('- title: Editor\n  description: /job-fam<|>ilies # old\n'), urls[0]!)).toBe(
      `- title: Editor\n  description: ${urls[0]} # old\n`,
    );
    expect(await take(catalogue('- title: Editor\n  description:\n    - "/<|>"\n'), urls[1]!)).toBe(
      `- title: Editor\n  description:\n    - "${urls[1]}"\n`,
    );
    expect(await take(catalogue('- title: Editor\n  description:\n    <|>\n'), urls[1]!)).toContain(
      `description:\n    - ${urls[1]}\n`,
    );
    expect(await take(catalogue('- title: Editor\n  description: [<|>]\n'), urls[1]!)).toContain(`description: [${urls[1]}]\n`);
  });

  it('says on hover what a key is for', async () => {
    expect(await hoverText(openFixture(catalogue('- title: x\n  desc<|>ription: /a/\n')))).toContain('text or list');
    expect(await hoverText(openFixture(catalogue('- ti<|>tle: x\n')))).toContain('compensation calculator');
  });

  it('has no say in other YAML', async () => {
    expect(await labels('//- data/other.yml\n- <|>\n')).toEqual([]);
  });
});
