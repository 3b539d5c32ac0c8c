import { describe, expect, it } from 'vitest';
import { nextToWrite } from '../../server/src/features/nextToWrite.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const path = 'content/job-families/kitchen/baker.md';

/** The page once what is next to write stands in it, its holes as text; undefined where nothing is. */
async function written(text: string): Promise<string | undefined> {
  const next = nextToWrite(await linkFamily({ [path]: text }));
  if (!next) return undefined;
  const plain = next.snippet.replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
  return text.slice(0, next.offset) + plain + text.slice(next.offset);
}

const levels = '---\ntitle: Baker\n---\n\n## Levels\n\n### Senior Baker\n\n';
const duties = '#### Responsibilities\n\n- Bake\n';
const sentence =
  'The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).';

describe('what is next to write', () => {
  it('is the Job Grade section of the first level, where none has a grade', async () => {
    expect(await written(levels + duties)).toContain(
      `### Senior Baker\n\n#### Job Grade\n\n${sentence}\n\n#### Responsibilities`,
    );
  });

  it('is only its sentence where the section stands there already', async () => {
    expect(await written(`${levels}#### Job Grade\n\n${duties}`)).toContain(`#### Job Grade\n\n${sentence}\n\n#### Resp`);
  });

  it('is the Job Grade of the page where it has no level yet', async () => {
    expect(await written('---\ntitle: Senior Baker\n---\n\n## Responsibilities\n\n- Bake\n')).toContain(
      `- Bake\n\n## Job Grade\n\n${sentence}`,
    );
  });

  it('is nothing where a level has its grade', async () => {
    expect(await written(`${levels}#### Job Grade\n\n${sentence}\n\n${duties}`)).toBeUndefined();
  });

  it('keeps the line ends of the page', async () => {
    const text = (levels + duties).replaceAll('\n', '\r\n');
    expect((await written(text))!.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
