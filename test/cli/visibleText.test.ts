import { describe, expect, it } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { visibleLines, visiblePath, visibleText } from '../../server/src/cli/visibleText.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { cliEnvironment } from '../support/commandLine.ts';
import { cleanPage } from '../support/cookPages.ts';

describe('what the command line prints', () => {
  const hostile = 'content/job-families/kitchen/a\n::error::owned\u001b]0;title\u0007.md';
  const page = cleanPage
    .replace('## Cook\n', '## Cook\u001b[2J\u202e\n')
    .replace('title: Cook', 'title: "Cook\\e[31m"')
    .replace('### Requirements', '### Requirments\u001b[1A');
  const print = async (...args: string[]): Promise<string> => {
    const { folder, remove } = diskWorkspace({ [hostile]: page });
    let printed = '';
    try {
      await main(cliEnvironment(args, folder, (_, text) => (printed += text)));
      return printed;
    } finally {
      remove();
    }
  };

  it.each([
    ['check', ['check', '.']],
    ['check for GitHub', ['check', '--format', 'github', '.']],
    ['fix', ['fix', '.']],
    ['a wrong path', ['check', 'no\n::error::such\u001b[2J']],
    ['a wrong option', ['check', '--no\n::error::such']],
  ])('%s has no escape sequences and no lines of a page or file name', async (_, args) => {
    const printed = await print(...args);
    for (const hidden of ['\u001b', '\u0007', '\u202e']) expect(printed).not.toContain(hidden);
    expect(printed).not.toMatch(/^::error::/m);
    expect(printed.trim()).not.toBe('');
  });

  it('shows what is hidden', () => {
    expect(visibleText('a\n\t\u001b[0m\u009b\u2028\u202eb “ü” \u{1f956}')).toBe(
      'a\\n\\t\\u001b[0m\\u009b\\u2028\\u202eb “ü” \u{1f956}',
    );
    expect(visiblePath('::error::a.md')).toBe('./::error::a.md');
    expect(visibleLines('-a\tb\n+\u001b[0m\n')).toBe('-a\tb\n+\\u001b[0m\n');
  });
});
