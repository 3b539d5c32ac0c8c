import { expect, it, vi } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { cliEnvironment } from '../support/commandLine.ts';

vi.mock('../../server/src/rules/registry.ts', async original => {
  const registry = await original<typeof import('../../server/src/rules/registry.ts')>();
  const { rules } = registry;
  const failing = {
    ...rules[0]!,
    code: 'failing-rule',
    check: () => {
      throw new Error('the rule is broken');
    },
  };
  return { ...registry, rules: [failing, ...rules] };
});

it('a rule that fails is told by its code, the others still report, and the exit code is 3', async () => {
  const path = 'content/job-families/kitchen/baker.md';
  const { folder, remove } = diskWorkspace({ [path]: '---\ntitle: Baker\n---\n\n## Job Grade\n\nThe Baker is a grade 6.\n' });
  try {
    const written = { stdout: '', stderr: '' };
    const code = await main(
      cliEnvironment(['check', path], folder, (stream, text) => {
        written[stream] += text;
      }),
    );
    expect(code).toBe(3);
    expect(written.stderr).toContain('The rule failing-rule failed');
    expect(written.stderr).not.toMatch(/^\s+at /m);
    expect(written.stdout).toContain('(unlinked-grade)');
  } finally {
    remove();
  }
});
