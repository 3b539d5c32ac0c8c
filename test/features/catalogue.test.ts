import { expect, it } from 'vitest';
import { LanguageService } from '../../server/src/service.ts';
import { MemoryHost, memoryRoot } from '../support/memoryWorkspace.ts';

const path = 'data/people_group/job_families.yml';
const catalogue = `${memoryRoot}/${path}`;
const baker = `${memoryRoot}/content/job-families/kitchen/baker.md`;
const listed = '- title: Cook\n  description: /job-families/kitchen/cook/\n';

function start() {
  const host = new MemoryHost(
    new Map([
      ['content/job-families/kitchen/baker.md', '---\ntitle: Baker\n---\n'],
      ['content/job-families/kitchen/cook.md', '---\ntitle: Cook\n---\n'],
      ['content/job-families/kitchen/waiter.md', '---\ntitle: Waiter\naliases: [/job-families/kitchen/server/]\n---\n'],
      [path, `${listed}- title: Waiter\n  description: /job-families/kitchen/server/\n`],
    ]),
  );
  const service = new LanguageService(host, { folders: [memoryRoot] });
  const isTold = async (): Promise<boolean> =>
    ((await service.findings(baker))?.findings ?? []).some(finding => finding.code === 'family-not-in-catalogue');
  return { host, service, isTold };
}

it('a family is told to be missing as long as the catalogue, as it stands in the editor, does not list it', async () => {
  const { host, service, isTold } = start();
  // The alias of one of the three is no family's own URL, so that one of three only counts as listed.
  expect(await isTold()).toBe(false);
  const both = `${listed}- title: Waiter\n  description: /job-families/kitchen/waiter/\n`;
  service.setDocument(catalogue, both);
  expect(await isTold()).toBe(true);
  service.setDocument(catalogue, `${both}- title: Baker\n  description: /job-families/kitchen/baker/\n`);
  expect(await isTold()).toBe(false);
  await service.closeDocument(catalogue);
  expect(await isTold()).toBe(false);
  host.files.set(path, both);
  await service.fileChanged(catalogue);
  expect(await isTold()).toBe(true);
  host.files.delete(path);
  await service.fileChanged(catalogue);
  expect(await isTold()).toBe(false);
  expect(await service.documents()).toEqual([]);
});

it('knows which files it answers for', async () => {
  const { service } = start();
  expect(await service.documents()).toEqual([catalogue]);
  expect(await service.isDocument(catalogue)).toBe(true);
  expect(await service.isDocument(`${memoryRoot}/data/job_families.yaml`)).toBe(false);
  expect(await service.isDocument(baker)).toBe(false);
  expect(await service.isFamily(catalogue)).toBe(false);
  expect((await service.findings(catalogue))?.findings).toEqual([]);
  expect(await service.findings(`${memoryRoot}/data/job_families.yaml`)).toBeUndefined();
});
