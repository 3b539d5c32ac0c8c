import { describe, expect, it } from 'vitest';
import {
  isPagePath,
  isWebAddress,
  readCareerMapMessage,
  readComparisonMessage,
  readLadderMessage,
  readPageMessage,
} from '../../client/src/panels/readMessages.ts';

describe('what a page of a panel says', () => {
  it.each([
    { type: 'ready' },
    { type: 'back' },
    { type: 'open', uri: undefined, line: 0 },
    { type: 'open', uri: 'file:///w/content/a.md', line: 12 },
    { type: 'browse', href: 'https://handbook.example/' },
    { type: 'browse', href: 'mailto:people@example.com' },
  ])('%j is read as it is', message => expect(readPageMessage(message)).toEqual(message));

  it.each([
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 7 },
    { type: 'open', line: -1 },
    { type: 'open', line: 1.5 },
    { type: 'open', line: '1' },
    { type: 'open', uri: { scheme: 'command' }, line: 1 },
    { type: 'browse', href: 'command:workbench.action.terminal.new' },
    { type: 'browse', href: 'javascript:alert(1)' },
    { type: 'browse', href: 'file:///etc/passwd' },
    { type: 'browse', href: 'vscode://ms.example/install' },
    { type: 'browse', href: 'data:text/html,<script>' },
    { type: 'browse', href: ' https:' },
    { type: 'browse', href: ['https://a/'] },
  ])('%j is dropped', message => expect(readPageMessage(message)).toBeUndefined());

  it.each([
    ['command:x', false],
    ['COMMAND:x', false],
    ['https:///', false],
    ['http://a', true],
  ])('%s is an address of the web: %s', (href, isOne) => expect(isWebAddress(href)).toBe(isOne));

  it.each([
    ['/w/content/a.md', true],
    ['/w/.job-family.yaml', true],
    ['/w/../etc/a.md', false],
    ['/w/..\\..\\a.md', false],
    ['/etc/passwd', false],
    ['/w/a.md\0', false],
    ['/w/package.json', false],
  ])('%s can be the path of a page: %s', (path, isOne) => expect(isPagePath(path)).toBe(isOne));

  const shown = { view: 'ladder', inherited: true, unfolded: ['a'], filter: { text: 'x', grade: undefined } };

  it('of the ladder', () => {
    expect(readLadderMessage({ type: 'shown', shown })).toEqual({ type: 'shown', shown });
    expect(readLadderMessage({ type: 'run', action: 'map', level: undefined })).toEqual({
      type: 'run',
      action: 'map',
      level: undefined,
    });
    for (const message of [
      { type: 'shown', shown: 'ladder' },
      { type: 'shown', shown: { ...shown, view: 'all' } },
      { type: 'shown', shown: { ...shown, filter: { text: 5 } } },
      { type: 'shown', shown: { ...shown, unfolded: 'a' } },
      { type: 'scrolled', line: Number.NaN },
      { type: 'lock', locked: 'yes' },
      { type: 'run', action: ['map'] },
      { type: 'executeCommand', command: 'workbench.action.terminal.new' },
    ])
      expect(readLadderMessage(message), JSON.stringify(message)).toBeUndefined();
  });

  it('of the career map and of the comparison', () => {
    expect(readCareerMapMessage({ type: 'reach', scope: 'family', steps: 2 })).toEqual({
      type: 'reach',
      scope: 'family',
      steps: 2,
    });
    for (const steps of [-1, 1.5, 1e9, '2', undefined])
      expect(readCareerMapMessage({ type: 'reach', scope: 'family', steps })).toBeUndefined();
    expect(readCareerMapMessage({ type: 'reach', scope: 'world', steps: 1 })).toBeUndefined();
    expect(readComparisonMessage({ type: 'choose', side: 'left' })).toEqual({ type: 'choose', side: 'left' });
    expect(readComparisonMessage({ type: 'choose', side: 'constructor' })).toBeUndefined();
  });
});
