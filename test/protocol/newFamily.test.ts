import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NewFamilyResult, newFamilyRequest } from '../../server/src/lsp/messages.ts';
import { connections, transports } from '../support/connections.ts';

const path = 'content/job-families/kitchen/cook.md';
const files = { [path]: '---\ntitle: Cook\n---\n' };

describe.each(transports)('the server, %s', (_, start) => {
  const connectTo = connections(start);

  it('tells what a new family can be, and writes its page once all is decided', async () => {
    const { client, uri, disk } = await connectTo(files);
    const ask = (params: unknown): Promise<NewFamilyResult> => client.connection.sendRequest(newFamilyRequest, params);
    expect(await ask({ near: uri(path) })).toMatchObject({ departments: ['kitchen'], nearDepartment: 'kitchen', steps: [] });
    const levels = (await ask({ title: 'Baker' })).steps.filter(step => step.usual).map(({ title, grade }) => ({ title, grade }));
    expect(levels).toEqual([{ title: 'Baker (Intermediate)', grade: 6 }]);
    const { page } = await ask({ department: 'kitchen', title: 'Baker', template: 'roles', levels });
    expect(page?.uri).toBe(uri('content/job-families/kitchen/baker.md'));
    expect(page?.snippet).toContain('## Baker (Intermediate)');
    // The client writes it.
    expect(() => readFileSync(disk('content/job-families/kitchen/baker.md'))).toThrow();
    expect((await ask({ department: 'kitchen', title: 'Cook' })).trouble).toContain('exists already');
  });

  it('refuses a question for a new family that is none', async () => {
    const { client } = await connectTo(files);
    for (const params of [null, 'Baker', { title: 3 }, { template: 'third' }, { levels: [{ title: '' }] }, { levels: [null] }])
      await expect(client.connection.sendRequest(newFamilyRequest, params)).rejects.toThrow(`${newFamilyRequest} wants`);
  });
});
