import * as assert from 'node:assert/strict';
import { closeEverything, openPage } from '../support/document.ts';
import { extension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('activation', () => {
  afterEach(closeEverything);

  it('starts by itself when a page of a handbook is opened', async () => {
    await openPage(tidyPage.path);
    const { exports: api } = await poll('the extension to start', () => (extension().isActive ? extension() : undefined));
    await api.whenReady;
  });

  it('is installed as the package ships it', () => {
    assert.equal(extension().packageJSON.main, './dist/extension.js');
  });
});
